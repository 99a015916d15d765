# A dict that takes over another's table is tracked where that one is, whatever it holds.
import gc


class M(dict):
    pass


m = M()
print(gc.is_tracked(m), gc.is_tracked({**m}))
m["k"] = "text"
print(gc.is_tracked({**m}), gc.is_tracked(dict(m)), gc.is_tracked(m.copy()))
d = {}
d.update(m)
print(gc.is_tracked(d))
e = {"a": 1}
e.update(m)
print(gc.is_tracked(e), gc.is_tracked({**e}), gc.is_tracked({**{}, **m}), gc.is_tracked({**e, **m}))
for i in range(20):
    m[str(i)] = i
print(gc.is_tracked({**m}), gc.is_tracked({"b": 2, **m}))
for i in range(18):
    del m[str(i)]
print(gc.is_tracked({**m}), gc.is_tracked(dict(m)))
