# A cached property's value lives in the instance and dies with it.
# needs: functools, decorators
import functools


class Noisy:
    def __del__(self):
        print("value gone")


class C:
    @functools.cached_property
    def value(self):
        print("computed")
        return Noisy()


c = C()
c.value
c.value
print("value" in c.__dict__)
del c.value
c.value
del c
print("end")
