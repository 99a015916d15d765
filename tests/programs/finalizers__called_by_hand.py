# Calling __del__ by hand does not count as finalizing.
class A:
    def __del__(self):
        print("del")


a = A()
a.__del__()
print("still there", a is not None)
del a
