# The constants of a code object are a tuple that is one of the constants itself: code objects with equal ones share
# it, and it is the same as an equal constant of the program. Up to 3.9 a tuple of defaults is one of its own.
# needs: everything
import sys


def f(a=2.75):
    pass


def g(a=2.75):
    pass


print(f.__defaults__ is g.__defaults__)


def made():
    def a(x=3.25):
        pass

    def b(x=3.25):
        pass

    return a, b


a, b = made()
print(a.__defaults__ is b.__defaults__, a.__defaults__ is made()[0].__defaults__)


def j(p):
    return [7.25, p]


def k(p):
    return [p, 7.25]


print(j.__code__.co_consts is k.__code__.co_consts, j.__code__.co_consts == k.__code__.co_consts)
v = (None, 7.25)
print(j.__code__.co_consts is v, sys.getrefcount(v), sys.getrefcount(7.25))
del k
print(sys.getrefcount(v), sys.getrefcount(7.25))

h = lambda x: (x, 9.75)
w = (9.75,)
print(h.__code__.co_consts is w)


def m():
    def a(x=(4.25,)):
        pass

    return a


print(m().__defaults__[0] is (4.25,).__class__((4.25,)), m().__defaults__ is m().__defaults__)
