# Methods of dict; order of insertion.
# needs: builtins
d = {"b": 1, "a": 2}
d["c"] = 3
del d["b"]
d["b"] = 4
print(d, list(d), list(d.values()), list(d.items()), "a" in d, d.get("x"), d.get("x", 0))
print(d.pop("a"), d.pop("zz", None), d.setdefault("e", []), d.popitem(), d, len(d))
d.update({"x": 1}, y=2)
print(d, dict(a=1), dict([(1, 2)]), dict.fromkeys("ab", 0), {**d, "z": 1})
print({1: "a", 1.0: "b", True: "c"}, d.keys() & {"x", "q"}, {"a": 1} == {"a": 1.0}, sorted(d))
for k, v in d.items():
    print(k, v, end="; ")
print()
try:
    d["nope"]
except KeyError as e:
    print(repr(e))
