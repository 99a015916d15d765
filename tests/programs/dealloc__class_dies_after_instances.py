# A class lives as long as an instance of it.
import gc
import weakref

gc.disable()


class A:
    def __del__(self):
        print("del")


ref = weakref.ref(A)
a = A()
del A
gc.collect()
print(ref() is None)
del a
print(ref() is None)
gc.collect()
print(ref() is None)
