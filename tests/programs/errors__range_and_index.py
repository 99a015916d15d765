# Errors of range, indices and slices.
def check(n):
    try:
        if n == 0:
            range(1.5)
        if n == 1:
            range(1, 2, 0)
        if n == 2:
            range()
        if n == 3:
            [1, 2].index(3)
        if n == 4:
            [].pop()
        if n == 5:
            [1].pop(5)
        if n == 6:
            [1].remove(2)
        if n == 7:
            [1, 2][::0]
        if n == 8:
            (1,)[3]
        if n == 9:
            "abc"[5]
        if n == 10:
            range(3)[7]
        if n == 11:
            {}.pop("k")
        if n == 12:
            {}.popitem()
        if n == 13:
            set_ = {1}
            set_.remove(2)
        if n == 14:
            [1, 2, 3][0:2:1] = [1]
            x = [1, 2, 3]
            x[0:3:2] = [1]
        if n == 15:
            [1].insert("a", 1)
    except Exception as error:
        print(n, type(error).__name__, error)


for n in range(16):
    check(n)
