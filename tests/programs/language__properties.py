# property with setter and deleter; a read-only one refuses.
# needs: decorators
class T:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        return self._c

    @c.setter
    def c(self, value):
        if value < 0:
            raise ValueError("negative")
        self._c = value

    @c.deleter
    def c(self):
        self._c = None

    @property
    def f(self):
        return self._c * 2


t = T()
t.c = 5
print(t.c, t.f)
try:
    t.c = -1
except ValueError as e:
    print(e)
try:
    t.f = 1
except AttributeError as e:
    print(e)
del t.c
print(t.c, isinstance(T.c, property))
