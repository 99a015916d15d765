# A metaclass makes the class and sees it being called.
# needs: inheritance, metaclasses
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name)
        return super().__new__(mcls, name, bases, ns, **kw)

    def __call__(cls, *args):
        print("call", cls.__name__)
        return super().__call__(*args)


class A(metaclass=Meta):
    def __init__(self, x):
        self.x = x

    def __init_subclass__(cls, **kw):
        print("subclass", cls.__name__, kw)


class B(A, tag=1):
    pass


print(B(3).x, type(B).__name__)
