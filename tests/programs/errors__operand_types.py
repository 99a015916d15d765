# Operators that do not fit their operands.
def check(n):
    x = [1]
    nothing = None
    try:
        if n == 0:
            return x + 1
        if n == 1:
            return "a" - 1
        if n == 2:
            return x < 3
        if n == 3:
            return -"a"
        if n == 4:
            return 1 in 2
        if n == 5:
            return "a" + 1
        if n == 6:
            x += 5
        if n == 7:
            return x["a"]
        if n == 8:
            return x[1.5]
        if n == 9:
            return {}[x]
        if n == 10:
            return {x}
        if n == 11:
            return nothing[0]
        if n == 12:
            "abc"[0] = "x"
        if n == 13:
            del (1, 2)[0]
        if n == 14:
            return nothing()
        if n == 15:
            return [] * []
        if n == 16:
            return 1 ** "a"
        if n == 17:
            return {} | []
        if n == 18:
            return ~1.5
    except TypeError as error:
        print(n, error)


for n in range(19):
    check(n)
