# self in a property, in a class method's class, in a static method.
# needs: decorators
import sys


class C:
    @property
    def p(self):
        return sys.getrefcount(self)

    @staticmethod
    def s(x):
        return sys.getrefcount(x)

    @classmethod
    def c(cls, x):
        return sys.getrefcount(x)


o = C()
a = []
print(o.p, C().p)
print(o.s(a), C.s(a))
print(o.c(a), C.c(a))
