# How much room a list has after it became empty in one way or another, and what it gets when it is extended then.
import sys
def size(l): return (sys.getsizeof(l) - sys.getsizeof([])) // 8
def pop():
    l = [1, 2]; l.pop(); l.pop(); return l
def pop0():
    l = [1, 2]; l.pop(0); l.pop(0); return l
def pop1():
    l = [1]; l.pop(); return l
def appended():
    l = []; l.append(1); l.pop(); return l
def remove():
    l = [1, 2]; l.remove(1); l.remove(2); return l
def deleted():
    l = [1, 2]; del l[0]; del l[0]; return l
def sliced():
    l = [1, 2]; del l[:]; return l
def stepped():
    l = [1, 2]; del l[::2]; del l[::-1]; return l
def stepped1():
    l = [1, 2]; del l[::-1]; return l
def cleared():
    l = [1, 2]; l.clear(); return l
def assigned():
    l = [1, 2]; l[:] = []; return l
def generator():
    return list(iter(i for i in ()))
def comprehension():
    return [i for i in ()]
def iterator():
    return list(iter([]))
def mapped():
    return list(map(str, []))
def extended():
    l = []; l.extend(i for i in ()); return l
def ofset(): return list(set())
def oftuple(): return list(())
def ofdict(): return list({})
def ofrange(): return list(range(0))
def ofstr(): return list('')
def starred(): return [*(i for i in ())]
def starred2(): return [*()]
def multiplied(): return [1] * 0
def multiplied2():
    l = [1]; l *= 0; return l
def sorted_(): return sorted(i for i in ())
def sortm():
    l = pop(); l.sort(); return l
def added(): return [] + []
def addedp(): return pop() + []
def copied(): return pop().copy()
def init():
    l = [1, 2]; l.__init__(); return l
def split(): return ''.split()
def rev():
    l = pop(); l.reverse(); return l
def sub():
    class L(list): pass
    return L(i for i in ())
for f in (pop, pop0, pop1, appended, remove, deleted, sliced, stepped, stepped1, cleared, assigned, generator, comprehension, iterator, mapped, extended, ofset, oftuple, ofdict, ofrange, ofstr, starred, starred2, multiplied, multiplied2, sorted_, sortm, added, addedp, copied, init, split, rev, sub):
    print(f.__name__, end=' ')
    for n in (1, 2, 3, 5, 6):
        l = f(); l.extend(list(range(n)))
        m = f(); m += (0,) * n
        k = f(); k.extend(i for i in range(n))
        s = f(); s[:] = range(n)
        e = f(); e.extend(set(range(n)))
        r = f(); r.extend(iter(range(n)))
        print(size(l), size(m), size(k), size(s), size(e), size(r), end='  ')
    print(size(f()))
