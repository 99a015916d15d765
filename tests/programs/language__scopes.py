# Class bodies see globals, not each other's functions; global declares.
# needs: closures, builtins
x = "global"


class C:
    x = "class"
    y = x

    def m(self):
        return x

    rows = [x for _ in range(1)]


print(C.y, C().m(), C.rows)


def f():
    global x
    x = "set in f"
    local = 1
    return sorted(locals())


print(f(), x)


def g():
    x = "g"

    def h():
        return x

    x = "g later"
    return h()


print(g())
