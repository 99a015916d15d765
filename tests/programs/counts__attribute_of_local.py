# An attribute read from a local object is a new reference for the call.
import sys


class Box:
    pass


def f():
    box = Box()
    box.row = []
    print(sys.getrefcount(box), sys.getrefcount(box.row))
    row = box.row
    print(sys.getrefcount(row), sys.getrefcount(box.row))
    d = {"r": row}
    print(sys.getrefcount(d["r"]))


f()
