# Random programs about memory management, made by tests/fuzz.py (seeds 111 to 159).
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

begin(111)
try:
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = {'a': None, 'b': 2.5, 'c': {}}
    del v1
    print('2:', gc.collect(2))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = [].append
    print('4:', len(gc.get_objects()) - base)
    print('5:', kinds(gc.get_referents(v2)))
    v3 = None
    try:
        fail({})
    except ValueError as error:
        v3 = error
    print('6:', v3.__traceback__ is None)
    print('7:', sys.getrefcount(v2))
    v4 = None
    try:
        fail(v2)
    except ValueError as error:
        v4 = error
    print('8:', v4.__traceback__ is None)
    v5 = {1, 2}
    print('9:', gc.is_tracked(v4))
    print('10:', weakref.getweakrefcount(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(112)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    for i in range(3):
        v1 = L()
        v2 = {'a': i}
        v3 = {'a': 2.5, 'b': i}
    v4 = counter()
    v4 = B('b4')
    i = [i, 'text', i]
    def f4(p4):
        del p4
        w6 = counter()
        w6 = lambda x=(): x
        print('2:', len(gc.get_objects()) - base)
        w7 = partial(print, None)
        return w7
    v8 = f4(v4)
    f4(v4)
    print('3:', sys.getrefcount(v8))
    f4.mark = v8
    def f8(p8):
        print('4:', len(gc.get_objects()) - base)
        w10 = make(p8)
    v11 = f8(v4)
    def f11(p11):
        for i in range(8):
            w13 = L()
            w14 = [i]
            w15 = S()
        w16 = None
        w16 = B('b16')
        del w16
        print('5:', gc.collect(2))
    v17 = f11(v4)
    f11(v4)
    try:
        raise E(i)
    except E as error:
        print('6:', len(error.args))
    f4 = []
    v19 = D('d18')
    print('7:', gc.collect())
    for i in range(6):
        i = ()
        v20 = {'a': None}
        v11 = {f8, 1}
        v4 = S()
    f11.mark = f8
    print('8:', gc.collect(0))
    v21 = gen(f11)
    del f4
    print('9:', gc.is_tracked(v17))
    v22 = {f11, 1}
    print('10:', weakref.getweakrefcount(v21))
    print('11:', kinds(gc.get_referents(v19)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(113)
try:
    class T:
        __slots__ = ('x', 'y')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    class K0:
        def __init__(self):
            self.x = self
    v2 = K0()
    def f2(p2):
        p2 = [p2]
        print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        return p2
    K0 = f2(K0)
    v2, f2 = f2, v2
    v4 = OrderedDict(a=K0)
    v5 = T()
    print('3:', len(gc.get_objects()) - base)
    print('4:', kinds(gc.get_referents(v5)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(114)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class M(dict):
        pass
    class E(Exception):
        pass
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
    v1 = (1,)
    v2 = {'a': v1, 'b': v1}
    v3 = [[i] for i in range(12)]
    print('1:', kinds(gc.get_referents(v2)))
    def f3(p3):
        try:
            raise E(p3)
        except E as error:
            print('2:', len(error.args))
        print('3:', len(gc.get_objects()) - base)
        w6 = N('n5')
        w6.__dict__['y'] = None
        w6 = S()
        p3 = B('b6')
        return w6
    v2 = f3(v2)
    f3.mark = v2
    v7 = weakref.WeakValueDictionary()
    v7['k'] = f3
    print('4:', len(v7))
    v7 = make(v1)
    v8 = None
    try:
        fail(v3)
    except ValueError as error:
        v8 = error
    print('5:', v8.__traceback__ is None)
    v7.mark = v7
    def f8(p8):
        w10 = M()
        w10[7] = p8
        w11 = (w10, w10, w10,)
        w10 = R('r11')
        print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w12 = []
    v13 = f8(v3)
    f8(v3)
    v2 = counter()
    v14 = None
    try:
        fail(v2)
    except ValueError as error:
        v14 = error
    print('7:', v14.__traceback__ is None)
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('9:', len(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(116)
try:
    class A:
        pass
    class S:
        __slots__ = ('x', 'y', '__weakref__')
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
    print('1:', len(gc.get_objects()) - base)
    v1 = 's0'
    print('2:', kinds(gc.get_referents(v1)))
    for i in range(2):
        v2 = gen(v1)
        v3 = L()
        v4 = make(i)
        v4.mark = v1
    print('3:', gc.collect(0))
    v5 = {i, 1}
    del v1
    v6 = S()
    del v5
    print('4:', gc.is_tracked(i))
    print('5:', gc.collect())
    v6 = []
    v7 = make(1000 + 6)
    v8 = [[i] for i in range(9)]
    del v8[:2]
    v9 = iter([])
    print('6:', type(i).__name__)
    def f9(p9):
        print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        p9 = A()
        w11 = gen(p9)
        p9 = lambda x=p9: x
    v12 = f9(v8)
    f9(v8)
    v13 = T()
    v14 = P(v9)
    for i in range(1):
        v8.append(A())
    v7.mark = v12
    v13.x = v12
    print('8:', gc.collect(1))
    print('9:', kinds(gc.get_referents(i)))
    print('10:', gc.is_tracked(v14))
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(118)
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = []
    print('1:', gc.collect())
    v2 = [v1, v1]
    v3 = R('r3')
    v3.x = v3
    del v3
    print('2:', gc.collect(), len(rescued))
    rescued.clear()
    print('3:', gc.collect())
    v4 = R('r3')
    print('4:', gc.collect())
    v5 = [[i] for i in range(0)]
    print('5:', gc.collect())
    try:
        fail(2.5)
    except ValueError:
        v6 = D('d5')
        v2[:1] = [v4]
    finally:
        print('6:', 'finally')
    print('7:', len(gc.get_objects()) - base)
    del v2
    v1[:1] = [v5]
    v1.extend([v1, v4, v1])
    v1.append(v1)
    v1.clear()
    v5[:1] = [1]
    v1 = weakref.ref(v4, note)
    for i in range(2):
        v5.append(A())
    print('8:', gc.collect(2))
    print('9:', gc.collect(1))
    print('10:', v1() is None)
    print('11:', gc.collect())
    v1 = (i, {}, i,)
    del i, v1
    print('12:', deep(v5, 3))
    v4.y = v4
    print('13:', kinds(gc.get_referents(v5)))
    print('14:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(119)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = 4412
    for i in range(4):
        v2 = [v1]
        v3 = P(1)
    v1, i = i, v1
    v4 = [v1]
    v5 = R('r4')
    print('1:', sys.getrefcount(v5))
    print('2:', gc.collect(1))
    print('3:', gc.collect())
    del v1
    print('4:', weakref.getweakrefcount(v5))
    v6 = T()
    v7 = N('n6')
    v8 = [v5]
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    def f8(p8):
        w10 = counter()
        print('6:', w10(2.5))
        p8 = defaultdict(list)
        w11 = [w10, w10, p8]
        del w11
        print('7:', len(gc.get_objects()) - base)
        w10 = make(w10)
        return w10
    v5 = f8(v5)
    print('8:', gc.is_tracked(f8))
    print('9:', gc.is_tracked(v8))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(120)
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
    v1 = T()
    v2 = (v1,)
    print('1:', gc.collect(2))
    v1.y = v2
    v1.x = v1
    v3 = T()
    v4 = [N('n4.' + str(i)) for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    del v4, i
    print('2:', gc.collect(1))
    print('3:', gc.collect())
    v5 = S()
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', gc.collect(0))
    print('6:', sys.getrefcount(v5))
    print('7:', sys.getrefcount(v5))
    print('8:', sys.getrefcount(v5))
    v6 = gen([])
    del v3
    print('9:', kinds(gc.get_referents(v2)))
    v7 = P(v2)
    del v2
    v7.__dict__['x'] = v1
    v8 = R('r7')
    print('10:', weakref.getweakrefcount(v5))
    print('11:', weakref.getweakrefcount(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(121)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
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
    v1 = counter()
    v2 = [R('r2.' + str(i)) for i in range(2)]
    for i in range(2):
        v2[i].x = v2[(i + 1) % 2]
    print('1:', v1(v1))
    for i in range(7):
        v2.append([i])
    v3 = give(v1, k=[])
    del v1
    v4 = (v3,)
    print('2:', gc.is_tracked(i))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(123)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class E(Exception):
        pass
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    v1 = [S() for i in range(1)]
    for i in range(1):
        v1[i].x = v1[(i + 1) % 1]
    v2 = {'a': v1, 'b': []}
    v1 = [[i] for i in range(6)]
    try:
        raise E(i)
    except E as error:
        print('2:', len(error.args))
    v3 = [v2, v1, v1]
    v2.setdefault(7, [])
    print('3:', kinds(gc.get_referents(v3)))
    print('4:', sys.getrefcount(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(124)
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = A()
    for i in range(5):
        v2 = S()
        v1.x = i
        v3 = (i,)
        v4 = {'a': i}
    v5 = {'a': i, 'b': {}, 'c': i}
    v6 = R('r6')
    v6.x = v6
    del v6
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    v7 = weakref.ref(v1)
    print('3:', sys.getrefcount(v7))
    i = gen(i)
    print('4:', deep(v5, 0))
    print('5:', deep(v1, 2))
    v8 = R('r8')
    v8.x = v8
    del v8
    print('6:', gc.collect(), len(rescued))
    rescued.clear()
    print('7:', gc.collect())
    print('8:', gc.collect(0))
    def f8(p8):
        class K9:
            def __init__(self):
                self.x = self
        print('9:', gc.collect())
        K9 = [2.5, K9, K9]
        return K9
    v1 = f8(v1)
    f8(v1)
    for i in range(8):
        f8.mark = f8
        f8.mark = f8
    del v1
    print('10:', len(gc.get_objects()) - base)
    print('11:', gc.is_tracked(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(125)
try:
    class T:
        __slots__ = ('x', 'y')
    class L(list):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = [[i] for i in range(4)]
    v1.append(v1)
    v1.insert(0, v1)
    v2 = [v1, v1, 'text']
    v3 = make(v1)
    print('1:', gc.collect(1))
    for i in range(1):
        v1.append([v1])
    del v2
    del v1
    try:
        fail(v3)
    except ValueError:
        v4 = L()
        v4 += [v3]
    finally:
        print('2:', 'finally')
    print('3:', gc.collect())
    v5 = T()
    v3.mark = v3
    print('4:', kinds(gc.get_referents(v5)))
    print('5:', weakref.getweakrefcount(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(126)
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
    v1 = counter()
    try:
        fail(v1)
    except ValueError:
        v3 = partial(print, v1)
        v4 = D('d3')
    finally:
        print('1:', 'finally')
    print('2:', v1(v1))
    v1 = None
    v5 = [D('d5.' + str(i)) for i in range(1)]
    for i in range(1):
        v5[i].x = v5[(i + 1) % 1]
    del v5, i
    v6 = P(v1)
    print('3:', gc.is_tracked(v6))
    v7 = [R('r7.' + str(i)) for i in range(5)]
    for i in range(5):
        v7[i].x = v7[(i + 1) % 5]
    del v7, i
    v8 = {}
    v6.x = v8
    v9 = [v6, (), []]
    v6.z = v9
    del v8, v6
    print('4:', gc.is_tracked(v9))
    v1 = {'a': v9, 'b': v9}
    v1.update(z=None)
    v1 = {'a': v9}
    v1.setdefault(7, [])
    v10 = give(x=v9)
    v11 = A()
    v1['a'] = v1
    del v9[:2]
    del v1
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('7:', sys.getrefcount(v9))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(127)
try:
    class A:
        pass
    base = len(gc.get_objects())
    v1 = A()
    print('1:', gc.is_tracked(v1))
    del v1
    print('2:', gc.collect())
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = {}
    v3 = iter([None])
    print('4:', len(gc.get_objects()) - base)
    print('5:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(128)
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
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    base = len(gc.get_objects())
    v1 = [{} for i in range(3)]
    for i in range(3):
        v1[i]['next'] = v1[(i + 1) % 3]
    del v1, i
    v2 = P(1000 + 1)
    print('1:', len(gc.get_objects()) - base)
    v3 = [v2, v2]
    print('2:', gc.collect(0))
    print('3:', sys.getrefcount(v3))
    print('4:', len(v3))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = R('r3')
    print('6:', kinds(gc.get_referents(v3)))
    print('7:', gc.collect())
    for i in range(6):
        v2.z = 1
    print('8:', gc.is_tracked(v2))
    print('9:', gc.is_tracked(v3))
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(129)
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
    print('1:', len(gc.get_objects()) - base)
    v1 = [R('r1.' + str(i)) for i in range(2)]
    for i in range(2):
        v1[i].x = v1[(i + 1) % 2]
    del v1, i
    v2 = R('r1')
    v2.z = v2
    v2 = None
    try:
        fail(v2)
    except ValueError as error:
        v2 = error
    print('2:', v2.__traceback__ is None)
    for i in range(1):
        v3 = N('n2')
    print('3:', type(i).__name__)
    v5 = gen(i)
    v6 = weakref.ref(v5, note)
    def f6(p6):
        print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        print('5:', gc.collect(2))
        w8 = [p6]
        p6 = A()
        return w8
    v9 = f6(v5)
    del v6, v2
    print('6:', gc.collect(1))
    v10 = []
    v11 = [R('r11.' + str(i)) for i in range(2)]
    for i in range(2):
        v11[i].x = v11[(i + 1) % 2]
    del v11, i
    print('7:', len(list(v5)))
    def f11(p11):
        try:
            raise E(p11)
        except E as error:
            print('8:', len(error.args))
        for i in range(7):
            w13 = [p11]
            w14 = (1, i, (),)
            w15 = P(p11)
        i = P(())
        w16 = N('n15')
        w17 = [S() for i in range(5)]
        for i in range(5):
            w17[i].x = w17[(i + 1) % 5]
        del w17, i
        print('9:', gc.is_tracked(p11))
        return i
    v18 = f11(v5)
    f11(v5)
    print('10:', kinds(gc.get_referents(i)))
    v19 = lambda x=v9: x
    v20 = B('b19')
    print('11:', gc.is_tracked(v9))
    v5 = {'a': v18, 'b': f6}
    v21 = [A() for i in range(3)]
    for i in range(3):
        v21[i].x = v21[(i + 1) % 3]
    print('12:', len(v5))
    v22 = R('r21')
    print('13:', gc.is_tracked(v22))
    print('14:', gc.is_tracked(v9))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(130)
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
    for i in range(5):
        v1 = counter()
        i = S()
        v2 = None
        v3 = 's2'
    v4 = [[i] for i in range(4)]
    v5 = R('r4')
    def f5(p5):
        p5 = [p5, p5, p5]
        w7 = [D('d7.' + str(i)) for i in range(4)]
        for i in range(4):
            w7[i].x = w7[(i + 1) % 4]
        for i in range(4):
            w8 = lambda x=p5: x
            p5.append([])
            del p5[:2]
            p5.clear()
        i = P(i)
        print('1:', sys.getrefcount(p5))
    v9 = f5(v4)
    def f9(p9):
        try:
            raise E(p9)
        except E as error:
            print('2:', len(error.args))
        p9 = None
        return p9
    v9 = f9(v9)
    f9.mark = f5
    def f10(p10):
        w12 = [p10, p10]
        print('3:', gc.collect(0))
        p10 = give(*[p10])
        w14 = {'a': p10, 'b': p10, 'c': p10}
        return p10
    v15 = f10(2.5)
    print('4:', sys.getrefcount(f10))
    v16 = object()
    print('5:', gc.collect(1))
    print('6:', gc.collect())
    v17 = [v4, None]
    v18 = None
    with C() as v18:
        v15 = N('n18')
        f10.mark = v5
        fail(v18)
    print('7:', sys.getrefcount(f9))
    v19 = make(v9)
    v4, f5 = f5, v4
    def f19(p19):
        w21 = T()
        print('8:', gc.collect(0))
        w22 = None
        with C() as w22:
            w23 = [[i] for i in range(3)]
            del w23[:2]
            fail(w22)
        p19 = counter()
        del w22
        print('9:', gc.collect())
        print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        return w21
    v24 = f19(v5)
    print('11:', sys.getrefcount(v17))
    v17 += [v16]
    v25 = {'a': v19}
    del v25, v5
    v26 = 's25'
    print('12:', gc.is_tracked(v24))
    print('13:', gc.is_tracked(v9))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(131)
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
    class L(list):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    base = len(gc.get_objects())
    print('1:', gc.collect(1))
    v1 = {'a': 1, 'b': {}}
    v1.setdefault('b', [])
    def f1(p1):
        w3 = L()
        p1 = T()
        p1.x = []
        print('2:', gc.collect())
        del w3[:2]
        return w3
    v4 = f1(v1)
    f1(v1)
    v1[7] = v1
    print('3:', len(v1))
    v1.pop('a', None)
    v5 = B('b4')
    v5.z = v5
    f1 = P(v4)
    print('4:', gc.collect(2))
    del v1
    v5.z = v4
    v6 = []
    v7 = R('r6')
    print('5:', gc.collect(2))
    print('6:', kinds(gc.get_referents(v7)))
    print('7:', gc.is_tracked(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(132)
try:
    class A:
        pass
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = {1, 2}
    v2 = A()
    v3 = [v2, v2, v2]
    v4 = [[i] for i in range(12)]
    print('1:', gc.collect(0))
    print('2:', weakref.getweakrefcount(v2))
    v5 = lambda x=v1: x
    v1 = counter()
    print('3:', sys.getrefcount(v3))
    print('4:', v1(v4))
    del v1
    v6 = ([], v2,)
    v5.mark = v5
    v7 = []
    print('5:', gc.collect())
    print('6:', weakref.getweakrefcount(v5))
    v3.clear()
    v8 = [A() for i in range(5)]
    for i in range(5):
        v8[i].x = v8[(i + 1) % 5]
    class K8:
        x = []
    print('7:', len(v8))
    print('8:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(134)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = object()
    v2 = {'a': v1}
    v3 = None
    try:
        fail(1000 + 2)
    except ValueError as error:
        v3 = error
    print('1:', v3.__traceback__ is None)
    print('2:', gc.is_tracked(v3))
    print('3:', gc.collect(2))
    print('4:', sys.getrefcount(v3))
    v4 = [].append
    print('5:', kinds(gc.get_referents(v3)))
    print('6:', len(gc.get_objects()) - base)
    v5 = [D('d5.' + str(i)) for i in range(2)]
    for i in range(2):
        v5[i].x = v5[(i + 1) % 2]
    v6 = D('d5')
    del v5
    v2.update(z=v6)
    v7 = [[i] for i in range(1)]
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('7:', gc.collect())
    gc.set_debug(0)
    print('8:', kinds(gc.garbage))
    gc.garbage.clear()
    v1 = D('d7')
    v1.z = v4
    v8 = [[i] for i in range(3)]
    print('9:', gc.collect(1))
    print('10:', gc.collect())
    print('11:', len(gc.get_objects()) - base)
    print('12:', gc.is_tracked(v2))
    print('13:', len(v8))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(135)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class T:
        __slots__ = ('x', 'y')
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', len(gc.get_objects()) - base)
    v1 = None
    try:
        fail(1000 + 0)
    except ValueError as error:
        v1 = error
    print('3:', v1.__traceback__ is None)
    v1 = [v1, 1000 + 1]
    print('4:', len(v1))
    print('5:', len(gc.get_objects()) - base)
    del v1
    print('6:', gc.collect(1))
    v2 = T()
    for i in range(5):
        v3 = 's2'
        v4 = (i, i,)
    v2.x = i
    print('7:', len(gc.get_objects()) - base)
    try:
        fail(v2)
    except ValueError:
        v2.x = i
    finally:
        print('8:', 'finally')
    try:
        fail(1)
    except ValueError:
        v2.x = {}
    finally:
        print('9:', 'finally')
    v6 = B('b5')
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('10:', gc.collect())
    gc.set_debug(0)
    print('11:', kinds(gc.garbage))
    gc.garbage.clear()
    v7 = [v2, i]
    print('12:', sys.getrefcount(v2))
    print('13:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(137)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    base = len(gc.get_objects())
    v1 = {1, 2}
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = {'a': v1, 'b': {}}
    print('2:', kinds(gc.get_referents(v1)))
    v3 = partial(print, v1)
    print('3:', len(gc.get_objects()) - base)
    v4 = [S() for i in range(1)]
    for i in range(1):
        v4[i].x = v4[(i + 1) % 1]
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('4:', gc.collect())
    gc.set_debug(0)
    print('5:', kinds(gc.garbage))
    gc.garbage.clear()
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('7:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(138)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
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
    print('1:', gc.collect(0))
    print('2:', len(gc.get_objects()) - base)
    print('3:', len(gc.get_objects()) - base)
    v1 = T()
    v1.y = v1
    v1 = B('b1')
    v1 = 3034
    for i in range(3):
        v2 = gen(i)
        v1 = []
        v3 = gen(i)
        v3 = {'a': i}
    print('4:', type(i).__name__)
    i = counter()
    print('5:', sys.getrefcount(i))
    v4 = give(i, 1, 2, 3)
    print('6:', len(gc.get_objects()) - base)
    print('7:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(139)
try:
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', len(gc.get_objects()) - base)
    print('4:', len(gc.get_objects()) - base)
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = ()
    print('6:', type(v1).__name__)
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(140)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    base = len(gc.get_objects())
    v1 = []
    v2 = deque([v1])
    del v1
    def f2(p2):
        w4 = lambda x=p2: x
        w5 = partial(print, p2)
        print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w6 = R('r6')
        w6.x = w6
        del w6
        print('2:', gc.collect(), len(rescued))
        rescued.clear()
        print('3:', gc.collect())
        return w4
    v2 = f2(v2)
    class K6:
        def m(self):
            return K
    class K7:
        def __init__(self):
            self.x = self
    print('4:', sys.getrefcount(v2))
    v9 = [R('r9.' + str(i)) for i in range(3)]
    for i in range(3):
        v9[i].x = v9[(i + 1) % 3]
    print('5:', gc.is_tracked(f2))
    print('6:', sys.getrefcount(K7))
    print('7:', gc.is_tracked(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(143)
try:
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
    v1 = B('b0')
    v1.z = v1
    v1 = counter()
    v1 = [v1, v1, v1]
    del v1[:2]
    del v1
    v2 = counter()
    print('1:', sys.getrefcount(v2))
    print('2:', gc.collect())
    print('3:', v2(1))
    print('4:', v2(v2))
    print('5:', len(gc.get_objects()) - base)
    print('6:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(144)
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
    v1 = L()
    v1.extend([v1, v1, v1])
    v2 = None
    with C() as v2:
        v3 = object()
        v4 = [v1, v3, v1]
        fail(v2)
    v5 = iter([v1])
    del v5
    v6 = P(v2)
    print('1:', gc.collect(0))
    v1[1:] = []
    v6.z = v6
    v6.x = ()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v6.y = v6
    v7 = P(v6)
    v1.append(v1)
    v2 = None
    print('3:', len(gc.get_objects()) - base)
    def f7(p7):
        p7 = None
        try:
            fail({})
        except ValueError as error:
            p7 = error
        print('4:', p7.__traceback__ is None)
        w9 = (p7,)
        del w9, p7
        print('5:', gc.collect(2))
    v10 = f7(v6)
    print('6:', gc.collect(0))
    del f7
    v11 = [v7, v1]
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(145)
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
    class L(list):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = L()
    print('1:', kinds(gc.get_referents(v1)))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('2:', gc.collect())
    gc.set_debug(0)
    print('3:', kinds(gc.garbage))
    gc.garbage.clear()
    print('4:', sys.getrefcount(v1))
    del v1[:2]
    print('5:', sys.getrefcount(v1))
    v2 = [D('d2.' + str(i)) for i in range(3)]
    for i in range(3):
        v2[i].x = v2[(i + 1) % 3]
    del v2, i
    v1 = B('b2')
    try:
        fail(v1)
    except ValueError:
        v1.x = v1
    finally:
        print('6:', 'finally')
    print('7:', gc.is_tracked(v1))
    v4 = [R('r4.' + str(i)) for i in range(2)]
    for i in range(2):
        v4[i].x = v4[(i + 1) % 2]
    del v4, i
    v5 = [[] for i in range(5)]
    for i in range(5):
        v5[i].append(v5[(i + 1) % 5])
    del v5, i
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('8:', gc.collect())
    gc.set_debug(0)
    print('9:', kinds(gc.garbage))
    gc.garbage.clear()
    print('10:', weakref.getweakrefcount(v1))
    v1.z = v1
    for i in range(4):
        i = {'a': v1}
    v6 = R('r6')
    v6.x = v6
    del v6
    print('11:', gc.collect(), len(rescued))
    rescued.clear()
    print('12:', gc.collect())
    v7 = [[i] for i in range(3)]
    print('13:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('14:', sys.getsizeof(v7))
    print('15:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(146)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    base = len(gc.get_objects())
    v1 = [[i] for i in range(5)]
    v2 = N('n1')
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    for i in range(7):
        v3 = S()
        v2.y = i
    print('2:', gc.is_tracked(v1))
    class K3:
        def m(self):
            return K
    v5 = K3()
    v1.insert(0, None)
    print('3:', sys.getrefcount(v2))
    i, v5 = v5, i
    for i in range(1):
        v2 = D('d5')
        v1[len(v1):] = (v2,)
        v6 = T()
    print('4:', len(gc.get_objects()) - base)
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(147)
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = {'a': (), 'b': None, 'c': 1000 + 0}
    for i in range(8):
        v2 = {}
        v1['b'] = v1
        v3 = partial(print, v1)
        i = [].append
        v4 = [v1, v1]
        v4.reverse()
    v1.update(z=v1)
    try:
        fail(v1)
    except ValueError:
        v6 = [].append
        v1.setdefault('k', [])
    finally:
        print('1:', 'finally')
    del v1
    v7 = {1, 2}
    v7 = D('d7')
    v7.y = v7
    try:
        fail(v7)
    except ValueError:
        v7.y = v7
    finally:
        print('2:', 'finally')
    v7 = object()
    v7 = B('b7')
    v8 = R('r8')
    v8.x = v8
    del v8
    print('3:', gc.collect(), len(rescued))
    rescued.clear()
    print('4:', gc.collect())
    del v7
    v9 = B('b8')
    for i in range(4):
        i = {'a': 2.5, 'b': v9}
        i.clear()
        v9.z = v9
    v9.z = v9
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v10 = (v9, v9,)
    print('6:', sys.getrefcount(v9))
    v11 = A()
    print('7:', deep(v11, 2))
    v10 = [v10, v10, v9]
    v9 = (v11, v9,)
    print('8:', gc.collect(0))
    for i in range(1):
        v10.append((i, i))
    print('9:', len(gc.get_objects()) - base)
    print('10:', len(v9))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(148)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class L(list):
        pass
    class M(dict):
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
    v1 = partial(print, 2.5)
    v2 = [v1]
    print('1:', gc.collect())
    print('2:', sys.getrefcount(v1))
    v3 = (v1,)
    def f3(p3):
        for i in range(8):
            w5 = gen(p3)
            w6 = []
            w7 = L()
            p3 = M()
            p3.update(z=p3)
        i = None
        for i in range(8):
            w8 = P(i)
            w9 = [].append
            w9 = A()
        w10 = P(None)
        for i in range(7):
            w11 = S()
            w12 = B('b11')
            w10.x = i
            w13 = S()
        w10 = 2215
        w10, i = i, w10
        return w10
    v1 = f3(v1)
    del v2[:2]
    def f13(p13):
        w15 = A()
        print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        class K15:
            pass
        print('4:', gc.collect(2))
    v1 = f13(f3)
    v2.extend([v3])
    f3.mark = f3
    print('5:', len(gc.get_objects()) - base)
    for i in range(6):
        v2.append(A())
    f13 = [].append
    v17 = gen(())
    f3.mark = f3
    v18 = [{} for i in range(5)]
    for i in range(5):
        v18[i]['next'] = v18[(i + 1) % 5]
    i = R('r18')
    v19 = R('r18')
    print('6:', len(gc.get_objects()) - base)
    print('7:', sys.getrefcount(f3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(149)
try:
    class A:
        pass
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = [None, None, 1]
    v2 = A()
    v1 = []
    v2 = {}
    print('1:', gc.is_tracked(v2))
    print('2:', sys.getrefcount(v2))
    print('3:', deep(v2, 1))
    print('4:', gc.collect())
    print('5:', sys.getrefcount(v1))
    print('6:', kinds(gc.get_referents(v2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(150)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = [D('d1.' + str(i)) for i in range(2)]
    for i in range(2):
        v1[i].x = v1[(i + 1) % 2]
    del v1, i
    class K1:
        x = []
    v3 = K1()
    v4 = object()
    v5 = [A() for i in range(2)]
    for i in range(2):
        v5[i].x = v5[(i + 1) % 2]
    v6 = partial(print, v3)
    v3 = weakref.ref(v6, note)
    v7 = None
    try:
        fail(i)
    except ValueError as error:
        v7 = error
    print('1:', v7.__traceback__ is None)
    v8 = []
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', v3() is None)
    print('4:', gc.collect())
    v3 = {'a': v3, 'b': v3}
    print('5:', kinds(gc.get_referents(v5)))
    print('6:', gc.collect(0))
    print('7:', gc.collect())
    v5.clear()
    print('8:', kinds(gc.get_referents(v3)))
    print('9:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(151)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = {'a': [], 'b': 'text'}
    v2 = give(x=v1)
    print('1:', kinds(gc.get_referents(v1)))
    print('2:', gc.collect(1))
    v1.setdefault('b', [])
    v1.clear()
    def f2(p2):
        print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w4 = None
        with C() as w4:
            w4 = gen(w4)
            fail(w4)
        return p2
    v5 = f2(v1)
    def f5(p5):
        p5 = [p5, p5, p5]
        w7 = [].append
        print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w8 = lambda x=w7: x
        w9 = D('d8')
        w10 = weakref.WeakSet()
        w10.add(w9)
        print('5:', len(w10))
        return w9
    v11 = f5({})
    try:
        raise E(1000 + 11)
    except E as error:
        print('6:', len(error.args))
    print('7:', gc.collect(1))
    f2 = [v5]
    v13 = gen(1)
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('9:', gc.collect())
    v1 = lambda x=f2: x
    v14 = [].append
    v15 = make(v11)
    def f15(p15):
        print('10:', gc.is_tracked(p15))
        del p15
        w17 = ([], {}, 2.5,)
        w17 = {'a': w17, 'b': w17}
        w17[7] = w17
        w18 = [[i] for i in range(7)]
        print('11:', len(w17))
        return w17
    v19 = f15(v11)
    f15(v11)
    v11, v15 = v15, v11
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('13:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(152)
try:
    class A:
        pass
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class L(list):
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = {'a': 'text'}
    v1 = D('d1')
    v1.x = v1
    v2 = [[i] for i in range(4)]
    print('1:', sys.getrefcount(v2))
    print('2:', kinds(gc.get_referents(v1)))
    def f2(p2):
        p2 = D('d3')
        p2.x = {}
    v4 = f2(v1)
    v5 = defaultdict(list)
    print('3:', gc.collect(2))
    v6 = [v1, v4]
    for i in range(5):
        v6.append([i])
    for i in range(4):
        v2.append(A())
    del v2
    for i in range(2):
        v1 = L()
        v5.update(z=())
    v7 = make(v5)
    v8 = 's7'
    v9 = P(v6)
    v10 = gen(v6)
    print('4:', gc.is_tracked(v5))
    print('5:', gc.is_tracked(v7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(153)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = N('n0')
    for i in range(6):
        v1.x = i
        v2 = {'a': i, 'b': v1}
    v3 = weakref.ref(v1)
    v4 = counter()
    print('1:', kinds(gc.get_referents(v1)))
    del v4
    v3 = [v3, i, v1]
    v1.x = i
    for i in range(8):
        v3.append(lambda: i)
    if hasattr(v1, 'x'):
        del v1.x
    v1, v3 = v3, v1
    del v3, i
    v5 = iter([])
    del v1[:2]
    v5 = P(v1)
    print('2:', weakref.getweakrefcount(v5))
    v1.append(v1)
    print('3:', gc.collect(2))
    v1.insert(0, v1)
    v6 = weakref.WeakSet()
    v6.add(v5)
    print('4:', len(v6))
    v7 = lambda x=v6: x
    print('5:', weakref.getweakrefcount(v5))
    print('6:', sys.getrefcount(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(154)
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
    class L(list):
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', gc.collect(0))
    v1 = L()
    v2 = None
    try:
        fail(v1)
    except ValueError as error:
        v2 = error
    print('2:', v2.__traceback__ is None)
    try:
        fail(v1)
    except ValueError:
        v4 = [v1]
    finally:
        print('3:', 'finally')
    v5 = partial(print, v1)
    v6 = deque([])
    v7 = [N('n7.' + str(i)) for i in range(5)]
    for i in range(5):
        v7[i].x = v7[(i + 1) % 5]
    del v7, i
    v2 = [v6, v2, v6]
    print('4:', kinds(gc.get_referents(v2)))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1.clear()
    v8 = P(v6)
    print('6:', gc.is_tracked(v8))
    print('7:', len(v6))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(157)
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = [1]
    v2 = {'a': v1, 'b': 2.5}
    v3 = S()
    print('1:', weakref.getweakrefcount(v3))
    v4 = {v3, 1}
    v5 = weakref.ref(v3, note)
    print('2:', gc.collect(1))
    del v3
    print('3:', v5() is None)
    v6 = gen(v1)
    print('4:', v5() is None)
    v5 = [v6, v5]
    v7 = [].append
    print('5:', sys.getsizeof(v5))
    print('6:', gc.is_tracked(v6))
    v5 = iter([v2, v4])
    v9 = [N('n9.' + str(i)) for i in range(1)]
    for i in range(1):
        v9[i].x = v9[(i + 1) % 1]
    v10 = [A() for i in range(3)]
    for i in range(3):
        v10[i].x = v10[(i + 1) % 3]
    print('7:', kinds(gc.get_referents(v2)))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('8:', gc.collect())
    gc.set_debug(0)
    print('9:', kinds(gc.garbage))
    gc.garbage.clear()
    v11 = [None, v5, v9]
    v12 = [[i] for i in range(4)]
    v13 = []
    v2 = None
    print('10:', gc.is_tracked(v9))
    print('11:', sys.getrefcount(v6))
    print('12:', sys.getrefcount(v5))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(158)
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
    base = len(gc.get_objects())
    v1 = S()
    print('1:', weakref.getweakrefcount(v1))
    v1 = D('d1')
    v2 = D('d1')
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = make([])
    v4 = D('d3')
    v1.z = v3
    print('3:', sys.getrefcount(v2))
    del v3
    v4.x = v4
    v2.y = v4
    print('4:', len(gc.get_objects()) - base)
    print('5:', sys.getrefcount(v1))
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(159)
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
    def make(x):
        def inner():
            return x
        return inner
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = partial(print, ())
    v1 = [v1, v1, v1]
    v2 = [[] for i in range(4)]
    for i in range(4):
        v2[i].append(v2[(i + 1) % 4])
    v3 = defaultdict(list)
    i = None
    v3.setdefault('a', [])
    print('1:', type(i).__name__)
    v3.clear()
    v4 = S()
    v5 = make(v3)
    print('2:', sys.getsizeof(v2))
    print('3:', gc.collect())
    v6 = counter()
    v7 = [N('n7.' + str(i)) for i in range(1)]
    for i in range(1):
        v7[i].x = v7[(i + 1) % 1]
    del v7, i
    v8 = A()
    print('4:', gc.is_tracked(v4))
    v3.clear()
    print('5:', gc.is_tracked(v8))
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()
