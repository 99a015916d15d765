# A subclass inherits __del__; super().__del__() calls the base's.
# needs: inheritance
class A:
    def __del__(self):
        print("A.__del__", type(self).__name__)


class B(A):
    pass


class C(A):
    def __del__(self):
        print("C.__del__")
        super().__del__()


b = B()
del b
c = C()
del c
