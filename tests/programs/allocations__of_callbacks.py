# How many containers more there are after finalizers and callbacks of weak references were made and called.
import gc, weakref
gc.disable()
def show(label, f):
    f(); gc.collect(); a = gc.get_count()[0]; r = f(); b = gc.get_count()[0]
    print(label, b - a)
class A: pass
def g(*args, **kw): pass
def dead_print():
    a = A(); f = weakref.finalize(a, print, 'x', 2); del a; return f
def dead_g():
    a = A(); f = weakref.finalize(a, g, 'x', 2); del a; return f
def ex_print():
    print(*('x', 2), **{})
def ex_print_kw(k=None):
    print(*('x', 2), **(k or {}))
def ex_g():
    g(*('x', 2), **{})
def ex_len():
    len(*([],), **{})
def ex_int():
    int(*('2',), **{})
def p(): print('x', 2)
def pe(): print('x', 2, end='\n')
def dead_len():
    a = A(); f = weakref.finalize(a, len, []); del a; return f
def ref_cb():
    a = A(); f = weakref.ref(a, lambda r: print('x', 2)); del a; return f
for f in (dead_print, dead_g, ex_print, ex_print_kw, ex_g, ex_len, ex_int, p, pe, dead_len, ref_cb): show(f.__name__, f)
def two():
    a = A(); f = [weakref.ref(a, g), weakref.ref(a, g)]; del a; return f
def three():
    a = A(); f = [weakref.ref(a, g), weakref.ref(a), weakref.ref(a, g), weakref.ref(a, g)]; del a; return f
def plain():
    a = A(); f = weakref.ref(a), weakref.proxy(a); del a; return f
for f in two, three, plain: show(f.__name__, f)
def one():
    a = A(); f = weakref.finalize(a, print); return a, f
def dead():
    a = A(); f = weakref.finalize(a, int); del a; return f
def arg():
    a = A(); f = weakref.finalize(a, g, 'x', 2); return a, f
def kw():
    a = A(); f = weakref.finalize(a, g, k=2); return a, f
def detached():
    a = A(); f = weakref.finalize(a, int); f.detach(); return a, f
def invoked():
    a = A(); f = weakref.finalize(a, int); f(); return a, f
def alive():
    a = A(); f = weakref.finalize(a, int); f.alive; return a, f
def single():
    a = A(); return a, weakref.ref(a, lambda r: None)
for f in (one, dead, arg, kw, detached, invoked, alive, single): show(f.__name__, f)
for given in (), (1,):
    try: weakref.finalize(*given)
    except TypeError as e: print(type(e).__name__)
