# A tree whose children know their parent: strongly a cycle, weakly none.
# needs: weakref, classes, gc
import gc
import weakref


class Strong:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def __del__(self):
        print("del", self.name)


class Weak(Strong):
    @property
    def parent(self):
        return self._parent() if self._parent is not None else None

    @parent.setter
    def parent(self, value):
        self._parent = None if value is None else weakref.ref(value)

    def path(self):
        parent = self.parent
        return self.name if parent is None else parent.path() + "/" + self.name


gc.disable()
gc.collect()
root = Strong("root")
for n in "ab":
    Strong(n, root)
Strong("c", root.children[0])
print("drop strong root")
del root
print("still there")
print(gc.collect())

root = Weak("wroot")
for n in "xy":
    Weak("w" + n, root)
leaf = Weak("wz", root.children[0])
print(leaf.path(), leaf.parent.name, leaf.parent.parent is root)
print("drop weak root")
del root
print(leaf.parent, gc.collect())
del leaf
print("end")

