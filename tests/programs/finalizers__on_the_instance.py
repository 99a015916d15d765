# Only the class's __del__ counts, not one set on the instance.
# needs: lambda
class A:
    pass


a = A()
a.__del__ = lambda: print("never printed")
del a
a = A()
A.__del__ = lambda self: print("set later")
del a
print("end")
