# Every division by zero has its text.
def check(n):
    try:
        if n == 0:
            return 1 / 0
        if n == 1:
            return 1 // 0
        if n == 2:
            return 1 % 0
        if n == 3:
            return 1.0 / 0
        if n == 4:
            return 1.0 // 0
        if n == 5:
            return 1.0 % 0
        if n == 6:
            return 0 ** -1
        if n == 7:
            return 10**30 // 0
    except ZeroDivisionError as error:
        print(n, error)


for n in range(8):
    check(n)
