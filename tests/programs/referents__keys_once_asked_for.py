# Up to 3.10 a dict of texts is visited without its keys, until a key of another type is looked up in it.
# needs: everything
import gc

gc.disable()


def shown(d):
    print([type(x).__name__ for x in gc.get_referents(d)])


d = {"a": [], "b": 2.5}
shown(d)
d.get("c")
shown(d)
d.get(7)
shown(d)
copied = d.copy()
shown(copied)
shown(dict(d))
d.clear()
d["a"] = []
shown(d)
print(7 in d)
shown(d)

d = {"a": []}
d.pop("a")
d.pop(7, None)
d["a"] = []
shown(d)
d.pop(7, None)
shown(d)

d = {}
d.get(7)
d["a"] = []
shown(d)


class A:
    pass


a = A()
a.x = []
vars(a).get(7)
shown(vars(a))
print({}.pop([], "an empty dict asks for no hash"))
