# A dict of bound methods keeps the instances; WeakMethod does not.
# needs: bound methods, weakref
import gc
import sys
import weakref

gc.collect()


class Button:
    def __init__(self, name):
        self.name = name
        self.handlers = {}

    def on(self, event, handler):
        self.handlers.setdefault(event, []).append(handler)
        return self

    def fire(self, event, *args):
        for handler in list(self.handlers.get(event, ())):
            print("  ->", handler(*args))


class Window:
    def __init__(self, title):
        self.title = title
        self.button = Button("ok").on("click", self.clicked).on("click", lambda *a: self.title.upper())

    def clicked(self, x=0, y=0):
        return f"{self.title}@{x},{y}"

    def __del__(self):
        print("window gone:", self.title)


w = Window("main")
w.button.fire("click", 3, 4)
print(sys.getrefcount(w))
kinds = sorted(type(r).__name__ for r in gc.get_referrers(w))
print(kinds)
method = w.clicked
print(method.__self__ is w, method.__func__ is Window.clicked, method.__name__, method == w.clicked, method is w.clicked)
print(sys.getsizeof(method), gc.is_tracked(method), [type(r).__name__ for r in gc.get_referents(method)])
wm = weakref.WeakMethod(w.clicked, lambda ref: print("method died", ref is wm))
plain = weakref.ref(w.clicked)
print(plain(), wm()(1, 2))
del method
del w
print("deleted")
print(gc.collect() > 0)
print(wm())
table = {}
for name in ("x", "y"):
    o = Window(name)
    table[name] = o.clicked
del o
print(sorted(table), [m() for m in table.values()])
table.clear()
print(gc.collect() > 0)
print(hash(Button("a").fire) == hash(Button("a").fire))
