# The whole cycle of a saved object lives on, its finalizers already run.
import gc

gc.disable()
saved = []


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        if self.name == "b":
            saved.append(self)


gc.collect()
a, b, c = N("a"), N("b"), N("c")
a.next, b.next, c.next = b, c, a
del a, b, c
print(gc.collect())
n = saved[0]
print(n.name, n.next.name, n.next.next.name)
del n
saved.clear()
print(gc.collect() > 0)
