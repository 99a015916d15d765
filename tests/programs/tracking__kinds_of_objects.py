# Atoms are never tracked, lists always; empty dicts since 3.14.
import gc

gc.disable()
gc.collect()


class Plain:
    pass


def f():
    pass


for x in [0, 1.5, "a", b"a", None, True, 10**30]:
    print(type(x).__name__, gc.is_tracked(x))
print("list", gc.is_tracked([]))
print("set", gc.is_tracked({1}))
print("instance", gc.is_tracked(Plain()))
print("class", gc.is_tracked(Plain))
print("function", gc.is_tracked(f))
print("module", gc.is_tracked(gc))
print("dict", gc.is_tracked({}))
print("tuple", gc.is_tracked(()))
print("range", gc.is_tracked(range(3)))
