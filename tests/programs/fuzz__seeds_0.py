# Random programs about memory management, made by tests/fuzz.py (seeds 0 to 50).
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

begin(0)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    for i in range(1):
        v1 = [i, i, 'text']
        v2 = lambda x=i: x
        v2.mark = v2
    print('1:', kinds(gc.get_referents(i)))
    class K2:
        __slots__ = ()
    print('2:', kinds(gc.get_referents(K2)))
    v4 = S()
    v5 = [[i] for i in range(7)]
    print('3:', type(i).__name__)
    i = B('b5')
    try:
        fail([])
    except ValueError:
        v7 = lambda x=v4: x
        v7.mark = i
    finally:
        print('4:', 'finally')
    print('5:', len(gc.get_objects()) - base)
    print('6:', gc.collect())
    v4 = None
    K2.mark = v4
    v8 = OrderedDict(a=K2)
    del i
    print('7:', gc.is_tracked(v8))
    print('8:', gc.collect())
    print('9:', gc.is_tracked(K2))
    print('10:', sys.getsizeof(v5))
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(1)
try:
    class M(dict):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = []
    v2 = None
    v1.append(v1)
    print('1:', len(gc.get_objects()) - base)
    v3 = None
    print('2:', gc.collect(2))
    v4 = M()
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = None
    try:
        fail(v3)
    except ValueError as error:
        v5 = error
    print('4:', v5.__traceback__ is None)
    v6 = 's5'
    print('5:', gc.is_tracked(v5))
    print('6:', gc.is_tracked(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(2)
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
    v1 = P(None)
    print('1:', kinds(gc.get_referents(v1)))
    v1.z = v1
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('2:', gc.collect())
    gc.set_debug(0)
    print('3:', kinds(gc.garbage))
    gc.garbage.clear()
    print('4:', gc.collect(1))
    def f1(p1):
        print('5:', len(gc.get_objects()) - base)
        print('6:', gc.collect(0))
        print('7:', gc.is_tracked(p1))
        w3 = P([])
        w3.y = w3
        print('8:', gc.is_tracked(w3))
        return w3
    v1 = f1(v1)
    v4 = gen(v1)
    print('9:', sys.getrefcount(v1))
    print('10:', weakref.getweakrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(3)
try:
    class A:
        pass
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = {'a': 'text', 'b': 1, 'c': ()}
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = give(**{'x': v1})
    print('2:', gc.collect(2))
    v2 = deque([])
    print('3:', len(v2))
    print('4:', gc.collect(2))
    for i in range(7):
        i = A()
        v3 = defaultdict(list)
        v2.clear()
        v4 = weakref.ref(v2)
        v2.clear()
    v2 = P(v1)
    for i in range(7):
        v2 = [[i] for i in range(12)]
        v2.append(v2)
    i = [[i] for i in range(8)]
    v6 = [S() for i in range(5)]
    for i in range(5):
        v6[i].x = v6[(i + 1) % 5]
    del v6, i
    v7 = (v1, v1,)
    print('5:', len(gc.get_objects()) - base)
    print('6:', kinds(gc.get_referents(v7)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(4)
try:
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = [[] for i in range(2)]
    for i in range(2):
        v1[i].append(v1[(i + 1) % 2])
    del v1, i
    v2 = {'a': 1, 'b': 2.5}
    print('2:', gc.collect())
    v2.setdefault('a', [])
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2['k'] = v2
    print('4:', kinds(gc.get_referents(v2)))
    del v2
    print('5:', len(gc.get_objects()) - base)
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('7:', gc.collect())
    gc.set_debug(0)
    print('8:', kinds(gc.garbage))
    gc.garbage.clear()
    v3 = {1, 2}
    print('9:', kinds(gc.get_referents(v3)))
    print('10:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(5)
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
    class T:
        __slots__ = ('x', 'y')
    class L(list):
        pass
    class M(dict):
        pass
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = L()
    v2 = D('d1')
    del v2, v1
    v3 = [S() for i in range(2)]
    for i in range(2):
        v3[i].x = v3[(i + 1) % 2]
    print('2:', gc.collect())
    i = T()
    v4 = B('b3')
    i.x = v3
    i.y = v4
    print('3:', gc.collect(0))
    i.x = 1000 + 4
    print('4:', sys.getrefcount(i))
    print('5:', gc.is_tracked(v3))
    print('6:', gc.is_tracked(i))
    print('7:', deep(v3, 2))
    v5 = [A() for i in range(5)]
    for i in range(5):
        v5[i].x = v5[(i + 1) % 5]
    print('8:', gc.collect(0))
    v6 = L()
    v7 = M()
    v5 = None
    print('9:', gc.collect())
    v6 = {i, 1}
    print('10:', gc.collect())
    print('11:', weakref.getweakrefcount(v4))
    print('12:', len(gc.get_objects()) - base)
    print('13:', weakref.getweakrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(7)
try:
    class A:
        pass
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = {}
    v1 = lambda x=v1: x
    v2 = S()
    del v1, v2
    v3 = None
    v4 = counter()
    v5 = []
    print('1:', v4('text'))
    print('2:', sys.getsizeof(v5))
    v3 = P(v3)
    print('3:', v4(v5))
    print('4:', gc.is_tracked(v4))
    print('5:', gc.collect())
    del v3
    v5 = []
    v5 += [v4]
    print('6:', kinds(gc.get_referents(v5)))
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(8)
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
    print('1:', gc.collect(0))
    v1 = A()
    v2 = B('b1')
    v3 = None
    with C() as v3:
        v4 = weakref.ref(v1)
        v5 = {}
    print('2:', gc.is_tracked(v3))
    class K5:
        __slots__ = ()
    print('3:', len(gc.get_objects()) - base)
    print('4:', gc.collect(1))
    print('5:', gc.collect())
    v7 = (K5,)
    v7 = lambda x=K5: x
    try:
        fail(v7)
    except ValueError:
        v8 = [[i] for i in range(1)]
        v2.y = v8
    finally:
        print('6:', 'finally')
    v2.z = v2
    print('7:', weakref.getweakrefcount(v7))
    print('8:', sys.getrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(9)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', gc.collect())
    v1 = A()
    print('2:', kinds(gc.get_referents(v1)))
    v2 = ()
    v1 = []
    print('3:', gc.collect(2))
    v3 = [v1]
    v4 = [v2]
    v1.extend([{}, v1, 2.5])
    print('4:', len(gc.get_objects()) - base)
    v1[len(v1):] = (v1,)
    v5 = [].append
    v6 = object()
    del v2, v4
    v7 = {}
    print('5:', gc.collect(0))
    v8 = counter()
    print('6:', gc.collect(1))
    print('7:', gc.is_tracked(v1))
    v9 = B('b8')
    print('8:', len(gc.get_objects()) - base)
    print('9:', sys.getrefcount(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(10)
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = {1, 2}
    v1 = counter()
    v3 = T()
    v3 = None
    v1 = partial(print, v1)
    v1 = None
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', gc.is_tracked(v3))
    v4 = give(**{'x': v1})
    del v3, v4
    v5 = lambda x=[]: x
    v6 = P(v5)
    print('3:', kinds(gc.get_referents(v1)))
    v7 = R('r6')
    class K7:
        def m(self):
            return K
    v9 = K7()
    del K7, v6
    del v1
    v7.z = v7
    print('4:', gc.is_tracked(v9))
    v10 = R('r9')
    v11 = give([], y=1)
    def f11(p11):
        for i in range(1):
            w13 = A()
            w14 = make(i)
        w15 = M()
    v16 = f11(v7)
    v7.__dict__['x'] = v10
    class K16:
        pass
    print('5:', gc.is_tracked(v16))
    print('6:', sys.getrefcount(v11))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(11)
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
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class M(dict):
        pass
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
    v1 = give((), k=[])
    v2 = D('d1')
    v3 = {'a': v1, 'b': 2.5, 'c': v1}
    print('1:', kinds(gc.get_referents(v2)))
    v3[7] = v1
    v4 = M()
    v2 = [].append
    v5 = R('r5')
    v5.x = v5
    del v5
    print('2:', gc.collect(), len(rescued))
    rescued.clear()
    print('3:', gc.collect())
    print('4:', len(gc.get_objects()) - base)
    v6 = {}
    print('5:', gc.collect())
    v7 = partial(print, v1)
    v4 = [v1, 'text']
    v9 = B('b8')
    v10 = S()
    v11 = counter()
    v12 = R('r11')
    v2 = R('r12')
    v13 = [[i] for i in range(5)]
    print('6:', gc.collect())
    print('7:', len(gc.get_objects()) - base)
    print('8:', kinds(gc.get_referents(v12)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(12)
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
    class E(Exception):
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
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = {}
    print('2:', gc.collect(0))
    print('3:', len(v1))
    del v1
    def f1(p1):
        p1 = P(p1)
        gc.set_debug(gc.DEBUG_SAVEALL)
        print('4:', gc.collect())
        gc.set_debug(0)
        print('5:', kinds(gc.garbage))
        gc.garbage.clear()
        del p1
        for i in range(3):
            i = [[i] for i in range(8)]
            i[len(i):] = (i,)
            w3 = {'a': 1000 + 2, 'b': 'text', 'c': 1000 + 2}
            w3['b'] = w3
            w4 = {1, 2}
            w4.add(3)
    v5 = f1({})
    f1({})
    v6 = lambda x=f1: x
    v7 = {v6, 1}
    v8 = gen(v7)
    try:
        raise E(v7)
    except E as error:
        print('6:', len(error.args))
    v7.add(f1)
    v8 = None
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    del f1
    v10 = {'a': v5}
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v7 = make(v7)
    v7.mark = v7
    print('9:', gc.is_tracked(v8))
    v6.mark = v8
    v11 = N('n10')
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('11:', gc.is_tracked(v6))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(13)
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
    class M(dict):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = deque([2.5])
    v1.clear()
    v2 = [v1]
    print('2:', len(v2))
    def f2(p2):
        print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w5 = lambda x=p2: x
        print('4:', sys.getrefcount(p2))
    v6 = f2(v2)
    v6 = [v1]
    print('5:', gc.is_tracked(v2))
    v6[len(v6):] = (v1,)
    v1 = give({}, 1, 2, 3)
    def f6(p6):
        del p6
        w8 = {'a': []}
        w8.clear()
        w9 = {'a': w8, 'b': w8}
        w8 = None
        w10 = M()
        w8 = N('n10')
    v11 = f6(f2)
    v12 = P(v1)
    class K12:
        x = []
    print('6:', gc.is_tracked(K12))
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', gc.is_tracked(v11))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(14)
try:
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
    v1 = [1000 + 0, 'text']
    try:
        fail(v1)
    except ValueError:
        v1[len(v1):] = (v1,)
    finally:
        print('1:', 'finally')
    v1.append(v1)
    print('2:', len(gc.get_objects()) - base)
    print('3:', sys.getsizeof(v1))
    print('4:', gc.collect(0))
    def f2(p2):
        w4 = None
        w5 = counter()
        print('5:', gc.collect())
        w6 = object()
        p2 = []
        print('6:', len(gc.get_objects()) - base)
        return w6
    v7 = f2(v1)
    v8 = make(v1)
    v9 = [v8, None, v8]
    print('7:', gc.is_tracked(f2))
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(18)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    v1 = defaultdict(list)
    class K1:
        def m(self):
            return K
    v3 = K1()
    print('1:', sys.getrefcount(K1))
    v1['b'] = v1
    K1.mark = K1
    v4 = None
    with C() as v4:
        v5 = OrderedDict(a=v4)
        v6 = gen(v1)
    v1.setdefault('a', [])
    v7 = partial(print, v1)
    v8 = D('d7')
    v9 = [D('d9.' + str(i)) for i in range(4)]
    for i in range(4):
        v9[i].x = v9[(i + 1) % 4]
    del v9, i
    print('2:', gc.is_tracked(v8))
    print('3:', weakref.getweakrefcount(v8))
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(19)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = gen(2.5)
    v2 = [S() for i in range(5)]
    for i in range(5):
        v2[i].x = v2[(i + 1) % 5]
    del v2, i
    v3 = (v1, 2.5,)
    v3 = object()
    v4 = [[] for i in range(3)]
    for i in range(3):
        v4[i].append(v4[(i + 1) % 3])
    del v4, i
    print('1:', len(list(v1)))
    v5 = [D('d5.' + str(i)) for i in range(5)]
    for i in range(5):
        v5[i].x = v5[(i + 1) % 5]
    del v5, i
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(20)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    v1 = {1, 2}
    v2 = [A() for i in range(1)]
    for i in range(1):
        v2[i].x = v2[(i + 1) % 1]
    del v2, i
    class K2:
        def __init__(self):
            self.x = self
    v4 = K2()
    K2.mark = v1
    print('3:', gc.is_tracked(v1))
    K2 = weakref.ref(v1)
    v1 = D('d4')
    print('4:', sys.getrefcount(v1))
    print('5:', len(gc.get_objects()) - base)
    print('6:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(21)
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
    class T:
        __slots__ = ('x', 'y')
    class L(list):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    base = len(gc.get_objects())
    for i in range(7):
        v1 = T()
        v2 = P(2.5)
        v3 = P(i)
        v4 = D('d3')
    v5 = L()
    print('1:', gc.is_tracked(v5))
    v6 = []
    v6.append(v6)
    class K6:
        def __init__(self):
            self.x = self
    v5.clear()
    print('2:', len(gc.get_objects()) - base)
    del v6[:2]
    v8 = R('r7')
    print('3:', weakref.getweakrefcount(v5))
    print('4:', sys.getrefcount(v8))
    print('5:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(22)
try:
    class T:
        __slots__ = ('x', 'y')
    base = len(gc.get_objects())
    v1 = T()
    v1.x = v1
    v1 = (v1,)
    print('1:', gc.is_tracked(v1))
    v2 = iter([])
    print('2:', gc.is_tracked(v1))
    print('3:', type(v1).__name__)
    print('4:', gc.is_tracked(v1))
    v3 = ()
    del v3
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(25)
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
    v1 = N('n0')
    class K1:
        pass
    print('1:', sys.getrefcount(K1))
    for i in range(2):
        v1.z = v1
        v1.z = i
        v3 = defaultdict(list)
    v4 = lambda x=2.5: x
    try:
        fail(v4)
    except ValueError:
        v6 = make(v1)
        v4.mark = 2.5
    finally:
        print('2:', 'finally')
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    K1.mark = i
    v7 = {'a': i}
    try:
        fail(v1)
    except ValueError:
        v9 = {v4, 1}
        v7.update(z=K1)
    finally:
        print('4:', 'finally')
    print('5:', weakref.getweakrefcount(K1))
    v7 = None
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
    i = gen(i)
    print('8:', len(gc.get_objects()) - base)
    v10 = [R('r10.' + str(i)) for i in range(5)]
    for i in range(5):
        v10[i].x = v10[(i + 1) % 5]
    v4.mark = 'text'
    print('9:', weakref.getweakrefcount(K1))
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(26)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = {1, 2}
    v1 = T()
    for i in range(4):
        v2 = A()
        v3 = {'a': i, 'b': 1000 + 2}
        v4 = partial(print, i)
        v5 = lambda x=2.5: x
    v6 = lambda x=1: x
    i = None
    try:
        fail([])
    except ValueError as error:
        i = error
    print('1:', i.__traceback__ is None)
    v6.mark = v1
    def f6(p6):
        p6 = give(p6, k=[])
        w8 = [[i] for i in range(11)]
        w9 = N('n8')
        w10 = D('d9')
        return p6
    v11 = f6(v6)
    print('2:', sys.getrefcount(v11))
    v12 = [A() for i in range(1)]
    for i in range(1):
        v12[i].x = v12[(i + 1) % 1]
    del v12, i
    v13 = S()
    print('3:', len(gc.get_objects()) - base)
    v14 = R('r14')
    v14.x = v14
    del v14
    print('4:', gc.collect(), len(rescued))
    rescued.clear()
    print('5:', gc.collect())
    print('6:', len(gc.get_objects()) - base)
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(27)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    class K0:
        def m(self):
            return K
    K0.mark = K0
    print('1:', sys.getrefcount(K0))
    v2 = [D('d2.' + str(i)) for i in range(2)]
    for i in range(2):
        v2[i].x = v2[(i + 1) % 2]
    K0, v2 = v2, K0
    v3 = [[i] for i in range(6)]
    v4 = deque([(), [], i])
    v5 = T()
    print('2:', len(gc.get_objects()) - base)
    v5.x = K0
    for i in range(5):
        K0.append(lambda: i)
    v2 = give(None, k=[])
    v6 = gen(i)
    v4, K0 = K0, v4
    print('3:', len(gc.get_objects()) - base)
    v7 = [S() for i in range(1)]
    for i in range(1):
        v7[i].x = v7[(i + 1) % 1]
    del v7, i
    v8 = [v3, K0, v2]
    K0.append(K0)
    print('4:', len(gc.get_objects()) - base)
    for i in range(8):
        v4.append((i, i))
    print('5:', len(K0))
    v3.append(v6)
    v9 = T()
    class K9:
        pass
    v11 = K9()
    print('6:', gc.collect())
    v12 = OrderedDict(a=v9)
    print('7:', len(gc.get_objects()) - base)
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(28)
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = lambda x=None: x
    del v1
    v2 = R('r1')
    v3 = [D('d3.' + str(i)) for i in range(2)]
    for i in range(2):
        v3[i].x = v3[(i + 1) % 2]
    v4 = S()
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = None
    with C() as v5:
        v3.append(v3)
    v2.y = {}
    print('2:', gc.collect())
    print('3:', kinds(gc.get_referents(v4)))
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(29)
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
    v1 = {'a': 'text', 'b': []}
    v2 = [[] for i in range(1)]
    for i in range(1):
        v2[i].append(v2[(i + 1) % 1])
    v3 = L()
    v4 = make(v2)
    v3.extend([v4, v4, v2])
    for i in range(3):
        v3.append(lambda: i)
    print('1:', gc.is_tracked(v4))
    v5 = [N('n5.' + str(i)) for i in range(5)]
    for i in range(5):
        v5[i].x = v5[(i + 1) % 5]
    v2 = iter([])
    v6 = lambda x=v3: x
    for i in range(5):
        v5.append({i})
    v7 = [].append
    v4.mark = v4
    for i in range(7):
        i = []
    v8 = gen(None)
    print('2:', gc.collect())
    v1 = B('b8')
    v4.mark = v2
    print('3:', gc.collect())
    v4.mark = v4
    v9 = [[i] for i in range(1)]
    del v6
    v10 = (v5, v3, v2,)
    print('4:', len(gc.get_objects()) - base)
    print('5:', gc.is_tracked(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(30)
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
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = []
    v2 = [[] for i in range(2)]
    for i in range(2):
        v2[i].append(v2[(i + 1) % 2])
    i = give(i, y=1)
    v3 = [N('n3.' + str(i)) for i in range(3)]
    for i in range(3):
        v3[i].x = v3[(i + 1) % 3]
    del v3, i
    v2 = {}
    print('2:', kinds(gc.get_referents(v1)))
    v2 = deque([v2, i])
    print('3:', len(gc.get_objects()) - base)
    v4 = [R('r4.' + str(i)) for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    del v4, i
    v1.append(v1)
    class K4:
        __slots__ = ()
    v6 = K4()
    class K6:
        def m(self):
            return K
    v8 = K6()
    K6 = gen(i)
    class K8:
        def m(self):
            return K
    print('4:', gc.is_tracked(v6))
    print('5:', sys.getrefcount(v8))
    print('6:', weakref.getweakrefcount(K8))
    v1 += [2.5]
    v10 = counter()
    del v2
    v11 = [].append
    v12 = T()
    print('7:', sys.getrefcount(v10))
    print('8:', kinds(gc.get_referents(v12)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(31)
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
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = give('text', y=1)
    v2 = D('d1')
    v3 = B('b2')
    v4 = None
    try:
        fail(v3)
    except ValueError as error:
        v4 = error
    print('1:', v4.__traceback__ is None)
    v5 = P(v4)
    v2.x = v4
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(32)
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
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = N('n0')
    v1 = None
    v2 = P(v1)
    v3 = give(v2, k=[])
    v2 = make(v3)
    v2.mark = v2
    v4 = 1306
    del v2
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', type(v4).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(34)
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
    class M(dict):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', gc.collect(1))
    v1 = []
    print('2:', gc.collect())
    v2 = {1, 2}
    print('3:', kinds(gc.get_referents(v1)))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('4:', gc.collect())
    gc.set_debug(0)
    print('5:', kinds(gc.garbage))
    gc.garbage.clear()
    v1.insert(0, v2)
    v3 = P(v2)
    v4 = {'a': v3}
    print('6:', gc.collect())
    v2.add(v3)
    v5 = [{} for i in range(4)]
    for i in range(4):
        v5[i]['next'] = v5[(i + 1) % 4]
    del v5, i
    v6 = counter()
    v7 = M()
    print('7:', weakref.getweakrefcount(v2))
    v4.clear()
    class K7:
        __slots__ = ()
    print('8:', gc.collect())
    def f8(p8):
        w10 = N('n9')
        print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w11 = [N('n11.' + str(i)) for i in range(3)]
        for i in range(3):
            w11[i].x = w11[(i + 1) % 3]
        print('10:', len(gc.get_objects()) - base)
        return i
    v1 = f8(v2)
    print('11:', sys.getrefcount(v7))
    print('12:', weakref.getweakrefcount(K7))
    print('13:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('14:', len(gc.get_objects()) - base)
    print('15:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(36)
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
    class T:
        __slots__ = ('x', 'y')
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
    base = len(gc.get_objects())
    v1 = N('n0')
    v1 = R('r1')
    print('1:', gc.collect(1))
    print('2:', kinds(gc.get_referents(v1)))
    v2 = [N('n2.' + str(i)) for i in range(4)]
    for i in range(4):
        v2[i].x = v2[(i + 1) % 4]
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = [D('d3.' + str(i)) for i in range(1)]
    for i in range(1):
        v3[i].x = v3[(i + 1) % 1]
    del v3, i
    v2.reverse()
    v4 = T()
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = None
    with C() as v5:
        v6 = gen(v2)
        v1.x = v2
    def f6(p6):
        w8 = [[i] for i in range(6)]
        w8 += [()]
        w9 = T()
        print('5:', sys.getrefcount(w8))
        w10 = lambda x=w8: x
        w11 = []
        w12 = {}
        return w11
    v13 = f6(v2)
    f6(v2)
    try:
        raise E(None)
    except E as error:
        print('6:', len(error.args))
    i = give(v4, 1, 2, 3)
    v15 = weakref.ref(f6, note)
    print('7:', gc.collect())
    print('8:', sys.getrefcount(v4))
    print('9:', kinds(gc.get_referents(v2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(37)
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
    base = len(gc.get_objects())
    v1 = [[i] for i in range(10)]
    v2 = R('r2')
    v2.x = v2
    del v2
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    v3 = None
    def f3(p3):
        w5 = OrderedDict(a=p3)
        p3 = gen(p3)
        gc.set_debug(gc.DEBUG_SAVEALL)
        print('3:', gc.collect())
        gc.set_debug(0)
        print('4:', kinds(gc.garbage))
        gc.garbage.clear()
        print('5:', gc.collect())
        del p3
        w6 = iter([])
        return w6
    v7 = f3(v1)
    v1 = A()
    v8 = L()
    v1 = R('r8')
    v9 = None
    with C() as v9:
        v8.insert(0, v3)
        fail(v9)
    v10 = defaultdict(list)
    v11 = [[] for i in range(3)]
    for i in range(3):
        v11[i].append(v11[(i + 1) % 3])
    del v11, i
    v1 = []
    def f11(p11):
        w13 = {'a': p11, 'b': p11}
        w13 = []
        del w13
        print('6:', gc.collect())
        print('7:', gc.collect())
        print('8:', gc.collect(0))
    v14 = f11(v3)
    f11(v3)
    v15 = [f11, f11]
    try:
        raise E(v9)
    except E as error:
        print('9:', len(error.args))
    v15.insert(0, v10)
    v17 = ['text', v15, v1]
    v18 = deque([])
    v19 = [v3]
    f3.mark = v1
    print('10:', gc.collect())
    f3.mark = v9
    v20 = [v15, v1, v7]
    v19 = give(x=1)
    del v20
    del v10
    print('11:', gc.is_tracked(v9))
    print('12:', gc.is_tracked(v19))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(39)
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
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = B('b0')
    v2 = [R('r2.' + str(i)) for i in range(5)]
    for i in range(5):
        v2[i].x = v2[(i + 1) % 5]
    del v2, i
    print('2:', weakref.getweakrefcount(v1))
    v1.y = v1
    for i in range(6):
        v3 = [i, v1]
        v4 = [[i] for i in range(7)]
    print('3:', gc.collect())
    print('4:', weakref.getweakrefcount(v1))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    def f4(p4):
        w6 = [].append
        w7 = {'a': p4, 'b': p4, 'c': {}}
    v8 = f4(())
    i = None
    v9 = [[i] for i in range(12)]
    print('6:', sys.getrefcount(v9))
    print('7:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(40)
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
    class T:
        __slots__ = ('x', 'y')
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
    v1 = [2.5, None]
    print('1:', len(v1))
    def f1(p1):
        p1 = L()
        p1 = [p1, p1]
    v1 = f1(v1)
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = B('b2')
    v4 = T()
    v5 = B('b4')
    v6 = make(v3)
    del f1
    print('3:', gc.collect())
    v7 = None
    try:
        fail(v1)
    except ValueError as error:
        v7 = error
    print('4:', v7.__traceback__ is None)
    for i in range(8):
        v8 = 's7'
        v9 = R('r8')
        v3.__dict__['z'] = None
        v10 = {v5, 1}
        v4.x = v4
    v11 = [N('n11.' + str(i)) for i in range(1)]
    for i in range(1):
        v11[i].x = v11[(i + 1) % 1]
    v4.y = i
    for i in range(1):
        v11.append([v11])
    print('5:', sys.getrefcount(v7))
    v5 = gen(v3)
    print('6:', len(gc.get_objects()) - base)
    v12 = R('r12')
    v12.x = v12
    del v12
    print('7:', gc.collect(), len(rescued))
    rescued.clear()
    print('8:', gc.collect())
    v1 = []
    print('9:', sys.getsizeof(v11))
    print('10:', kinds(gc.get_referents(v11)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(41)
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
    class L(list):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = {'a': 1000 + 0, 'b': {}}
    v2 = []
    v1['a'] = v2
    v3 = {1, 2}
    v1[7] = v1
    v4 = D('d3')
    v1.clear()
    v4.z = v4
    v1 = OrderedDict(a=v3)
    v5 = 895
    for i in range(4):
        v6 = L()
        v5 = B('b6')
        v2.extend([v3, v1])
    v1 = [v3]
    v3.add(i)
    try:
        fail(v4)
    except ValueError:
        v2.insert(0, None)
    finally:
        print('2:', 'finally')
    for i in range(1):
        v1.append([v1])
    print('3:', len(v1))
    v7 = [S() for i in range(3)]
    for i in range(3):
        v7[i].x = v7[(i + 1) % 3]
    del v7, i
    print('4:', kinds(gc.get_referents(v3)))
    print('5:', sys.getsizeof(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(43)
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
    class M(dict):
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = give(**{'x': []})
    v2 = M()
    v3 = R('r3')
    v3.x = v3
    del v3
    print('2:', gc.collect(), len(rescued))
    rescued.clear()
    print('3:', gc.collect())
    def f3(p3):
        print('4:', gc.collect(1))
        w5 = {'a': p3}
        print('5:', gc.collect())
        w5 = T()
        w6 = None
        with C() as w6:
            w6 = S()
            p3 = N('n6')
        w7 = counter()
    v8 = f3(())
    print('6:', kinds(gc.get_referents(v2)))
    def f8(p8):
        w10 = {'a': p8}
        p8 = [w10, p8, w10]
        w11 = defaultdict(list)
    v8 = f8(())
    print('7:', len(gc.get_objects()) - base)
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(44)
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
    v1 = S()
    v1 = None
    v1 = counter()
    v2 = R('r2')
    v2.x = v2
    del v2
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    print('3:', gc.is_tracked(v1))
    print('4:', len(gc.get_objects()) - base)
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = gen(v1)
    v3 = weakref.ref(v1, note)
    class K3:
        __slots__ = ()
    K3.mark = v1
    v5 = S()
    print('6:', v3() is None)
    v6 = 2833
    print('7:', v3() is None)
    v7 = {'a': K3, 'b': v6}
    v8 = defaultdict(list)
    v9 = [v3, v6, v8]
    v10 = weakref.WeakValueDictionary()
    v10['k'] = K3
    print('8:', len(v10))
    del K3
    print('8:', len(v10))
    gc.collect()
    print('8:', len(v10))
    print('9:', len(v9))
    print('10:', type(v6).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(45)
try:
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    for i in range(8):
        i = ()
        v1 = []
        v2 = [2.5]
        v2.insert(0, v2)
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', gc.collect(2))
    print('3:', len(gc.get_objects()) - base)
    for i in range(2):
        v3 = iter([i, i])
    print('4:', len(gc.get_objects()) - base)
    del i
    v4 = {1, 2}
    print('5:', gc.collect(0))
    v4.add(3)
    v5 = gen(v4)
    print('6:', sys.getrefcount(v5))
    v4.add(3)
    v5 = {}
    print('7:', gc.is_tracked(v5))
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(46)
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
    v1 = [A() for i in range(5)]
    for i in range(5):
        v1[i].x = v1[(i + 1) % 5]
    del v1, i
    v2 = None
    v3 = None
    v4 = N('n3')
    v5 = {'a': v3, 'b': v3, 'c': v3}
    v6 = {v4, 1}
    def f6(p6):
        print('1:', len(gc.get_objects()) - base)
        print('2:', sys.getrefcount(p6))
        try:
            raise E(p6)
        except E as error:
            print('3:', len(error.args))
        p6 = counter()
        w9 = []
        w9 += [p6]
        print('4:', p6(p6))
        return p6
    v3 = f6(v6)
    v10 = S()
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', gc.is_tracked(v6))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(47)
try:
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
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = {1, 2}
    v2 = None
    try:
        fail(v1)
    except ValueError as error:
        v2 = error
    print('1:', v2.__traceback__ is None)
    for i in range(1):
        v3 = make(v2)
        v2 = gen(v2)
    print('2:', kinds(gc.get_referents(v1)))
    v4 = {'a': 2.5, 'b': v1, 'c': i}
    print('3:', kinds(gc.get_referents(i)))
    print('4:', kinds(gc.get_referents(v1)))
    v5 = make(v1)
    del i
    v6 = weakref.WeakKeyDictionary()
    v6[v5] = v5
    print('5:', len(v6))
    del v5
    print('5:', len(v6))
    gc.collect()
    print('5:', len(v6))
    v6 = D('d6')
    class K6:
        __slots__ = ()
    v8 = K6()
    v9 = [[i] for i in range(4)]
    v10 = give(v9, k=[])
    del v1
    v8 = D('d10')
    print('6:', gc.is_tracked(v8))
    print('7:', sys.getrefcount(K6))
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(49)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = ()
    v2 = object()
    v3 = None
    with C() as v3:
        v4 = [[i] for i in range(4)]
        v4.clear()
        fail(v3)
    print('2:', gc.collect())
    v5 = [{} for i in range(5)]
    for i in range(5):
        v5[i]['next'] = v5[(i + 1) % 5]
    del v5, i
    for i in range(4):
        v6 = lambda x=2.5: x
        v7 = []
        v8 = D('d7')
        v9 = [].append
    def f9(p9):
        p9 = make(p9)
        p9.mark = p9
        w11 = [[] for i in range(4)]
        for i in range(4):
            w11[i].append(w11[(i + 1) % 4])
        w12 = weakref.ref(p9, note)
        return i
    v13 = f9(v1)
    print('3:', len(gc.get_objects()) - base)
    print('4:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(50)
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
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
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
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = [].append
    class K1:
        def m(self):
            return K
    v3 = K1()
    print('2:', weakref.getweakrefcount(K1))
    v4 = P(K1)
    K1.mark = v3
    for i in range(2):
        i = [K1, v3, v4]
    v4.z = K1
    v4.x = v4
    v5 = counter()
    class K5:
        def __init__(self):
            self.x = self
    del K5, v1
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', weakref.getweakrefcount(K1))
    v7 = B('b6')
    print('5:', gc.is_tracked(v7))
    v8 = give(v7, 1, 2, 3)
    v4.__dict__['y'] = K1
    v9 = [v4, v8]
    print('6:', gc.is_tracked(v3))
    K1.mark = None
    print('7:', len(gc.get_objects()) - base)
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()
