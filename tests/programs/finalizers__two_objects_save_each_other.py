# One finalizer saves its object, the other one drops it again.
import gc

gc.disable()
saved = []


class Saver:
    def __del__(self):
        saved.append(self)
        print("saved")


class Dropper:
    def __del__(self):
        saved.clear()
        print("dropped")


gc.collect()
s = Saver()
d = Dropper()
s.d = d
d.s = s
del s, d
print(gc.collect() > 0)
print(len(saved))
