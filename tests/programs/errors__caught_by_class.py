# try takes the first except clause that fits.
def check(f):
    try:
        f()
    except ZeroDivisionError as error:
        print("division:", error)
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
    except Exception as error:
        print("other:", type(error).__name__, error)


def a():
    1 // 0


def b():
    {}["key"]


def c():
    [][0]


def d():
    None.x


def e():
    1 + "a"


def f():
    undefined


check(a)
check(b)
check(c)
check(d)
check(e)
check(f)
