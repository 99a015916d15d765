# An instance with empty __slots__ is tracked as well, since 3.8.
# needs: slots
import gc

gc.disable()


class Nothing:
    __slots__ = ()


class One:
    __slots__ = ("x",)


n = Nothing()
o = One()
print(gc.is_tracked(n), gc.is_tracked(o))
o.x = 1
gc.collect()
print(gc.is_tracked(n), gc.is_tracked(o))
