# Objects made in a comprehension and dropped die one by one.
import weakref


class Thing:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


refs = [weakref.ref(Thing(n)) for n in range(3)]
print([r() for r in refs])
