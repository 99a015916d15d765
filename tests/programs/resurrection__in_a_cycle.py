# What a resurrected object reaches survives with it.
import gc

gc.disable()
saved = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        if self.name == "a":
            saved.append(self)


gc.collect()
a = Node("a")
b = Node("b")
a.other = b
b.other = a
del a, b
print(gc.collect())
print(saved[0].other.name)
saved.clear()
print(gc.collect())
