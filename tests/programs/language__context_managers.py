# with: order of enter and exit, errors swallowed or passed on.
# needs: with, special methods
class M:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with M("a") as a, M("b"):
    print("body", a.name)
with M("c", True):
    raise ValueError("swallowed")
try:
    with M("d"):
        1 // 0
except ZeroDivisionError:
    print("passed on")


def f():
    with M("e"):
        return "returned"


print(f())
try:
    with 5:
        pass
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
