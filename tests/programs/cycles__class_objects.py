# A class is a cycle of its own: mro, dictionary, descriptors.
import gc

gc.collect()


class Z:
    pass


del Z
print(gc.collect())


class M:
    def method(self):
        pass


del M
print(gc.collect())


class I:
    pass


i = I()
del I
print(gc.collect())
del i
print(gc.collect())
