# An instance is tracked whatever it holds; its dictionary may not be.
import gc

gc.disable()
gc.collect()


class Empty:
    pass


e = Empty()
print(gc.is_tracked(e))
e.n = 1
print(gc.is_tracked(e), gc.is_tracked(e.__dict__))
e.row = []
print(gc.is_tracked(e), gc.is_tracked(e.__dict__))
gc.collect()
print(gc.is_tracked(e))
