# An event source keeps its listeners; one with weak methods does not.
# needs: weak containers
import weakref


class Source:
    def __init__(self):
        self.strong = []
        self.weak = []

    def fire(self):
        n = 0
        for m in self.strong:
            m()
            n += 1
        for w in self.weak:
            m = w()
            if m is not None:
                m()
                n += 1
        return n


class Listener:
    def heard(self):
        pass

    def __del__(self):
        print("listener gone")


s = Source()
a = Listener()
b = Listener()
s.strong.append(a.heard)
s.weak.append(weakref.WeakMethod(b.heard))
print(s.fire())
del a, b
print(s.fire())
s.strong.clear()
print(s.fire())
