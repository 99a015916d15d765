# Random programs about memory management, made by tests/fuzz.py (seeds 160 to 211).
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

begin(160)
try:
    class A:
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = None
    with C() as v1:
        v2 = P(v1)
        v2.x = v2
        fail(v1)
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('1:', gc.collect())
    gc.set_debug(0)
    print('2:', kinds(gc.garbage))
    gc.garbage.clear()
    print('3:', gc.collect(0))
    print('4:', sys.getrefcount(v1))
    v1 = 's2'
    print('5:', gc.is_tracked(v1))
    print('6:', len(gc.get_objects()) - base)
    v3 = counter()
    v4 = [[i] for i in range(7)]
    print('7:', kinds(gc.get_referents(v1)))
    print('8:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(161)
try:
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
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = lambda x=None: x
    v1 = None
    v1 = make(v1)
    class K2:
        pass
    print('1:', gc.is_tracked(v1))
    v4 = give(*[K2])
    for i in range(3):
        v4 = make(i)
        K2.mark = K2
        v1.mark = v1
    v5 = []
    del v1
    v6 = [{} for i in range(2)]
    for i in range(2):
        v6[i]['next'] = v6[(i + 1) % 2]
    v7 = weakref.WeakValueDictionary()
    v7['k'] = K2
    print('2:', len(v7))
    v8 = lambda x=K2: x
    del v6
    v7 = None
    v9 = B('b8')
    del v5, v9
    print('3:', gc.collect())
    v10 = S()
    print('4:', gc.collect(0))
    v11 = {v10, 1}
    v12 = [D('d12.' + str(i)) for i in range(5)]
    for i in range(5):
        v12[i].x = v12[(i + 1) % 5]
    K2.mark = v8
    print('5:', type(v7).__name__)
    print('6:', weakref.getweakrefcount(v11))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(162)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class M(dict):
        pass
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
    v1 = gen(2.5)
    for i in range(8):
        v2 = D('d1')
        v1 = lambda x=i: x
        v3 = A()
        i = M()
    v4 = {'a': 1000 + 3}
    v5 = [D('d5.' + str(i)) for i in range(5)]
    for i in range(5):
        v5[i].x = v5[(i + 1) % 5]
    del v5, i
    del v4
    v6 = counter()
    del v6
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(163)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class L(list):
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    try:
        fail(None)
    except ValueError:
        v2 = [[]]
    finally:
        print('1:', 'finally')
    v3 = {'a': None}
    v3.setdefault('a', [])
    v4 = L()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', gc.collect(1))
    v3.update(z=v4)
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = partial(print, v3)
    v6 = lambda x=v4: x
    print('5:', len(v4))
    print('6:', sys.getrefcount(v6))
    print('7:', weakref.getweakrefcount(v5))
    v7 = make(v4)
    v3.update(z=v5)
    print('8:', len(gc.get_objects()) - base)
    v8 = None
    with C() as v8:
        v9 = R('r8')
    v7.mark = v3
    v6.mark = v7
    print('9:', kinds(gc.get_referents(v4)))
    v10 = make(v4)
    v4 = lambda x=(): x
    print('10:', weakref.getweakrefcount(v10))
    print('11:', len(gc.get_objects()) - base)
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(164)
try:
    class T:
        __slots__ = ('x', 'y')
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = give(())
    v2 = {1, 2}
    v3 = T()
    v4 = [].append
    v3 = [].append
    v5 = []
    v5.append(v5)
    v6 = [[i] for i in range(11)]
    print('2:', sys.getrefcount(v6))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(165)
try:
    class A:
        pass
    base = len(gc.get_objects())
    v1 = [].append
    def f1(p1):
        w3 = {1, 2}
        print('1:', weakref.getweakrefcount(w3))
    v4 = f1({})
    f1({})
    v5 = [A() for i in range(4)]
    for i in range(4):
        v5[i].x = v5[(i + 1) % 4]
    print('2:', gc.collect(2))
    del f1
    v1 = [[i] for i in range(6)]
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', sys.getrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(166)
try:
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = [[] for i in range(1)]
    for i in range(1):
        v1[i].append(v1[(i + 1) % 1])
    del v1, i
    v2 = make([])
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = make(v2)
    v2.mark = v2
    v4 = weakref.WeakValueDictionary()
    v4['k'] = v2
    print('2:', len(v4))
    del v2
    print('2:', len(v4))
    gc.collect()
    print('2:', len(v4))
    v3.mark = v4
    v5 = [v4, v3, v4]
    v6 = make(v3)
    v7 = {v6, 1}
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('3:', gc.collect())
    gc.set_debug(0)
    print('4:', kinds(gc.garbage))
    gc.garbage.clear()
    print('5:', sys.getrefcount(v6))
    print('6:', gc.is_tracked(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(168)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    base = len(gc.get_objects())
    print('1:', gc.collect(0))
    v1 = [2.5]
    v2 = R('r2')
    v2.x = v2
    del v2
    print('2:', gc.collect(), len(rescued))
    rescued.clear()
    print('3:', gc.collect())
    v3 = [[i] for i in range(3)]
    print('4:', gc.collect())
    v4 = {1, 2}
    print('5:', kinds(gc.get_referents(v3)))
    v3.insert(0, v4)
    v5 = [[] for i in range(5)]
    for i in range(5):
        v5[i].append(v5[(i + 1) % 5])
    del v5, i
    print('6:', sys.getrefcount(v3))
    print('7:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(170)
try:
    class A:
        pass
    class L(list):
        pass
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
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = [1000 + 0, 'text']
    v1 += [v1]
    v1[1:] = []
    v1 = {}
    print('2:', sys.getrefcount(v1))
    v1 = 's1'
    del v1
    v2 = gen(1)
    v3 = L()
    v4 = lambda x=v2: x
    print('3:', weakref.getweakrefcount(v4))
    v5 = P('text')
    print('4:', sys.getrefcount(v5))
    v4 = lambda x=v5: x
    v4.mark = v5
    v2 = v5.own
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', gc.is_tracked(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(171)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    def give(x, y=None, *rest, **named):
        return x
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', gc.collect(0))
    v1 = counter()
    v1 = give(v1, y=1)
    del v1
    v2 = D('d1')
    v2.x = []
    class K2:
        x = []
    class K3:
        def __init__(self):
            self.x = self
    v5 = K3()
    K3 = {v2, 1}
    print('2:', gc.collect(0))
    print('3:', gc.collect())
    v2.z = K2
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v6 = [K3, K2, K2]
    v7 = L()
    del v6, v7
    v5 = make(K3)
    v8 = {'a': v5, 'b': K2, 'c': K2}
    print('5:', sys.getrefcount(K2))
    class K8:
        def __init__(self):
            self.x = self
    v10 = K8()
    v5 = S()
    K3 = gen(v8)
    v11 = None
    try:
        fail({})
    except ValueError as error:
        v11 = error
    print('6:', v11.__traceback__ is None)
    print('7:', len(gc.get_objects()) - base)
    print('8:', kinds(gc.get_referents(K2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(172)
try:
    rescued = []
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
    class M(dict):
        pass
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
    v1 = N('n0')
    print('1:', gc.is_tracked(v1))
    v2 = give(**{'x': v1})
    v3 = M()
    v4 = {v1, 1}
    v4 = ()
    v5 = weakref.ref(v3)
    try:
        fail(v4)
    except ValueError:
        v3 = [[i] for i in range(6)]
    finally:
        print('2:', 'finally')
    v7 = R('r6')
    print('3:', v5() is None)
    print('4:', sys.getrefcount(v2))
    v7.y = v1
    print('5:', len(gc.get_objects()) - base)
    v8 = B('b7')
    v2 = OrderedDict(a=v8)
    v9 = 's8'
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
    print('8:', sys.getrefcount(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(173)
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
    base = len(gc.get_objects())
    v2 = deque([2.5, {}])
    v2.clear()
    v2 = None
    v3 = L()
    v4 = {'a': {}}
    v5 = gen(v4)
    v3[1:] = []
    print('1:', gc.collect())
    print('2:', len(gc.get_objects()) - base)
    v4 = {1, 2}
    v6 = N('n5')
    def f6(p6):
        print('3:', sys.getrefcount(p6))
        w8 = (p6,)
        w9 = []
        w10 = [[i] for i in range(11)]
        return w8
    v3 = f6(v6)
    f6(v6)
    def f10(p10):
        for i in range(4):
            w12 = ['text', p10, p10]
            w13 = [p10, p10]
        i = make(i)
        p10 = None
        try:
            fail(p10)
        except ValueError as error:
            p10 = error
        print('4:', p10.__traceback__ is None)
        print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w14 = D('d13')
        print('6:', len(gc.get_objects()) - base)
        p10 = {w14, 1}
        return i
    v15 = f10(f6)
    v15 = lambda x=f6: x
    print('7:', gc.collect())
    v2 = [].append
    print('8:', len(gc.get_objects()) - base)
    print('9:', sys.getrefcount(f6))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(174)
try:
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    def f0(p0):
        p0 = {}
        w2 = 2811
    v3 = f0([])
    v4 = lambda x=f0: x
    print('1:', gc.is_tracked(v3))
    print('2:', sys.getrefcount(f0))
    print('3:', gc.collect(2))
    v5 = give(f0)
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(176)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    base = len(gc.get_objects())
    v1 = []
    print('1:', gc.collect(2))
    print('2:', len(gc.get_objects()) - base)
    v2 = N('n1')
    print('3:', gc.collect())
    class K2:
        def m(self):
            return K
    v4 = K2()
    print('4:', kinds(gc.get_referents(v2)))
    print('5:', gc.is_tracked(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(177)
try:
    rescued = []
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = {1, 2}
    v1.add(3)
    print('1:', weakref.getweakrefcount(v1))
    v2 = D('d1')
    print('2:', gc.collect(0))
    print('3:', gc.collect(1))
    v3 = None
    try:
        fail(v2)
    except ValueError as error:
        v3 = error
    print('4:', v3.__traceback__ is None)
    del v3
    v4 = R('r3')
    print('5:', gc.collect())
    for i in range(6):
        v5 = {'a': (), 'b': v1}
        v1.add(v2)
        v2.x = v4
        v6 = [v4, v2]
        v6[:1] = [v2]
    print('6:', gc.collect())
    print('7:', weakref.getweakrefcount(v4))
    print('8:', kinds(gc.get_referents(v2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(178)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    def give(x, y=None, *rest, **named):
        return x
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = give(*[2.5])
    v3 = [v1]
    del v1
    del v3
    v4 = give('text', y=1)
    v5 = A()
    for i in range(5):
        v6 = D('d5')
        v7 = lambda x=v5: x
        v8 = [[i] for i in range(9)]
        v5 = {'a': v5}
    del v4
    print('1:', gc.collect(1))
    print('2:', kinds(gc.get_referents(i)))
    print('3:', gc.is_tracked(i))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(179)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    v1 = A()
    print('1:', len(gc.get_objects()) - base)
    print('2:', kinds(gc.get_referents(v1)))
    del v1
    print('3:', len(gc.get_objects()) - base)
    print('4:', len(gc.get_objects()) - base)
    v2 = D('d1')
    print('5:', len(gc.get_objects()) - base)
    v3 = weakref.WeakKeyDictionary()
    v3[v2] = v2
    print('6:', len(v3))
    del v2
    print('6:', len(v3))
    gc.collect()
    print('6:', len(v3))
    v4 = make(1)
    v3 = gen(v4)
    v3 = {'a': v3, 'b': None, 'c': v4}
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', kinds(gc.get_referents(v3)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(180)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    v1 = partial(print, 'text')
    v1 = None
    v1 = None
    v2 = S()
    v2.x = 2.5
    v3 = [{} for i in range(3)]
    for i in range(3):
        v3[i]['next'] = v3[(i + 1) % 3]
    v4 = None
    with C() as v4:
        v3.append(v3)
        fail(v4)
    del v1
    for i in range(3):
        v5 = S()
        v4 = (i, v3, v3,)
        v2.y = v3
        v6 = weakref.ref(v2, note)
        v3[1:] = []
    v7 = []
    print('1:', len(v7))
    print('2:', sys.getrefcount(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(182)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
    def give(x, y=None, *rest, **named):
        return x
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = (1000 + 0, 'text',)
    print('2:', len(v1))
    v2 = None
    with C() as v2:
        v2 = []
        v3 = 's2'
    v4 = lambda x=v1: x
    v4.mark = v4
    v4.mark = v1
    def f4(p4):
        p4 = give(x=p4)
        p4 = {1, 2}
        p4.add(3)
        del p4
        w6 = lambda x=1: x
        return w6
    v7 = f4(v4)
    v8 = object()
    print('3:', gc.collect(0))
    v9 = [].append
    v10 = [v4]
    v4.mark = v4
    v11 = N('n10')
    v12 = deque([])
    print('4:', gc.collect())
    if hasattr(v11, 'x'):
        del v11.x
    v1 = counter()
    v11.__dict__['y'] = f4
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(183)
try:
    class L(list):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = 's0'
    v1 = gen(1)
    v2 = L()
    v3 = 3364
    print('1:', gc.is_tracked(v2))
    print('2:', len(v2))
    print('3:', len(gc.get_objects()) - base)
    print('4:', gc.collect())
    v2 = {v3, 1}
    print('5:', sys.getrefcount(v1))
    print('6:', gc.is_tracked(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(184)
try:
    base = len(gc.get_objects())
    v1 = [[], []]
    v1 += [1000 + 1]
    v1.append(v1)
    print('1:', sys.getrefcount(v1))
    print('2:', kinds(gc.get_referents(v1)))
    v2 = [].append
    print('3:', len(v1))
    del v1, v2
    v3 = [1000 + 2, (), 1000 + 2]
    v3[:1] = [{}]
    v3.reverse()
    v3.append(v3)
    v4 = [v3]
    v4.append(v4)
    print('4:', gc.is_tracked(v4))
    print('5:', sys.getsizeof(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(185)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    base = len(gc.get_objects())
    v1 = N('n0')
    v2 = weakref.WeakKeyDictionary()
    v2[v1] = v1
    print('1:', len(v2))
    del v2
    v1.z = v1
    print('2:', gc.collect())
    v1.y = v1
    print('3:', weakref.getweakrefcount(v1))
    v1.y = v1
    v1.x = v1
    print('4:', sys.getrefcount(v1))
    print('5:', sys.getrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(186)
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
    class T:
        __slots__ = ('x', 'y')
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
    for i in range(8):
        i = A()
        i.y = i
    v1 = counter()
    v1 = gen(v1)
    v1 = R('r1')
    v2 = lambda x=v1: x
    v1.__dict__['y'] = v2
    print('1:', gc.is_tracked(v1))
    for i in range(6):
        v3 = {'a': i}
        v4 = [v1, i]
        v5 = [None, v2, v4]
        v2.mark = None
    v6 = defaultdict(list)
    print('2:', len(gc.get_objects()) - base)
    del v6
    v2.mark = ()
    v7 = [].append
    del v1
    v8 = T()
    i = gen(i)
    print('3:', len(gc.get_objects()) - base)
    print('4:', sys.getrefcount(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(188)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    print('1:', len(gc.get_objects()) - base)
    v1 = N('n0')
    v2 = [S() for i in range(3)]
    for i in range(3):
        v2[i].x = v2[(i + 1) % 3]
    del v2, i
    v3 = A()
    v4 = make(1000 + 3)
    v5 = (v1, v4, 1,)
    v4.mark = v4
    v5 = counter()
    print('2:', gc.is_tracked(v3))
    v6 = None
    with C() as v6:
        v3.z = v3
        fail(v6)
    print('3:', v5(()))
    print('4:', kinds(gc.get_referents(v1)))
    for i in range(5):
        v7 = A()
    print('5:', gc.is_tracked(v4))
    print('6:', gc.is_tracked(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(189)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class T:
        __slots__ = ('x', 'y')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = {}
    v2 = deque([])
    v1['b'] = v1
    v2.clear()
    print('2:', len(gc.get_objects()) - base)
    v3 = T()
    v4 = ()
    v1.clear()
    v5 = weakref.ref(v2, note)
    v6 = (v3, v5, v3,)
    print('3:', gc.is_tracked(v1))
    print('4:', v5() is None)
    v6 = [2.5, v3, v5]
    v3.x = v3
    print('5:', gc.is_tracked(v5))
    v2 = {'a': v3, 'b': ()}
    print('6:', v5() is None)
    v7 = N('n6')
    v2.clear()
    v7, v3 = v3, v7
    print('7:', v5() is None)
    print('8:', type(v4).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(190)
try:
    class M(dict):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = (2.5, 2.5,)
    class K1:
        __slots__ = ()
    K1.mark = K1
    v3 = gen(v1)
    v4 = [].append
    print('1:', gc.is_tracked(v1))
    v5 = M()
    print('2:', len(v5))
    print('3:', len(gc.get_objects()) - base)
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(192)
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
    class L(list):
        pass
    class E(Exception):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = give(*[1000 + 0])
    for i in range(5):
        v2 = R('r1')
        v3 = L()
        v4 = {'a': i}
        v5 = {'a': v1}
    v6 = [].append
    v7 = N('n6')
    v6 = S()
    try:
        raise E(v7)
    except E as error:
        print('2:', len(error.args))
    v9 = lambda x=v1: x
    v10 = [v1]
    v7.x = v7
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('3:', gc.collect())
    gc.set_debug(0)
    print('4:', kinds(gc.garbage))
    gc.garbage.clear()
    print('5:', len(gc.get_objects()) - base)
    v11 = make(v1)
    v6.x = v7
    for i in range(5):
        v10.append({i})
    print('6:', gc.is_tracked(v11))
    del v1
    print('7:', sys.getrefcount(v7))
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(193)
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
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = give(None, k=[])
    print('1:', len(gc.get_objects()) - base)
    print('2:', gc.is_tracked(v1))
    v1 = [v1, v1]
    print('3:', sys.getsizeof(v1))
    print('4:', gc.collect())
    print('5:', kinds(gc.get_referents(v1)))
    print('6:', sys.getsizeof(v1))
    print('7:', len(v1))
    v1 += [v1]
    del v1[:2]
    def f1(p1):
        w3 = []
        w4 = [R('r4.' + str(i)) for i in range(2)]
        for i in range(2):
            w4[i].x = w4[(i + 1) % 2]
        del w4, i
        for i in range(2):
            w3.extend([w3, w3, w3])
        print('8:', sys.getrefcount(w3))
        w3 = iter([i, i])
        p1 = lambda x=p1: x
        print('9:', gc.is_tracked(i))
    v5 = f1({})
    f1({})
    del v5
    print('10:', gc.is_tracked(f1))
    v6 = [[] for i in range(5)]
    for i in range(5):
        v6[i].append(v6[(i + 1) % 5])
    del v6, i
    f1.mark = v1
    del v1[:2]
    v1 = T()
    f1.mark = f1
    v1 = object()
    v7 = weakref.ref(f1)
    print('11:', v7() is None)
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('13:', gc.is_tracked(v1))
    print('14:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(195)
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
    base = len(gc.get_objects())
    v1 = [A() for i in range(2)]
    for i in range(2):
        v1[i].x = v1[(i + 1) % 2]
    v1.extend([v1])
    i = lambda x=v1: x
    i = None
    v2 = R('r1')
    v3 = {v2, 1}
    print('1:', gc.collect())
    for i in range(8):
        v1.append((i, i))
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    del i
    v1 = 443
    v4 = R('r4')
    v4.x = v4
    del v4
    print('4:', gc.collect(), len(rescued))
    rescued.clear()
    print('5:', gc.collect())
    print('6:', gc.collect())
    print('7:', gc.collect())
    print('8:', gc.collect(0))
    v3 = None
    v2.__dict__['x'] = v3
    print('9:', gc.collect())
    v2.z = v2
    print('10:', type(v3).__name__)
    del v1
    v5 = {'a': v2, 'b': v2, 'c': v2}
    v2 = [v3, v2]
    v3, v2 = v2, v3
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('12:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(196)
try:
    rescued = []
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
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class E(Exception):
        pass
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = None
    with C() as v1:
        v2 = OrderedDict(a=v1)
        fail(v1)
    v4 = lambda x=v1: x
    for i in range(7):
        v4 = N('n4')
        v4.z = v4
        v5 = deque([v1])
        v6 = D('d5')
        v7 = R('r6')
        v8 = []
    i = [v1, v1, v1]
    v9 = [v1, 1000 + 8]
    v9 = {'a': v1, 'b': v1}
    v11 = deque([])
    print('1:', kinds(gc.get_referents(v9)))
    try:
        raise E(v9)
    except E as error:
        print('2:', len(error.args))
    v13 = [v11, i, 1]
    v14 = R('r13')
    v9 = [v9, v1]
    v15 = R('r14')
    print('3:', kinds(gc.get_referents(v1)))
    v16 = None
    try:
        fail(v13)
    except ValueError as error:
        v16 = error
    print('4:', v16.__traceback__ is None)
    print('5:', gc.collect(0))
    del v9
    v11.append(v11)
    v17 = [[i] for i in range(6)]
    v18 = give(**{'x': v11})
    print('6:', kinds(gc.get_referents(v13)))
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    for i in range(1):
        v17.append({'k': i})
    v19 = [].append
    v20 = weakref.WeakValueDictionary()
    v20['k'] = v14
    print('8:', len(v20))
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('10:', sys.getrefcount(v18))
    print('11:', len(v13))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(198)
try:
    class T:
        __slots__ = ('x', 'y')
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v2 = T()
    try:
        fail(v2)
    except ValueError:
        v2.y = v2
    finally:
        print('1:', 'finally')
    del v2
    v3 = {'a': {}}
    for i in range(3):
        v3['a'] = v3
    print('2:', len(gc.get_objects()) - base)
    v4 = {i, 1}
    print('3:', sys.getrefcount(v4))
    print('4:', kinds(gc.get_referents(v3)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(199)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
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
    v1 = [N('n1.' + str(i)) for i in range(3)]
    for i in range(3):
        v1[i].x = v1[(i + 1) % 3]
    print('1:', gc.is_tracked(i))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('2:', gc.collect())
    gc.set_debug(0)
    print('3:', kinds(gc.garbage))
    gc.garbage.clear()
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', len(gc.get_objects()) - base)
    v2 = [[] for i in range(5)]
    for i in range(5):
        v2[i].append(v2[(i + 1) % 5])
    del v2, i
    i, v1 = v1, i
    print('6:', gc.collect(2))
    print('7:', type(v1).__name__)
    i = {'a': v1}
    v3 = None
    i.clear()
    class K3:
        def __init__(self):
            self.x = self
    K3 = partial(print, K3)
    v5 = None
    with C() as v5:
        v1 = {'a': 1, 'b': K3, 'c': v5}
        fail(v5)
    print('8:', sys.getrefcount(K3))
    print('9:', gc.is_tracked(i))
    print('10:', sys.getrefcount(i))
    print('11:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(201)
try:
    class E(Exception):
        pass
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = [(), 1000 + 0]
    try:
        raise E(v1)
    except E as error:
        print('2:', len(error.args))
    class K2:
        pass
    v4 = K2()
    v4 = [K2, v1]
    v5 = weakref.ref(K2)
    print('3:', kinds(gc.get_referents(v5)))
    print('4:', len(gc.get_objects()) - base)
    print('5:', len(gc.get_objects()) - base)
    print('6:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(203)
try:
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = make(2.5)
    v2 = [[i] for i in range(4)]
    v3 = [v1, []]
    print('1:', gc.collect(0))
    v2.clear()
    v2[len(v2):] = (v3,)
    v4 = weakref.WeakValueDictionary()
    v4['k'] = v1
    print('2:', len(v4))
    v1 = [v1]
    print('3:', gc.is_tracked(v1))
    print('4:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(204)
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
    v1 = counter()
    print('1:', v1(v1))
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', len(gc.get_objects()) - base)
    def f1(p1):
        try:
            raise E(p1)
        except E as error:
            print('4:', len(error.args))
        print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        return p1
    v3 = f1(v1)
    print('6:', gc.is_tracked(f1))
    v4 = T()
    print('7:', gc.collect(1))
    v5 = M()
    v4.y = v3
    v4.y = v5
    print('8:', gc.collect(2))
    v6 = [R('r6.' + str(i)) for i in range(1)]
    for i in range(1):
        v6[i].x = v6[(i + 1) % 1]
    print('9:', len(gc.get_objects()) - base)
    v4.y = v4
    v7 = M()
    for i in range(7):
        v6.append({'k': i})
    print('10:', gc.collect(0))
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('12:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(206)
try:
    class A:
        pass
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
    base = len(gc.get_objects())
    v1 = [None]
    v1 = None
    print('1:', kinds(gc.get_referents(v1)))
    v2 = defaultdict(list)
    v3 = gen(v1)
    v4 = P(v2)
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', len(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(208)
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = N('n0')
    try:
        fail(v1)
    except ValueError:
        v3 = R('r2')
        v3.y = v1
    finally:
        print('1:', 'finally')
    del v1
    v5 = {'a': None}
    v5['a'] = v5
    print('2:', len(v5))
    print('3:', kinds(gc.get_referents(v5)))
    del v5
    v6 = {}
    v6 = lambda x=v6: x
    class K6:
        def __init__(self):
            self.x = self
    v8 = K6()
    print('4:', gc.collect())
    print('5:', kinds(gc.get_referents(v8)))
    def f8(p8):
        print('6:', len(gc.get_objects()) - base)
        p8 = {}
        return p8
    K6 = f8(v6)
    print('7:', sys.getrefcount(K6))
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(209)
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
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class M(dict):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    class E(Exception):
        pass
    base = len(gc.get_objects())
    v1 = N('n0')
    v1 = weakref.ref(v1, note)
    for i in range(6):
        v2 = S()
        v3 = [v2, i, v1]
    v4 = []
    v4.append(v4)
    print('1:', kinds(gc.get_referents(v4)))
    print('2:', kinds(gc.get_referents(v1)))
    v5 = M()
    v6 = S()
    v7 = {}
    v7.setdefault('k', [])
    v6.y = v6
    v5.clear()
    del v4[:2]
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', kinds(gc.get_referents(v1)))
    print('5:', v1() is None)
    v6 = D('d7')
    def f7(p7):
        p7 = []
        p7 = B('b8')
        try:
            raise E(p7)
        except E as error:
            print('6:', len(error.args))
        p7.z = p7
        p7 = A()
        p7.__dict__['y'] = p7
        return p7
    v9 = f7(v6)
    f7(v6)
    v10 = P(v5)
    if hasattr(v10, 'x'):
        del v10.x
    for i in range(5):
        v4.append([i])
    v7.pop('b', None)
    print('7:', kinds(gc.get_referents(v5)))
    print('8:', v1() is None)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(210)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class L(list):
        pass
    base = len(gc.get_objects())
    v1 = defaultdict(list)
    v2 = lambda x=v1: x
    v3 = L()
    v2.mark = v2
    print('1:', len(gc.get_objects()) - base)
    print('2:', sys.getrefcount(v1))
    v4 = R('r4')
    v4.x = v4
    del v4
    print('3:', gc.collect(), len(rescued))
    rescued.clear()
    print('4:', gc.collect())
    v1 = weakref.ref(v3)
    del v3
    print('5:', gc.collect())
    print('6:', sys.getrefcount(v1))
    print('7:', v1() is None)
    v2.mark = v2
    v1 = None
    print('8:', type(v1).__name__)
    print('9:', weakref.getweakrefcount(v2))
    for i in range(8):
        v5 = {i, 1}
        v5.add(i)
        v6 = R('r5')
        v6.__dict__['x'] = ()
        v2.mark = v2
    print('10:', weakref.getweakrefcount(v2))
    print('11:', sys.getrefcount(v2))
    print('12:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(211)
try:
    class A:
        pass
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
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', gc.collect(2))
    v1 = P([])
    v1.z = v1
    v1.x = v1
    print('2:', gc.collect(1))
    v1 = None
    del v1
    v2 = partial(print, {})
    for i in range(2):
        v3 = N('n2')
        v4 = N('n3')
        v2 = make(i)
        v2.mark = i
    i = None
    i = (i, i, i,)
    i = defaultdict(list)
    i.pop('k', None)
    print('3:', len(i))
    v5 = None
    i = []
    try:
        fail(v5)
    except ValueError:
        v7 = None
    finally:
        print('4:', 'finally')
    print('5:', gc.collect())
    v5 = D('d7')
    v8 = 's7'
    v9 = give(**{'x': i})
    v5, v8 = v8, v5
    v10 = [v9, v9, i]
    print('6:', gc.is_tracked(i))
    print('7:', gc.is_tracked(v10))
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()
