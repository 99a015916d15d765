# Random programs about memory management, made by tests/fuzz.py (seeds 262 to 299).
# versions: 3.8-3.14
# needs: everything
import gc
import sys
import weakref
from collections import OrderedDict, defaultdict, deque
from functools import partial


def begin(number):
    print("==", number)
    sys.stderr.write("== %d\n" % number)
    gc.disable()
    gc.set_threshold(700, 10, 10)
    gc.set_debug(0)
    gc.callbacks.clear()
    gc.garbage.clear()
    gc.collect()
    gc.freeze()
    gc.collect()


def end():
    gc.disable()
    gc.set_debug(0)
    gc.callbacks.clear()
    for name in list(globals()):
        if name not in KEEP:
            del globals()[name]
    gc.garbage.clear()
    print("left", gc.collect())
    gc.unfreeze()


def note(ref):
    print("callback")


def watch(phase, info):
    print(phase, info["generation"], info["collected"], info["uncollectable"])


def kinds(objects):
    return [type(x).__name__ for x in objects]


# The first repr() of a container and the first use of a keyword make objects that CPython keeps for ever.
repr([[]])
gc.get_objects(generation=0)


class Row(list):
    pass


class Table(dict):
    pass


KEEP = set(globals()) | {"KEEP"}

begin(262)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = [[] for i in range(3)]
    for i in range(3):
        v1[i].append(v1[(i + 1) % 3])
    del v1, i
    print('1:', len(gc.get_objects()) - base)
    v2 = [].append
    v2 = None
    print('2:', kinds(gc.get_referents(v2)))
    print('3:', len(gc.get_objects()) - base)
    def f2(p2):
        w4 = N('n3')
        w5 = {w4, 1}
        w6 = [p2, p2, w4]
        print('4:', len(gc.get_objects()) - base)
        w7 = weakref.WeakKeyDictionary()
        w7[w4] = p2
        print('5:', len(w7))
        w4 = S()
        w8 = make(w6)
    v9 = f2(v2)
    f2(v2)
    v10 = weakref.WeakKeyDictionary()
    v10[f2] = v2
    print('6:', len(v10))
    print('7:', gc.collect())
    f2, v2 = v2, f2
    v11 = [v10, v9, v10]
    v10 = ()
    v10 = None
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('8:', gc.collect())
    gc.set_debug(0)
    print('9:', kinds(gc.garbage))
    gc.garbage.clear()
    v12 = {}
    print('10:', gc.is_tracked(v10))
    print('11:', sys.getrefcount(v11))
    print('12:', sys.getrefcount(v12))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(263)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class T:
        __slots__ = ('x', 'y')
    class E(Exception):
        pass
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = T()
    def f1(p1):
        w3 = N('n2')
        print('2:', gc.is_tracked(p1))
        print('3:', len(gc.get_objects()) - base)
        print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w3.y = p1
        try:
            raise E(p1)
        except E as error:
            print('5:', len(error.args))
        w3 = [w3, p1, p1]
        return w3
    v5 = f1(v1)
    v6 = weakref.ref(f1, note)
    print('6:', v6() is None)
    v6 = 's6'
    v1 = {f1, 1}
    v7 = (v5, v6, v1,)
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v8 = [R('r8.' + str(i)) for i in range(4)]
    for i in range(4):
        v8[i].x = v8[(i + 1) % 4]
    del v8, i
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v9 = A()
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('10:', gc.collect())
    gc.set_debug(0)
    print('11:', kinds(gc.garbage))
    gc.garbage.clear()
    v10 = B('b9')
    v1.add(v9)
    f1.mark = v7
    v11 = weakref.ref(v10)
    v6 = counter()
    print('12:', gc.is_tracked(v9))
    print('13:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(264)
try:
    class A:
        pass
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def make(x):
        def inner():
            return x
        return inner
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = (1,)
    print('2:', kinds(gc.get_referents(v1)))
    print('3:', gc.collect(1))
    def f1(p1):
        print('4:', gc.collect())
        p1 = N('n2')
        return p1
    v1 = f1(v1)
    print('5:', sys.getrefcount(f1))
    f1 = make({})
    f1.mark = f1
    v3 = lambda x=v1: x
    f1.mark = f1
    print('6:', gc.collect())
    v3 = None
    v4 = P(v1)
    print('7:', gc.is_tracked(v1))
    print('8:', gc.is_tracked(f1))
    f1 = None
    try:
        fail(v4)
    except ValueError as error:
        f1 = error
    print('9:', f1.__traceback__ is None)
    v5 = v4.own
    v6 = P(f1)
    class K6:
        def __init__(self):
            self.x = self
    v8 = K6()
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('11:', gc.collect(1))
    f1, v1 = v1, f1
    K6.mark = v4
    K6.mark = f1
    v9 = ()
    print('12:', sys.getrefcount(v5))
    print('13:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(265)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class T:
        __slots__ = ('x', 'y')
    def give(x, y=None, *rest, **named):
        return x
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    class K0:
        def m(self):
            return K
    v2 = K0()
    print('1:', weakref.getweakrefcount(K0))
    del K0
    v2 = (v2,)
    print('2:', kinds(gc.get_referents(v2)))
    v2 = counter()
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = [D('d3.' + str(i)) for i in range(1)]
    for i in range(1):
        v3[i].x = v3[(i + 1) % 1]
    print('4:', gc.collect())
    print('5:', gc.collect())
    v4 = []
    print('6:', gc.is_tracked(v4))
    print('7:', len(gc.get_objects()) - base)
    print('8:', v2(v4))
    v5 = give([], 1, 2, 3)
    v6 = T()
    print('9:', gc.is_tracked(v2))
    v4 = deque([])
    print('10:', kinds(gc.get_referents(v3)))
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(266)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class L(list):
        pass
    base = len(gc.get_objects())
    v1 = L()
    print('1:', gc.collect(0))
    v1 = D('d1')
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = N('n1')
    v1.x = v1
    print('3:', gc.collect(0))
    v1.y = v1
    print('4:', kinds(gc.get_referents(v1)))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(268)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    for i in range(2):
        v1 = counter()
        print('2:', v1(i))
        v2 = S()
        v3 = []
        v4 = [i, 2.5]
    i = None
    print('3:', gc.collect())
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('4:', gc.collect())
    gc.set_debug(0)
    print('5:', kinds(gc.garbage))
    gc.garbage.clear()
    i = counter()
    def f4(p4):
        p4 = None
        del p4
        w6 = {1, 2}
        w7 = {1, 2}
        w7.add(3)
        print('6:', kinds(gc.get_referents(w7)))
    v8 = f4(i)
    f4(i)
    v9 = [N('n9.' + str(i)) for i in range(3)]
    for i in range(3):
        v9[i].x = v9[(i + 1) % 3]
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('7:', gc.collect())
    gc.set_debug(0)
    print('8:', kinds(gc.garbage))
    gc.garbage.clear()
    v10 = [R('r10.' + str(i)) for i in range(4)]
    for i in range(4):
        v10[i].x = v10[(i + 1) % 4]
    del v10, i
    v11 = weakref.WeakKeyDictionary()
    v11[f4] = []
    print('9:', len(v11))
    del f4
    print('9:', len(v11))
    gc.collect()
    print('9:', len(v11))
    v12 = A()
    def f12(p12):
        w14 = A()
        w15 = [w14, w14]
        return w15
    v9 = f12(i)
    f12(i)
    v16 = 's15'
    v17 = [None]
    v18 = T()
    v9 = [v11, v8]
    v19 = weakref.WeakSet()
    v19.add(v12)
    print('10:', len(v19))
    print('11:', sys.getrefcount(v12))
    for i in range(5):
        v17.append({'k': i})
    v20 = {i, 1}
    del v8
    del v11
    print('12:', gc.is_tracked(f12))
    print('13:', gc.is_tracked(i))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(269)
try:
    class A:
        pass
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    base = len(gc.get_objects())
    v1 = N('n0')
    v1.x = v1
    v1 = {'a': 1, 'b': v1, 'c': v1}
    print('1:', gc.collect())
    v2 = [A() for i in range(3)]
    for i in range(3):
        v2[i].x = v2[(i + 1) % 3]
    del v2, i
    v1 = [v1]
    print('2:', sys.getsizeof(v1))
    print('3:', gc.is_tracked(v1))
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(270)
try:
    class T:
        __slots__ = ('x', 'y')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', gc.collect())
    print('2:', len(gc.get_objects()) - base)
    v1 = T()
    print('3:', kinds(gc.get_referents(v1)))
    print('4:', sys.getrefcount(v1))
    v1.x = []
    v1 = counter()
    print('5:', v1(v1))
    print('6:', v1(v1))
    print('7:', len(gc.get_objects()) - base)
    print('8:', gc.collect())
    print('9:', gc.is_tracked(v1))
    print('10:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(271)
try:
    rescued = []
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    base = len(gc.get_objects())
    print('1:', gc.collect())
    v1 = {'a': 'text', 'b': 'text', 'c': {}}
    v2 = {1, 2}
    v1 = {'a': v1, 'b': v1, 'c': ()}
    v2.add(3)
    v2.add(3)
    v2.add(3)
    v2 = weakref.ref(v2)
    v2 = partial(print, v1)
    v3 = [D('d3.' + str(i)) for i in range(5)]
    for i in range(5):
        v3[i].x = v3[(i + 1) % 5]
    del v3, i
    v4 = P(v2)
    v5 = {'a': v2}
    v6 = 3735
    v2 = v4.own
    print('2:', gc.collect(0))
    class K6:
        __slots__ = ()
    v8 = K6()
    v9 = R('r8')
    print('3:', gc.is_tracked(v6))
    v10 = (v1, v2, None,)
    v11 = A()
    v1.update(z=1000 + 11)
    print('4:', sys.getrefcount(v1))
    print('5:', kinds(gc.get_referents(v8)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(272)
try:
    class M(dict):
        pass
    base = len(gc.get_objects())
    print('1:', gc.collect())
    v1 = (1000 + 0, None,)
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('2:', gc.collect())
    gc.set_debug(0)
    print('3:', kinds(gc.garbage))
    gc.garbage.clear()
    print('4:', gc.is_tracked(v1))
    v2 = [2.5]
    del v1
    for i in range(3):
        v2.append([i])
    print('5:', gc.collect())
    print('6:', gc.is_tracked(v2))
    v3 = M()
    print('7:', len(gc.get_objects()) - base)
    print('8:', len(gc.get_objects()) - base)
    v3.setdefault('b', [])
    v2 += [None]
    v3 = {i, 1}
    print('9:', type(i).__name__)
    del i
    for i in range(7):
        v2.append((i, i))
    print('10:', kinds(gc.get_referents(v2)))
    class K3:
        x = []
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('13:', weakref.getweakrefcount(K3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(273)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class M(dict):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = [None, 2.5]
    v2 = gen(v1)
    v3 = [N('n3.' + str(i)) for i in range(3)]
    for i in range(3):
        v3[i].x = v3[(i + 1) % 3]
    for i in range(4):
        v3.append({i})
    del v1[:2]
    print('1:', type(i).__name__)
    v1.clear()
    v1.extend([v3, 1000 + 3])
    for i in range(2):
        v1.append(v1)
    v2 = M()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3, i = i, v3
    print('3:', len(gc.get_objects()) - base)
    print('4:', gc.is_tracked(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(274)
try:
    class A:
        pass
    class M(dict):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    try:
        fail([])
    except ValueError:
        v2 = A()
        v2.x = v2
    finally:
        print('1:', 'finally')
    v3 = [[] for i in range(3)]
    for i in range(3):
        v3[i].append(v3[(i + 1) % 3])
    del v3, i
    print('2:', gc.collect())
    print('3:', len(gc.get_objects()) - base)
    print('4:', gc.collect())
    v4 = M()
    print('5:', gc.is_tracked(v4))
    v5 = [[i] for i in range(1)]
    v4.pop('b', None)
    for i in range(3):
        v6 = [[i] for i in range(5)]
    print('6:', sys.getsizeof(v5))
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(275)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class L(list):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', gc.collect(1))
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = ([],)
    print('3:', gc.collect(0))
    def f1(p1):
        w3 = make(p1)
        w3 = gen(w3)
        w4 = [N('n4.' + str(i)) for i in range(2)]
        for i in range(2):
            w4[i].x = w4[(i + 1) % 2]
        w6 = [].append
        print('4:', gc.collect(0))
        w7 = [w4]
        return w4
    v8 = f1(v1)
    f1.mark = f1
    v9 = counter()
    del v8
    v10 = L()
    print('5:', gc.is_tracked(f1))
    print('6:', kinds(gc.get_referents(v10)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(277)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = A()
    v1.z = v1
    v1 = B('b1')
    v2 = R('r1')
    v3 = T()
    v4 = make(v3)
    v5 = give(v4, k=[])
    print('1:', gc.collect())
    print('2:', gc.is_tracked(v2))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(278)
try:
    class A:
        pass
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = []
    v3 = None
    v3 = give(v3)
    print('1:', gc.collect(1))
    v4 = [[i] for i in range(6)]
    v5 = [v4, v4, None]
    try:
        fail(v4)
    except ValueError:
        v3 = [].append
        v1.extend([v3, v1, v4])
    finally:
        print('2:', 'finally')
    v4.insert(0, v4)
    v6 = A()
    v7 = [N('n7.' + str(i)) for i in range(2)]
    for i in range(2):
        v7[i].x = v7[(i + 1) % 2]
    del v7, i
    for i in range(6):
        v1.append([i])
    print('3:', sys.getrefcount(v5))
    i = []
    v5 = N('n7')
    del v1
    print('4:', gc.is_tracked(i))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(279)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class E(Exception):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = R('r0')
    print('2:', sys.getrefcount(v1))
    v1.z = v1
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', kinds(gc.get_referents(v1)))
    v1.z = v1
    print('5:', len(gc.get_objects()) - base)
    v2 = [v1, v1, {}]
    v2[1:] = []
    for i in range(7):
        v2.append({i})
    v3 = [{} for i in range(3)]
    for i in range(3):
        v3[i]['next'] = v3[(i + 1) % 3]
    v4 = None
    try:
        fail(i)
    except ValueError as error:
        v4 = error
    print('6:', v4.__traceback__ is None)
    v5 = [[] for i in range(1)]
    for i in range(1):
        v5[i].append(v5[(i + 1) % 1])
    del v5, i
    v1.x = v1
    for i in range(4):
        v2.append([v2])
    v6 = R('r5')
    for i in range(7):
        v3.append({i})
    try:
        raise E(v6)
    except E as error:
        print('7:', len(error.args))
    print('8:', len(v3))
    print('9:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(280)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class L(list):
        pass
    class E(Exception):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = []
    try:
        try:
            fail('text')
        except ValueError as error:
            raise E(1) from error
    except E as error:
        v1 = error.__cause__
    v1.me = v1
    try:
        fail(v1)
    except ValueError:
        v3 = L()
    finally:
        print('1:', 'finally')
    print('2:', gc.collect(1))
    class K3:
        def m(self):
            return K
    v5 = K3()
    print('3:', sys.getrefcount(v5))
    v6 = 4911
    def f6(p6):
        print('4:', gc.collect())
        for i in range(7):
            w8 = None
            w9 = OrderedDict(a=i)
        p6 = B('b9')
        w10 = [[] for i in range(4)]
        for i in range(4):
            w10[i].append(w10[(i + 1) % 4])
        w11 = [i, i]
        print('5:', type(i).__name__)
        print('6:', len(gc.get_objects()) - base)
    v12 = f6(v1)
    def f12(p12):
        del p12
        w14 = {'a': ()}
        w15 = lambda x=w14: x
        w15 = N('n15')
        w15.z = w15
        w14, w15 = w15, w14
        return w15
    v1 = f12(v12)
    print('7:', sys.getrefcount(f6))
    v16 = weakref.WeakValueDictionary()
    v16['k'] = f6
    print('8:', len(v16))
    del f6
    print('8:', len(v16))
    gc.collect()
    print('8:', len(v16))
    del K3
    v17 = {v6, 1}
    v18 = [[i] for i in range(0)]
    print('9:', gc.is_tracked(f12))
    v19 = 's18'
    print('10:', sys.getrefcount(v17))
    print('11:', type(v6).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(281)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class M(dict):
        pass
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    v2 = None
    with C() as v2:
        v1.update(z=v2)
        fail(v2)
    v1.update(z=v1)
    for i in range(3):
        v3 = N('n2')
        v3.z = i
        v1[7] = v1
        v4 = (i, v1, v2,)
    v5 = {'a': i, 'b': v2, 'c': v2}
    print('2:', gc.is_tracked(i))
    print('3:', gc.is_tracked(i))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(283)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class E(Exception):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = gen(1000 + 0)
    try:
        raise E(v1)
    except E as error:
        print('1:', len(error.args))
    v3 = {1, 2}
    class K3:
        x = []
    v5 = K3()
    print('2:', gc.collect(0))
    v5 = B('b5')
    print('3:', len(gc.get_objects()) - base)
    print('4:', len(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(284)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class T:
        __slots__ = ('x', 'y')
    class M(dict):
        pass
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    v1 = T()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = [[i] for i in range(12)]
    v2 = R('r2')
    v2.x = v2
    del v2
    print('3:', gc.collect(), len(rescued))
    rescued.clear()
    print('4:', gc.collect())
    print('5:', sys.getsizeof(v1))
    print('6:', gc.is_tracked(v1))
    print('7:', len(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(286)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = ()
    v2 = [].append
    def f2(p2):
        print('1:', gc.collect(2))
        w4 = R('r3')
        print('2:', gc.collect(1))
        return p2
    v5 = f2(())
    f2(())
    v2 = [[i] for i in range(6)]
    v6 = [[i] for i in range(9)]
    for i in range(5):
        v6.append([v6])
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2, v6 = v6, v2
    print('4:', weakref.getweakrefcount(f2))
    v5 = P(v1)
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('5:', gc.collect())
    gc.set_debug(0)
    print('6:', kinds(gc.garbage))
    gc.garbage.clear()
    v2.insert(0, 2.5)
    v7 = lambda x=i: x
    i = R('r7')
    try:
        fail(1000 + 7)
    except ValueError:
        f2.mark = v1
    finally:
        print('7:', 'finally')
    v5 = R('r8')
    print('8:', gc.collect())
    del i, v5
    print('9:', deep(v6, 1))
    print('10:', kinds(gc.get_referents(v6)))
    v7 = S()
    print('11:', gc.is_tracked(v1))
    print('12:', weakref.getweakrefcount(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(287)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    class E(Exception):
        pass
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
    def make(x):
        def inner():
            return x
        return inner
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = ('text', None,)
    for i in range(4):
        v2 = (i, [],)
        v2 = S()
    def f2(p2):
        print('1:', len(gc.get_objects()) - base)
        w4 = gen(1000 + 3)
        print('2:', gc.is_tracked(p2))
        print('3:', gc.is_tracked(w4))
        print('4:', weakref.getweakrefcount(w4))
        del w4, p2
        print('5:', len(gc.get_objects()) - base)
    v5 = f2(v1)
    v6 = [S() for i in range(2)]
    for i in range(2):
        v6[i].x = v6[(i + 1) % 2]
    i = make(v1)
    v7 = R('r7')
    v7.x = v7
    del v7
    print('6:', gc.collect(), len(rescued))
    rescued.clear()
    print('7:', gc.collect())
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v8 = {'a': i, 'b': v6}
    v9 = R('r9')
    v9.x = v9
    del v9
    print('9:', gc.collect(), len(rescued))
    rescued.clear()
    print('10:', gc.collect())
    v8 = P(v8)
    v10 = None
    with C() as v10:
        v11 = R('r10')
        v8.z = f2
        fail(v10)
    try:
        raise E(v10)
    except E as error:
        print('11:', len(error.args))
    del f2
    v6.extend([v8])
    v10 = counter()
    v13 = make(v6)
    print('12:', len(v1))
    v13.mark = v13
    v14 = [v10]
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('13:', gc.collect())
    gc.set_debug(0)
    print('14:', kinds(gc.garbage))
    gc.garbage.clear()
    v15 = counter()
    v6 = [[i] for i in range(0)]
    del v15
    print('15:', sys.getrefcount(i))
    print('16:', sys.getrefcount(v14))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(288)
try:
    class A:
        pass
    class M(dict):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = object()
    v1 = M()
    v1.pop('a', None)
    print('1:', gc.is_tracked(v1))
    print('2:', gc.collect())
    v1 = make(v1)
    v1 = A()
    print('3:', deep(v1, 2))
    v3 = make(2.5)
    v3.mark = v3
    print('4:', len(gc.get_objects()) - base)
    v1.z = v3
    v3 = [v1, v3, v1]
    print('5:', gc.collect(0))
    v4 = give(v1, y=1)
    print('6:', sys.getrefcount(v1))
    print('7:', len(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(289)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = T()
    v2 = S()
    v3 = {v2, 1}
    v1, v3 = v3, v1
    for i in range(3):
        v1.add(i)
        v1.add(i)
        v1.add(i)
    print('1:', gc.collect())
    v3.x = v3
    del v2, i
    v3.x = v1
    print('2:', len(gc.get_objects()) - base)
    print('3:', gc.is_tracked(v1))
    v4 = None
    try:
        fail(v1)
    except ValueError as error:
        v4 = error
    print('4:', v4.__traceback__ is None)
    for i in range(6):
        v4 = make(v1)
    print('5:', len(gc.get_objects()) - base)
    print('6:', gc.is_tracked(i))
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(290)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = B('b0')
    v2 = counter()
    v3 = S()
    v3 = [v2]
    v4 = [D('d4.' + str(i)) for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    del v4, i
    print('2:', sys.getrefcount(v2))
    print('3:', v2(v1))
    v3.insert(0, v3)
    v2 = {v1, 1}
    v3 += [v3]
    print('4:', gc.is_tracked(v1))
    v2.add(v1)
    v3 = [{}]
    v1.z = v1
    v5 = weakref.WeakValueDictionary()
    v5['k'] = v1
    print('5:', len(v5))
    v6 = [S() for i in range(2)]
    for i in range(2):
        v6[i].x = v6[(i + 1) % 2]
    v7 = B('b6')
    class K7:
        def __init__(self):
            self.x = self
    v2.add(i)
    print('6:', sys.getrefcount(v2))
    v9 = [{} for i in range(5)]
    for i in range(5):
        v9[i]['next'] = v9[(i + 1) % 5]
    del v9, i
    def f9(p9):
        print('7:', gc.is_tracked(p9))
        print('8:', gc.is_tracked(p9))
        w11 = [S() for i in range(3)]
        for i in range(3):
            w11[i].x = w11[(i + 1) % 3]
        del w11, i
        p9 = A()
        return p9
    v12 = f9(i)
    print('9:', len(gc.get_objects()) - base)
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(292)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class L(list):
        pass
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = None
    for i in range(1):
        v1 = lambda x=v1: x
        i = N('n1')
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', gc.collect())
    v2 = {1, 2}
    v3 = L()
    print('6:', sys.getrefcount(v2))
    print('7:', len(v2))
    print('8:', gc.is_tracked(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(293)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = give('text', k=[])
    for i in range(2):
        v2 = 's1'
        v1 = S()
        v3 = [[i] for i in range(5)]
        i = object()
    v4 = {'a': 'text', 'b': 'text', 'c': 1}
    def f4(p4):
        w6 = [p4, p4]
        del w6[:2]
        print('1:', gc.is_tracked(p4))
        w6 = [p4, 1000 + 6]
        return w6
    v7 = f4(v4)
    f4(v4)
    print('2:', sys.getrefcount(v4))
    for i in range(3):
        v8 = R('r7')
        v7 = weakref.ref(f4, note)
    f4 = partial(print, v4)
    v9 = [N('n9.' + str(i)) for i in range(5)]
    for i in range(5):
        v9[i].x = v9[(i + 1) % 5]
    del v9, i
    print('3:', sys.getrefcount(f4))
    print('4:', type(i).__name__)
    v10 = 's9'
    f4 = make({})
    i = {'a': f4, 'b': v10, 'c': i}
    i[7] = v10
    v11 = [].append
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', len(gc.get_objects()) - base)
    v10 = N('n11')
    i['a'] = 1000 + 11
    print('7:', len(gc.get_objects()) - base)
    v12 = None
    try:
        fail(v11)
    except ValueError as error:
        v12 = error
    print('8:', v12.__traceback__ is None)
    print('9:', sys.getrefcount(v11))
    print('10:', gc.is_tracked(f4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(295)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def give(x, y=None, *rest, **named):
        return x
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = give([], k=[])
    class K1:
        pass
    print('1:', weakref.getweakrefcount(K1))
    v3 = B('b2')
    print('2:', len(gc.get_objects()) - base)
    del v1
    print('3:', gc.collect())
    v4 = gen(K1)
    print('4:', len(gc.get_objects()) - base)
    v5 = []
    print('5:', deep(v5, 3))
    v3.z = ()
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v6 = give(K1)
    del K1
    print('7:', gc.is_tracked(v4))
    print('8:', sys.getsizeof(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(296)
try:
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = {}
    for i in range(3):
        v1['b'] = i
    for i in range(6):
        v2 = [[i] for i in range(7)]
    print('1:', kinds(gc.get_referents(i)))
    print('2:', len(gc.get_objects()) - base)
    try:
        fail(v1)
    except ValueError:
        v1['a'] = v1
    finally:
        print('3:', 'finally')
    print('4:', len(gc.get_objects()) - base)
    v4 = [[i] for i in range(1)]
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(297)
try:
    class A:
        pass
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', gc.collect(2))
    v1 = [A() for i in range(3)]
    for i in range(3):
        v1[i].x = v1[(i + 1) % 3]
    v1 = A()
    print('2:', weakref.getweakrefcount(v1))
    v2 = [[] for i in range(3)]
    for i in range(3):
        v2[i].append(v2[(i + 1) % 3])
    del v2, i
    v3 = [{} for i in range(5)]
    for i in range(5):
        v3[i]['next'] = v3[(i + 1) % 5]
    print('3:', gc.collect())
    v1.z = i
    v4 = S()
    print('4:', gc.is_tracked(v1))
    del v1
    print('5:', weakref.getweakrefcount(v4))
    for i in range(3):
        v3.append([i])
    print('6:', gc.is_tracked(i))
    class K4:
        pass
    v6 = K4()
    print('7:', deep(v3, 3))
    del v4, v3
    v7 = counter()
    v8 = partial(print, v6)
    K4.mark = 1000 + 8
    v9 = [[] for i in range(2)]
    for i in range(2):
        v9[i].append(v9[(i + 1) % 2])
    v10 = weakref.ref(v8, note)
    print('8:', v10() is None)
    print('9:', weakref.getweakrefcount(v8))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(298)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = [[i] for i in range(2)]
    print('1:', gc.is_tracked(v1))
    v1 = give(v1, k=[])
    for i in range(8):
        v2 = R('r1')
        v3 = P(v1)
        i = defaultdict(list)
        v4 = gen(v1)
    v5 = A()
    v6 = [[] for i in range(1)]
    for i in range(1):
        v6[i].append(v6[(i + 1) % 1])
    print('2:', gc.collect(1))
    v7 = [N('n7.' + str(i)) for i in range(4)]
    for i in range(4):
        v7[i].x = v7[(i + 1) % 4]
    del v7, i
    print('3:', sys.getsizeof(v6))
    v1 = R('r7')
    del v1
    v5.x = v6
    print('4:', kinds(gc.get_referents(v6)))
    print('5:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(299)
try:
    rescued = []
    class A:
        pass
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = T()
    print('1:', kinds(gc.get_referents(v1)))
    v2 = gen(v1)
    print('2:', gc.is_tracked(v2))
    print('3:', gc.is_tracked(v1))
    v3 = [R('r3.' + str(i)) for i in range(2)]
    for i in range(2):
        v3[i].x = v3[(i + 1) % 2]
    print('4:', gc.collect())
    v4 = deque([v1])
    print('5:', gc.is_tracked(v4))
    v5 = R('r4')
    v5.z = v4
    v6 = A()
    print('6:', len(gc.get_objects()) - base)
    v7 = make(v2)
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v8 = B('b7')
    print('8:', weakref.getweakrefcount(v4))
    print('9:', weakref.getweakrefcount(v7))
    print('10:', sys.getrefcount(v5))
except Exception as error:
    print(type(error).__name__, error)
end()
