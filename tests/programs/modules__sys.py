# What of sys programs about memory use.
# needs: sys
import sys

print(sys.version_info[0], sys.version_info >= (3, 8), sys.maxsize == 2**63 - 1, sys.byteorder)
a = sys.intern("a text with blanks")
b = sys.intern("a text " + "with blanks")
print(a is b, sys.intern("x") is "x".strip())
print(sys.getrecursionlimit(), sys.getsizeof(object(), 0), sys.getdefaultencoding())
sys.setrecursionlimit(100)


def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as e:
    print(e)
print("sys" in sys.modules, sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys._getframe().f_lineno, sys._getframe(0).f_code.co_name)
sys.stderr.write("to stderr\n")
