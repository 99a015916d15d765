# Random programs about memory management, made by tests/fuzz.py (seeds 51 to 110).
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

begin(51)
try:
    class A:
        pass
    class T:
        __slots__ = ('x', 'y')
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
    v1 = lambda x=None: x
    del v1
    v2 = [{} for i in range(4)]
    for i in range(4):
        v2[i]['next'] = v2[(i + 1) % 4]
    print('1:', gc.is_tracked(v2))
    print('2:', len(v2))
    v3 = A()
    v3 = make(v3)
    print('3:', gc.is_tracked(v2))
    i = T()
    v4 = 's3'
    v5 = give(*[i])
    v6 = make(v5)
    try:
        fail(())
    except ValueError:
        i.x = v4
    finally:
        print('4:', 'finally')
    print('5:', weakref.getweakrefcount(v3))
    print('6:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(53)
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
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = M()
    print('1:', gc.collect(2))
    v1 = []
    try:
        try:
            fail(v1)
        except ValueError as error:
            raise E(1) from error
    except E as error:
        v1 = error.__cause__
    v1.me = v1
    v1 = {'a': v1}
    v2 = None
    with C() as v2:
        v3 = P(v2)
    print('2:', gc.collect(0))
    del v1
    class K3:
        x = []
    K3 = None
    v5 = T()
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v6 = {'a': K3, 'b': K3, 'c': v5}
    v6['k'] = v6
    v6 = N('n7')
    v8 = {'a': K3, 'b': v6, 'c': v6}
    del v2
    print('4:', deep(v8, 2))
    v5.y = v6
    v9 = B('b8')
    v10 = iter([v6])
    class K10:
        def m(self):
            return K
    v12 = K10()
    v13 = {K10, 1}
    def f13(p13):
        p13 = give({})
        del p13
        w15 = [[i] for i in range(5)]
        w15 = (w15, w15,)
        w16 = [{} for i in range(1)]
        for i in range(1):
            w16[i]['next'] = w16[(i + 1) % 1]
        class K16:
            def __init__(self):
                self.x = self
        w18 = K16()
        return w16
    K10 = f13(v6)
    for i in range(4):
        v19 = R('r18')
        v5 = T()
        v20 = gen(v9)
        v21 = {'a': v5, 'b': i}
        v6.z = v6
    v22 = R('r22')
    v22.x = v22
    del v22
    print('5:', gc.collect(), len(rescued))
    rescued.clear()
    print('6:', gc.collect())
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(54)
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
    base = len(gc.get_objects())
    def f0(p0):
        print('1:', gc.is_tracked(p0))
        print('2:', gc.collect())
        try:
            raise E(p0)
        except E as error:
            print('3:', len(error.args))
        w3 = lambda x=p0: x
        print('4:', sys.getrefcount(w3))
        w4 = L()
        return w3
    v5 = f0(1)
    f0(1)
    v6 = R('r5')
    v5 = [].append
    v7 = [[i] for i in range(0)]
    del v6
    print('5:', gc.collect(1))
    v8 = make(v5)
    print('6:', len(gc.get_objects()) - base)
    v9 = None
    with C() as v9:
        v10 = gen(v8)
        del v7[:2]
        fail(v9)
    v11 = [[] for i in range(4)]
    for i in range(4):
        v11[i].append(v11[(i + 1) % 4])
    del v11, i
    print('7:', sys.getrefcount(v7))
    print('8:', gc.is_tracked(v8))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(55)
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = N('n0')
    v2 = object()
    print('1:', gc.collect(1))
    v3 = [S() for i in range(4)]
    for i in range(4):
        v3[i].x = v3[(i + 1) % 4]
    i = weakref.ref(v1, note)
    print('2:', deep(v3, 1))
    del v1
    v4 = {1, 2}
    print('3:', gc.is_tracked(v3))
    print('4:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(56)
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
    v1 = make(1000 + 0)
    for i in range(4):
        i = P(v1)
        i.__dict__['x'] = i
    print('1:', gc.collect())
    v1.mark = v1
    print('2:', gc.collect())
    v1 = R('r1')
    v2 = 2958
    v3 = counter()
    v4 = [[i] for i in range(7)]
    print('3:', gc.collect(0))
    print('4:', gc.collect())
    v5 = R('r5')
    v5.x = v5
    del v5
    print('5:', gc.collect(), len(rescued))
    rescued.clear()
    print('6:', gc.collect())
    v3 = give(**{'x': v4})
    print('7:', deep(v4, 3))
    v6 = A()
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('9:', gc.collect())
    gc.set_debug(0)
    print('10:', kinds(gc.garbage))
    gc.garbage.clear()
    v7 = N('n6')
    v8 = [D('d8.' + str(i)) for i in range(1)]
    for i in range(1):
        v8[i].x = v8[(i + 1) % 1]
    del v8, i
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = weakref.ref(v7)
    v6.__dict__['x'] = v7
    v9 = weakref.WeakSet()
    v9.add(v6)
    print('12:', len(v9))
    del v6
    print('12:', len(v9))
    gc.collect()
    print('12:', len(v9))
    print('13:', v2() is None)
    print('14:', v2() is None)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(57)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    print('1:', gc.collect(1))
    v1 = [(), 1000 + 0]
    def f1(p1):
        print('2:', gc.collect())
        w3 = T()
        w4 = S()
        w4.x = w3
        print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        for i in range(8):
            w4.x = i
        w5 = gen(i)
        return i
    v6 = f1(v1)
    print('4:', gc.is_tracked(f1))
    f1.mark = f1
    f1.mark = f1
    v7 = iter([])
    print('5:', sys.getsizeof(v1))
    print('6:', len(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(60)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class M(dict):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    v2 = M()
    v2 = R('r2')
    del v2
    v3 = gen(1)
    v3 = [v3]
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3.reverse()
    print('4:', gc.collect(0))
    v3 = gen('text')
    print('5:', gc.is_tracked(v3))
    v3 = S()
    v3.x = v3
    v4 = gen(v3)
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(61)
try:
    class A:
        pass
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = lambda x=2.5: x
    print('1:', sys.getrefcount(v1))
    v2 = make(v1)
    print('2:', sys.getrefcount(v1))
    v3 = gen(v1)
    def f3(p3):
        w5 = 's4'
        print('3:', gc.is_tracked(w5))
        p3 = None
        return w5
    v2 = f3(v1)
    for i in range(3):
        i = [].append
        f3.mark = v3
    v6 = weakref.WeakSet()
    v6.add(v1)
    print('4:', len(v6))
    del v1
    print('4:', len(v6))
    gc.collect()
    print('4:', len(v6))
    v7 = [[] for i in range(1)]
    for i in range(1):
        v7[i].append(v7[(i + 1) % 1])
    print('5:', gc.is_tracked(v7))
    v8 = [A() for i in range(3)]
    for i in range(3):
        v8[i].x = v8[(i + 1) % 3]
    print('6:', gc.collect())
    v3.close()
    v9 = B('b8')
    v10 = [v6]
    v11 = [S() for i in range(4)]
    for i in range(4):
        v11[i].x = v11[(i + 1) % 4]
    del v11, i
    v10 = None
    v12 = [[] for i in range(2)]
    for i in range(2):
        v12[i].append(v12[(i + 1) % 2])
    del v12, i
    v10 = weakref.ref(f3, note)
    v3.close()
    print('9:', sys.getsizeof(v7))
    print('10:', v10() is None)
    print('11:', type(i).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(63)
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
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    base = len(gc.get_objects())
    def f0(p0):
        del p0
        w2 = B('b1')
        print('1:', weakref.getweakrefcount(w2))
        print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = f0(None)
    print('3:', len(gc.get_objects()) - base)
    f0.mark = v3
    f0.mark = []
    f0.mark = f0
    v4 = [N('n4.' + str(i)) for i in range(4)]
    for i in range(4):
        v4[i].x = v4[(i + 1) % 4]
    del v4, i
    v5 = {}
    f0 = []
    v6 = [N('n6.' + str(i)) for i in range(4)]
    for i in range(4):
        v6[i].x = v6[(i + 1) % 4]
    del v6, i
    v7 = {'a': v3}
    v5.pop('b', None)
    v8 = D('d7')
    v7['k'] = v5
    class K8:
        pass
    v10 = K8()
    v7 = lambda x=v7: x
    class K10:
        def m(self):
            return K
    v12 = K10()
    v13 = {'a': {}, 'b': v12}
    v5 = lambda x=v7: x
    print('4:', gc.collect())
    for i in range(8):
        f0.append(lambda: i)
    print('5:', gc.is_tracked(v3))
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(64)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = None
    v2 = [{} for i in range(1)]
    for i in range(1):
        v2[i]['next'] = v2[(i + 1) % 1]
    del v2, i
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = {1, 2}
    v4 = S()
    v1 = R('r4')
    print('2:', kinds(gc.get_referents(v1)))
    v1.x = v1
    v4.y = v3
    v5 = weakref.WeakSet()
    v5.add(v1)
    print('3:', len(v5))
    del v1
    print('3:', len(v5))
    gc.collect()
    print('3:', len(v5))
    v3 = weakref.ref(v4, note)
    print('4:', kinds(gc.get_referents(v3)))
    del v5
    del v3
    def f5(p5):
        print('5:', gc.collect())
        print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w7 = D('d6')
        return p5
    v4 = f5(v4)
    class K7:
        pass
    print('8:', len(gc.get_objects()) - base)
    v9 = 's8'
    v10 = gen(v4)
    v11 = [N('n11.' + str(i)) for i in range(4)]
    for i in range(4):
        v11[i].x = v11[(i + 1) % 4]
    del v11, i
    print('9:', len(gc.get_objects()) - base)
    print('10:', sys.getrefcount(K7))
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(65)
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
    class M(dict):
        pass
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = R('r1')
    v1.x = v1
    del v1
    print('2:', gc.collect(), len(rescued))
    rescued.clear()
    print('3:', gc.collect())
    v2 = M()
    def f2(p2):
        print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w4 = lambda x=p2: x
        p2 = []
        p2.reverse()
        p2 = [].append
        print('5:', sys.getrefcount(w4))
    v2 = f2({})
    f2({})
    v2 = 's4'
    f2 = N('n4')
    f2.z = f2
    print('6:', gc.collect(1))
    v5 = weakref.ref(f2, note)
    v2, v5 = v5, v2
    print('7:', kinds(gc.get_referents(v2)))
    v2 = lambda x=f2: x
    v6 = N('n5')
    v2.mark = v5
    del v5
    v6.z = v6
    class K6:
        def m(self):
            return K
    v8 = K6()
    del v8
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('9:', weakref.getweakrefcount(f2))
    print('10:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(66)
try:
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
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    print('2:', len(v1))
    v2 = gen(v1)
    print('3:', gc.collect(2))
    v3 = D('d2')
    v2 = [].append
    v3.x = v2
    print('4:', weakref.getweakrefcount(v1))
    print('5:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(67)
try:
    class A:
        pass
    def make(x):
        def inner():
            return x
        return inner
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = {1, 2}
    v2 = give(*[v1])
    v1.add(3)
    v3 = make(v2)
    v4 = {'a': v1}
    def f4(p4):
        del p4
        w6 = {1, 2}
        w7 = [[i] for i in range(7)]
        w8 = A()
        if hasattr(w8, 'x'):
            del w8.x
        w9 = [w6, w8, w8]
        print('1:', len(w6))
        return w8
    v10 = f4(v4)
    v3.mark = v3
    v11 = make(v10)
    print('2:', weakref.getweakrefcount(v11))
    print('3:', len(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(68)
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
    class M(dict):
        pass
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = B('b0')
    def f1(p1):
        print('1:', gc.is_tracked(p1))
        print('2:', gc.collect())
        w3 = D('d2')
        w4 = M()
        w5 = counter()
        return w4
    v1 = f1(v1)
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    for i in range(7):
        i = 2087
        v6 = P(v1)
        f1 = {'a': i, 'b': v1, 'c': i}
    v7 = defaultdict(list)
    v1 = give(v1, k=[])
    v8 = counter()
    print('4:', len(gc.get_objects()) - base)
    del v8
    v9 = (v7,)
    print('5:', gc.collect(0))
    v7 = make(i)
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v10 = counter()
    v11 = B('b10')
    print('7:', type(v9).__name__)
    print('8:', gc.collect())
    v12 = N('n11')
    print('9:', len(gc.get_objects()) - base)
    v12.x = v12
    print('10:', len(gc.get_objects()) - base)
    print('11:', gc.is_tracked(v10))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(69)
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
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    base = len(gc.get_objects())
    v1 = D('d0')
    print('1:', kinds(gc.get_referents(v1)))
    for i in range(8):
        v1.__dict__['y'] = {}
        i = N('n1')
        i.x = i
    print('2:', gc.collect())
    v1 = B('b1')
    v1 = None
    class K1:
        pass
    print('3:', kinds(gc.get_referents(v1)))
    print('4:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(71)
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
    base = len(gc.get_objects())
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('1:', gc.collect())
    gc.set_debug(0)
    print('2:', kinds(gc.garbage))
    gc.garbage.clear()
    v1 = [2.5]
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = R('r2')
    v2.x = v2
    del v2
    print('4:', gc.collect(), len(rescued))
    rescued.clear()
    print('5:', gc.collect())
    v3 = [[i] for i in range(3)]
    print('6:', gc.collect(0))
    v3.append(v3)
    v4 = [v1]
    v5 = R('r5')
    v5.x = v5
    del v5
    print('7:', gc.collect(), len(rescued))
    rescued.clear()
    print('8:', gc.collect())
    print('9:', kinds(gc.get_referents(v3)))
    v3 = [v1, 'text']
    class K5:
        __slots__ = ()
    print('10:', gc.collect())
    v7 = N('n6')
    v7.x = v4
    print('11:', len(gc.get_objects()) - base)
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('13:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(72)
try:
    base = len(gc.get_objects())
    v1 = {'a': 1000 + 0, 'b': None}
    print('1:', gc.is_tracked(v1))
    v1.update(z=v1)
    v2 = []
    v3 = {1, 2}
    print('2:', sys.getrefcount(v2))
    del v2
    print('3:', len(v3))
    print('4:', sys.getrefcount(v1))
    print('5:', weakref.getweakrefcount(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(73)
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = gen(())
    v1 = make(v1)
    v1 = [v1, v1, v1]
    v1[:1] = [v1]
    v2 = ['text']
    v1.clear()
    v1 = deque([])
    print('1:', gc.is_tracked(v2))
    print('2:', len(gc.get_objects()) - base)
    v3 = N('n2')
    v1 = weakref.ref(v1, note)
    print('3:', v1() is None)
    v2 = partial(print, v3)
    v2 = S()
    print('4:', kinds(gc.get_referents(v2)))
    print('5:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(74)
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
    v1 = R('r1')
    v1.x = v1
    del v1
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    v2 = ()
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', gc.is_tracked(v2))
    v3 = None
    try:
        fail(v2)
    except ValueError as error:
        v3 = error
    print('5:', v3.__traceback__ is None)
    v4 = R('r4')
    v4.x = v4
    del v4
    print('6:', gc.collect(), len(rescued))
    rescued.clear()
    print('7:', gc.collect())
    v5 = B('b4')
    for i in range(4):
        v6 = deque([i, v2, v2])
        v6.append(v5)
        i = {}
    def f6(p6):
        p6 = []
        gc.set_debug(gc.DEBUG_SAVEALL)
        print('8:', gc.collect())
        gc.set_debug(0)
        print('9:', kinds(gc.garbage))
        gc.garbage.clear()
        print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        print('11:', gc.collect())
        del p6[:2]
        return p6
    v2 = f6(v5)
    f6(v5)
    v8 = weakref.WeakValueDictionary()
    v8['k'] = f6
    print('12:', len(v8))
    v9 = [].append
    v10 = gen(())
    v5.z = v2
    v5.y = v5
    v8 = []
    print('13:', gc.collect())
    class K10:
        pass
    v10 = weakref.ref(v10, note)
    for i in range(2):
        v8.append(A())
    K10.mark = i
    v2 = defaultdict(list)
    v9, v10 = v10, v9
    v8 = None
    v12 = [].append
    print('14:', gc.collect(0))
    print('15:', v9() is None)
    print('16:', v9() is None)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(77)
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
    class T:
        __slots__ = ('x', 'y')
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = D('d0')
    print('2:', kinds(gc.get_referents(v1)))
    del v1
    print('3:', len(gc.get_objects()) - base)
    v2 = B('b1')
    v3 = None
    with C() as v3:
        v4 = D('d3')
        fail(v3)
    v5 = give(x=v2)
    def f5(p5):
        w7 = B('b6')
        w8 = T()
        w7 = [w8, w8, w7]
        del p5
        w8.x = w8
        w8 = object()
    v9 = f5(1000 + 8)
    f5(1000 + 8)
    v10 = weakref.WeakSet()
    v10.add(v2)
    print('4:', len(v10))
    f5.mark = 'text'
    v10 = give(f5, y=1)
    print('5:', len(gc.get_objects()) - base)
    v10 = OrderedDict(a=f5)
    print('6:', weakref.getweakrefcount(f5))
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(78)
try:
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = [{}, 1]
    v1 += [v1]
    for i in range(7):
        v1.append((i, i))
    v1.insert(0, 'text')
    print('1:', kinds(gc.get_referents(i)))
    print('2:', gc.collect(2))
    v2 = 4156
    print('3:', gc.collect())
    def f2(p2):
        for i in range(7):
            w4 = {'a': 1, 'b': i}
        w5 = T()
    v6 = f2(i)
    v7 = [[] for i in range(2)]
    for i in range(2):
        v7[i].append(v7[(i + 1) % 2])
    del v7, i
    v8 = make(1)
    del i
    print('4:', sys.getsizeof(v1))
    print('5:', gc.is_tracked(f2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(80)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    base = len(gc.get_objects())
    v1 = [{} for i in range(4)]
    for i in range(4):
        v1[i]['next'] = v1[(i + 1) % 4]
    del v1, i
    v2 = [S() for i in range(1)]
    for i in range(1):
        v2[i].x = v2[(i + 1) % 1]
    del v2, i
    print('1:', gc.collect())
    v3 = {'a': None}
    v4 = T()
    v3.setdefault('b', [])
    v4.y = v4
    v4 = iter([])
    v4 = (v3, v4, v3,)
    print('2:', kinds(gc.get_referents(v3)))
    v3 = {'a': v3}
    print('3:', gc.is_tracked(v4))
    v5 = lambda x=v3: x
    v6 = {v5, 1}
    print('4:', len(gc.get_objects()) - base)
    print('5:', gc.is_tracked(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(82)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    v1 = gen(1000 + 0)
    v2 = S()
    v3 = N('n2')
    v4 = {'a': v1, 'b': v1, 'c': v1}
    print('1:', gc.collect(1))
    def f4(p4):
        print('2:', gc.collect())
        w6 = [R('r6.' + str(i)) for i in range(3)]
        for i in range(3):
            w6[i].x = w6[(i + 1) % 3]
        del w6, i
        print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w7 = {}
    v8 = f4(v3)
    for i in range(1):
        v9 = lambda x=v8: x
        v10 = D('d9')
        v3.__dict__['y'] = []
    try:
        fail(v2)
    except ValueError:
        v2 = []
        v4.setdefault(7, [])
    finally:
        print('5:', 'finally')
    def f11(p11):
        w13 = N('n12')
        if hasattr(w13, 'x'):
            del w13.x
        w14 = [].append
        print('6:', gc.is_tracked(w14))
        print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        print('8:', gc.is_tracked(p11))
        return w13
    v8 = f11(v1)
    f11(v1)
    v4.clear()
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(83)
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
    class T:
        __slots__ = ('x', 'y')
    class E(Exception):
        pass
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    try:
        raise E('text')
    except E as error:
        print('1:', len(error.args))
    print('2:', gc.collect())
    v2 = None
    v2 = S()
    v2.x = v2
    v3 = T()
    v3.y = v3
    v3.x = v3
    def f3(p3):
        try:
            fail(p3)
        except ValueError:
            w6 = N('n5')
            w7 = [[i] for i in range(6)]
        finally:
            print('3:', 'finally')
        w8 = N('n7')
        w9 = give(w8, k=[])
    v10 = f3(v2)
    v11 = gen(v3)
    v2 = T()
    f3.mark = v2
    v12 = [R('r12.' + str(i)) for i in range(1)]
    for i in range(1):
        v12[i].x = v12[(i + 1) % 1]
    del v12, i
    v3.y = v2
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    del f3
    v3 = gen(v10)
    v13 = 498
    print('5:', sys.getrefcount(v3))
    v14 = give(v11, 1, 2, 3)
    del v10
    print('6:', gc.is_tracked(v14))
    print('7:', kinds(gc.get_referents(v2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(84)
try:
    class A:
        pass
    class L(list):
        pass
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = make(1)
    print('1:', gc.is_tracked(v1))
    v2 = lambda x=v1: x
    print('2:', gc.is_tracked(v2))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    class K2:
        pass
    v4 = K2()
    v5 = A()
    print('4:', len(gc.get_objects()) - base)
    K2 = ['text']
    v4 = L()
    v6 = [].append
    v5.y = v5
    print('5:', gc.collect(1))
    print('6:', gc.is_tracked(v1))
    for i in range(1):
        K2.append([i])
    print('7:', gc.is_tracked(K2))
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(85)
try:
    class A:
        pass
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
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
    v1 = (2.5,)
    v2 = give(**{'x': v1})
    del v2, v1
    def f2(p2):
        try:
            raise E(p2)
        except E as error:
            print('1:', len(error.args))
        w5 = A()
        w6 = M()
        p2 = P(w5)
        del w5
        return w6
    v7 = f2(())
    f2(())
    v8 = 2203
    f2.mark = 1000 + 8
    v9 = counter()
    v10 = gen(v8)
    def f10(p10):
        w12 = (p10,)
        w14 = [w12]
        gc.set_debug(gc.DEBUG_SAVEALL)
        print('2:', gc.collect())
        gc.set_debug(0)
        print('3:', kinds(gc.garbage))
        gc.garbage.clear()
        w15 = T()
        p10 = give(**{'x': w12})
        del w12, w15
        p10 = partial(print, w14)
    v7 = f10(v10)
    f10(v10)
    v10 = S()
    v10.y = v10
    del f10
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', weakref.getweakrefcount(f2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(89)
try:
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    v1 = {1, 2}
    print('3:', sys.getrefcount(v1))
    print('4:', kinds(gc.get_referents(v1)))
    v1.add(3)
    v1 = give(v1, 1, 2, 3)
    v2 = {'a': v1, 'b': None}
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(90)
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
    base = len(gc.get_objects())
    v1 = make(1000 + 0)
    print('1:', weakref.getweakrefcount(v1))
    print('2:', gc.is_tracked(v1))
    print('3:', len(gc.get_objects()) - base)
    v1.mark = v1
    v1.mark = v1
    v2 = None
    with C() as v2:
        v2 = D('d2')
        v1.mark = 2.5
    v3 = lambda x=v1: x
    v4 = make(v3)
    print('4:', weakref.getweakrefcount(v1))
    print('5:', gc.collect())
    def f4(p4):
        for i in range(8):
            w6 = [].append
            w7 = S()
            w8 = R('r7')
            w9 = OrderedDict(a=p4)
        w10 = {i, 1}
        w11 = [D('d11.' + str(i)) for i in range(1)]
        for i in range(1):
            w11[i].x = w11[(i + 1) % 1]
        del w11, i
        w12 = [{} for i in range(5)]
        for i in range(5):
            w12[i]['next'] = w12[(i + 1) % 5]
        return w10
    v3 = f4(v4)
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(93)
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
    class T:
        __slots__ = ('x', 'y')
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
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = {'a': None}
    v2 = [A() for i in range(2)]
    for i in range(2):
        v2[i].x = v2[(i + 1) % 2]
    del v2, i
    v1.setdefault('a', [])
    v1.clear()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    class K2:
        pass
    v4 = K2()
    v5 = N('n4')
    v1.setdefault(7, [])
    v6 = make(v5)
    v6.mark = v6
    print('3:', len(gc.get_objects()) - base)
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('4:', gc.collect())
    gc.set_debug(0)
    print('5:', kinds(gc.garbage))
    gc.garbage.clear()
    v7 = []
    v6 = T()
    for i in range(5):
        v7.append(lambda: i)
    v1['k'] = v6
    v6.x = []
    print('6:', sys.getrefcount(v5))
    v8 = {'a': 1, 'b': v7}
    i = P([])
    print('7:', len(gc.get_objects()) - base)
    print('8:', sys.getrefcount(K2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(97)
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
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class E(Exception):
        pass
    class C:
        def __enter__(self):
            print('enter')
            return self
        def __exit__(self, kind, value, traceback):
            print('exit', kind is None)
            return True
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
    for i in range(6):
        v1 = [(), i]
    i = None
    for i in range(4):
        v2 = D('d1')
    print('1:', len(gc.get_objects()) - base)
    try:
        raise E(i)
    except E as error:
        print('2:', len(error.args))
    v3 = None
    with C() as v3:
        i = []
    v4 = gen(1)
    def f4(p4):
        w6 = A()
        w7 = B('b6')
        w8 = [S() for i in range(2)]
        for i in range(2):
            w8[i].x = w8[(i + 1) % 2]
        del w8, i
        print('3:', gc.collect(1))
        print('4:', len(gc.get_objects()) - base)
        w9 = D('d8')
        w9.x = p4
        return w6
    v10 = f4(v4)
    f4(v4)
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', gc.collect(2))
    v10 = gen(v10)
    def f10(p10):
        p10 = R('r11')
        p10.x = p10
        p10 = [].append
    v4 = f10(v3)
    f10(v3)
    print('7:', len(gc.get_objects()) - base)
    print('8:', weakref.getweakrefcount(v10))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(98)
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
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = {'a': 1, 'b': (), 'c': 1000 + 0}
    v2 = make(v1)
    print('1:', gc.collect())
    v3 = {'a': (), 'b': v1}
    v4 = [D('d4.' + str(i)) for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    del v4, i
    v2.mark = v2
    v3.update(z=v2)
    v2.mark = v2
    v5 = A()
    v3, v1 = v1, v3
    v6 = lambda x=v2: x
    v1 = None
    v7 = M()
    print('2:', gc.collect(0))
    v8 = {'a': v3, 'b': v7}
    v9 = ()
    for i in range(4):
        v10 = lambda x=v1: x
        v6.mark = v6
        i = deque([v8, v8, v7])
        v2.mark = v5
        v3.clear()
    print('3:', len(v7))
    print('4:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(99)
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
    base = len(gc.get_objects())
    print('1:', gc.collect())
    v1 = [None]
    v2 = [v1, v1, v1]
    print('2:', gc.collect(2))
    v1.clear()
    v3 = []
    print('3:', gc.collect(1))
    v4 = L()
    v5 = {'a': v2}
    def f5(p5):
        w7 = make({})
        w7.mark = w7
        w8 = [D('d8.' + str(i)) for i in range(1)]
        for i in range(1):
            w8[i].x = w8[(i + 1) % 1]
        w9 = [p5, w8, p5]
        w9.insert(0, 'text')
        w10 = [D('d10.' + str(i)) for i in range(2)]
        for i in range(2):
            w10[i].x = w10[(i + 1) % 2]
        return w7
    v3 = f5(v2)
    f5(v2)
    v11 = gen(1)
    print('4:', gc.collect(0))
    print('5:', gc.is_tracked(v5))
    print('6:', gc.collect(0))
    print('7:', gc.collect(1))
    v12 = A()
    v13 = [N('n13.' + str(i)) for i in range(4)]
    for i in range(4):
        v13[i].x = v13[(i + 1) % 4]
    del v13, i
    v2 = None
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('9:', gc.is_tracked(v12))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(100)
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
    base = len(gc.get_objects())
    try:
        raise E(())
    except E as error:
        print('1:', len(error.args))
    v2 = [R('r2.' + str(i)) for i in range(3)]
    for i in range(3):
        v2[i].x = v2[(i + 1) % 3]
    del v2, i
    v3 = lambda x='text': x
    v4 = 's3'
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3.mark = v4
    v5 = {'a': v3}
    v5.setdefault('a', [])
    del v4
    print('3:', gc.collect())
    print('4:', weakref.getweakrefcount(v3))
    print('5:', weakref.getweakrefcount(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(102)
try:
    class E(Exception):
        pass
    base = len(gc.get_objects())
    print('1:', gc.collect())
    v1 = {'a': {}, 'b': 1}
    v1['b'] = v1
    v1 = [].append
    v2 = [v1]
    v3 = []
    print('2:', gc.collect(2))
    v3[:1] = [v2]
    def f3(p3):
        w5 = defaultdict(list)
        w5[7] = w5
        print('3:', gc.is_tracked(p3))
    v6 = f3(v2)
    f3(v2)
    try:
        raise E(v1)
    except E as error:
        print('4:', len(error.args))
    print('5:', kinds(gc.get_referents(v1)))
    print('6:', kinds(gc.get_referents(v3)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(103)
try:
    class T:
        __slots__ = ('x', 'y')
    class E(Exception):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = [].append
    v1 = [[i] for i in range(11)]
    print('1:', deep(v1, 1))
    v1 = None
    v1 = [].append
    v2 = OrderedDict(a=v1)
    try:
        raise E(v1)
    except E as error:
        print('2:', len(error.args))
    v3 = make('text')
    v3.mark = v3
    class K3:
        def __init__(self):
            self.x = self
    print('3:', gc.collect(2))
    def f4(p4):
        w6 = T()
        print('4:', len(gc.get_objects()) - base)
        del p4
        print('5:', gc.collect())
        return w6
    v7 = f4(K3)
    v8 = (v7, f4,)
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v9 = [[i] for i in range(0)]
    v10 = weakref.WeakKeyDictionary()
    v10[f4] = v1
    print('7:', len(v10))
    v11 = [[i] for i in range(6)]
    v3.mark = v3
    print('8:', len(v9))
    print('9:', sys.getrefcount(v3))
    print('10:', kinds(gc.get_referents(v11)))
    print('11:', gc.is_tracked(K3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(104)
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
    base = len(gc.get_objects())
    v1 = 1864
    v2 = D('d1')
    print('1:', weakref.getweakrefcount(v2))
    v3 = N('n2')
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', len(gc.get_objects()) - base)
    print('4:', gc.is_tracked(v2))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(105)
try:
    class T:
        __slots__ = ('x', 'y')
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def give(x, y=None, *rest, **named):
        return x
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
    v1 = [1000 + 0, None]
    print('2:', sys.getsizeof(v1))
    v1.reverse()
    v2 = defaultdict(list)
    v3 = [{} for i in range(5)]
    for i in range(5):
        v3[i]['next'] = v3[(i + 1) % 5]
    del v3, i
    v4 = gen(v1)
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = lambda x=v2: x
    print('4:', gc.collect(1))
    v6 = lambda x=v2: x
    v7 = counter()
    print('5:', v7('text'))
    print('6:', gc.collect(1))
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', gc.collect(0))
    print('9:', sys.getsizeof(v1))
    v8 = T()
    def f8(p8):
        print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w10 = [p8]
        w11 = T()
        p8 = give(p8, k=[])
        w12 = None
        print('11:', len(w10))
    v7 = f8(v4)
    v13 = [v5]
    v14 = deque([f8])
    print('12:', gc.is_tracked(v6))
    print('13:', deep(v2, 1))
    print('14:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('15:', kinds(gc.get_referents(v13)))
    print('16:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(107)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    for i in range(8):
        v1 = [[i] for i in range(0)]
        i = counter()
    v2 = ['text', 'text']
    v2.clear()
    print('1:', sys.getsizeof(v2))
    v3 = {'a': v2, 'b': v2}
    v2.clear()
    v4 = defaultdict(list)
    v5 = [[] for i in range(4)]
    for i in range(4):
        v5[i].append(v5[(i + 1) % 4])
    del v5, i
    try:
        fail(v3)
    except ValueError:
        v3['b'] = v2
    finally:
        print('2:', 'finally')
    v7 = [D('d7.' + str(i)) for i in range(3)]
    for i in range(3):
        v7[i].x = v7[(i + 1) % 3]
    del v7, i
    v3.update(z=[])
    print('3:', len(gc.get_objects()) - base)
    v2.append(v3)
    print('4:', len(gc.get_objects()) - base)
    print('5:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(108)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    v1 = defaultdict(list)
    v1['b'] = v1
    for i in range(2):
        v2 = {'a': i}
        v1.setdefault('k', [])
        v3 = D('d2')
        i = (v1,)
    del v1
    v5 = make(2.5)
    v6 = gen(None)
    v7 = S()
    try:
        fail(v7)
    except ValueError:
        v5 = gen(())
        v6 = weakref.ref(v7, note)
    finally:
        print('1:', 'finally')
    v9 = [v7, v7, 'text']
    print('2:', gc.collect(0))
    print('3:', gc.is_tracked(v9))
    print('4:', len(v9))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(110)
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
    class T:
        __slots__ = ('x', 'y')
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
    base = len(gc.get_objects())
    v1 = {1, 2}
    v1 = [].append
    for i in range(6):
        v3 = gen(i)
        v3 = partial(print, v1)
        v1 = [v1]
        i = N('n3')
        i.x = i
    v4 = T()
    v5 = None
    with C() as v5:
        v6 = None
        v7 = {v4, 1}
        fail(v5)
    v4 = make(v4)
    v8 = R('r7')
    v8.z = v4
    v9 = gen(v4)
    v10 = A()
    v11 = deque([])
    v5 = make(v10)
    v12 = [{} for i in range(3)]
    for i in range(3):
        v12[i]['next'] = v12[(i + 1) % 3]
    del v4
    del v8
    next(v9, None)
    del v12
    v5 = R('r12')
    print('2:', kinds(gc.get_referents(v10)))
    print('3:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()
