# Slow, raising or resurrecting: what matters in 2.7 is only that __del__ is in a cycle.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class Slow(object):
    def __del__(self):
        n = 0
        for i in range(1000):
            n += i
        print("slow")


class Back(object):
    def __del__(self):
        saved.append(self)
        print("back")


saved = []
gc.collect()
for kind in [Slow, Back]:
    x = kind()
    x.me = x
    del x
    gc.collect()
    print(len(gc.garbage), len(saved))
