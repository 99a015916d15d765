# How weak references name the class of what they refer to: from 3.13 on by its qualified name.
import collections
import weakref


def shown(reference):
    words = repr(reference).replace(">", " >").replace(";", " ;").split()
    return " ".join("0x" if word.startswith("0x") else word for word in words)


class Outer:
    class Inner:
        pass

    def make(self):
        class Local:
            def __init__(self):
                self.__name__ = "custom"

        return Local()


inner = Outer.Inner()
local = Outer().make()
queue = collections.deque()
for target in (inner, local, queue, Outer, Outer.make, {1}):
    print(shown(weakref.ref(target)))
    print(shown(weakref.proxy(target)))
