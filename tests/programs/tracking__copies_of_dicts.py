# Which copies of a tracked dict are tracked, though they hold atoms only.
import gc
class M(dict): pass
def show(*what): print(*[int(gc.is_tracked(w)) for w in what])
def tracked(n=1, extra=0):
    d = {'a': []}
    d['a'] = 1
    for i in range(n): d[i] = i
    for i in range(extra): del d[i]
    return d
for n, extra in ((0,0),(1,0),(3,0),(4,0),(5,0),(5,1),(8,0),(8,3),(8,5),(12,1),(12,8)):
    d = tracked(n, extra)
    e = {}
    e.update(d)
    f = {'b': 2}
    f.update(d)
    print(n, extra, end=': ')
    show(d, d.copy(), dict(d), {**d}, e, f, {**d, **{}}, {**{}, **d}, dict(d, z=1), M(d), M(d).copy(), dict(M(d)))
m = M(); show(m, m.copy(), dict(m), {**m})
m['k'] = 1; show(m, m.copy(), dict(m), {**m}, M(m))
class O:
    def __init__(self): self.x = 1
o = O(); show(o.__dict__, dict(o.__dict__), o.__dict__.copy(), {**o.__dict__}); o.y = []; o.y = 1; show(o.__dict__, dict(o.__dict__), o.__dict__.copy())
import collections
q = collections.OrderedDict(a=1); show(q, q.copy(), dict(q), {**q})
c = collections.Counter('aab'); show(c, c.copy(), dict(c), {**c})
z = collections.defaultdict(int, a=1); show(z, z.copy(), dict(z), {**z})
def f(**kw): return kw
show(f(**tracked(0)), f(**m), f(**q), f(**c), f(**z))
def g(*a, **kw): return kw
show(g(1, **tracked(0)), g(2, **m), g(3, b=1, **m))
show(O.__dict__.copy(), dict(O.__dict__))
import types
p = types.MappingProxyType(tracked()); show(p.copy(), dict(p), {**p})
import copy
show(copy.copy(tracked(2)), copy.copy(m), copy.copy(c))
w = tracked(0)
gc.collect(); show(w, w.copy(), dict(w))
show(eval("{**w}"), tracked(0).fromkeys("ab"), dict.fromkeys(tracked(0)))
