# None, True, small integers and the empty tuple: counted, or immortal.
import sys


def kind(n):
    if n > 1000000:
        return "immortal"
    return "counted"


for x in [None, True, False, (), 0, 1, 256, "", b"", ..., int, type, object]:
    print(type(x).__name__, kind(sys.getrefcount(x)))
