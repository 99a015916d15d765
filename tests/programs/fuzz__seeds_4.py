# Random programs about memory management, made by tests/fuzz.py (seeds 212 to 261).
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

begin(212)
try:
    class B:
        def __init__(self, name):
            self.name = name
            self.me = self
        def __del__(self):
            print('break', self.name)
            self.me = None
    class M(dict):
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = [].append
    v1 = [v1]
    print('1:', sys.getsizeof(v1))
    v1 = {1, 2}
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    print('3:', kinds(gc.get_referents(v1)))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('4:', gc.collect())
    gc.set_debug(0)
    print('5:', kinds(gc.garbage))
    gc.garbage.clear()
    v1 = None
    try:
        fail(None)
    except ValueError as error:
        v1 = error
    print('6:', v1.__traceback__ is None)
    v2 = [[i] for i in range(7)]
    print('7:', gc.collect())
    print('8:', sys.getrefcount(v1))
    del v1
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = B('b2')
    print('10:', len(gc.get_objects()) - base)
    v3.y = v3
    for i in range(2):
        v4 = {}
        v3 = {'a': v3}
        v2 = gen(1)
        v5 = counter()
        v6 = B('b5')
        v7 = B('b6')
    print('11:', len(gc.get_objects()) - base)
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(213)
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
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    v1 = [D('d1.' + str(i)) for i in range(3)]
    for i in range(3):
        v1[i].x = v1[(i + 1) % 3]
    del v1, i
    for i in range(5):
        v2 = gen(i)
        v3 = N('n2')
    i = iter([i])
    print('1:', gc.collect(0))
    v4 = None
    del i
    print('2:', kinds(gc.get_referents(v4)))
    v5 = D('d4')
    v5.x = v4
    v6 = [[i] for i in range(2)]
    print('3:', len(gc.get_objects()) - base)
    print('4:', type(v4).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(215)
try:
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
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    v1 = deque([])
    v2 = [[i] for i in range(11)]
    print('3:', len(v1))
    try:
        fail(v2)
    except ValueError:
        v4 = N('n3')
        v2.append(v2)
    finally:
        print('4:', 'finally')
    v5 = [v1, v2, []]
    print('5:', kinds(gc.get_referents(v5)))
    print('6:', kinds(gc.get_referents(v5)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(216)
try:
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = [].append
    v3 = make(v1)
    print('1:', weakref.getweakrefcount(v3))
    v4 = T()
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v5 = T()
    v4 = [].append
    print('3:', gc.is_tracked(v5))
    v5 = [v5, v4]
    print('4:', gc.collect(1))
    print('5:', gc.collect())
    v6 = S()
    print('6:', len(gc.get_objects()) - base)
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(217)
try:
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = N('n0')
    del v1
    for i in range(4):
        i = []
        i[len(i):] = (i,)
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = OrderedDict(a=None)
    v3 = [[] for i in range(3)]
    for i in range(3):
        v3[i].append(v3[(i + 1) % 3])
    del v3, i
    print('2:', gc.collect(2))
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v2 = gen(v2)
    v4 = weakref.ref(v2)
    print('5:', len(list(v2)))
    del v4
    v5 = give(*[v2])
    class K5:
        __slots__ = ()
    v7 = K5()
    print('6:', gc.is_tracked(v7))
    print('7:', sys.getrefcount(v2))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(219)
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
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(gc.get_objects()) - base)
    print('3:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    class K0:
        pass
    v2 = K0()
    def f2(p2):
        w4 = {'a': p2, 'b': p2}
        print('5:', gc.collect())
        print('6:', len(gc.get_objects()) - base)
        w5 = N('n4')
    v6 = f2([])
    f2([])
    v7 = M()
    print('7:', sys.getrefcount(f2))
    v8 = A()
    v9 = []
    f2.mark = f2
    for i in range(6):
        v9.append(A())
    del v2
    f2.mark = f2
    K0.mark = 'text'
    for i in range(2):
        v10 = 2058
        v11 = B('b10')
        v11.y = v7
        v12 = [f2, v7]
    f2.mark = 1
    print('8:', gc.collect(0))
    print('9:', weakref.getweakrefcount(v8))
    K0 = P(i)
    print('10:', type(i).__name__)
    v13 = {'a': v8, 'b': i, 'c': K0}
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v14 = [A() for i in range(5)]
    for i in range(5):
        v14[i].x = v14[(i + 1) % 5]
    del v14, i
    print('12:', len(gc.get_objects()) - base)
    v15 = [S() for i in range(3)]
    for i in range(3):
        v15[i].x = v15[(i + 1) % 3]
    print('13:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('14:', gc.is_tracked(v15))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(220)
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
    class M(dict):
        pass
    base = len(gc.get_objects())
    v1 = M()
    v2 = [[] for i in range(4)]
    for i in range(4):
        v2[i].append(v2[(i + 1) % 4])
    del v2, i
    print('1:', gc.is_tracked(v1))
    v1['b'] = v1
    v3 = A()
    print('2:', len(gc.get_objects()) - base)
    print('3:', len(gc.get_objects()) - base)
    v1['k'] = v1
    v1.clear()
    v4 = [S() for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    class K4:
        def m(self):
            return K
    v6 = K4()
    v3.y = v6
    v7 = R('r7')
    v7.x = v7
    del v7
    print('4:', gc.collect(), len(rescued))
    rescued.clear()
    print('5:', gc.collect())
    print('6:', gc.is_tracked(v6))
    print('7:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(221)
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
    class E(Exception):
        pass
    base = len(gc.get_objects())
    for i in range(2):
        v1 = [i, 1000 + 0]
        v1.append(v1)
        v2 = R('r1')
        v2.z = i
    print('1:', len(gc.get_objects()) - base)
    print('2:', type(i).__name__)
    v3 = {'a': i, 'b': i, 'c': i}
    i = [v3]
    v3['k'] = v3
    v4 = [i, i, v3]
    try:
        raise E(v3)
    except E as error:
        print('3:', len(error.args))
    print('4:', sys.getsizeof(v4))
    v3 = S()
    print('5:', gc.collect())
    v4 = (i, v3,)
    v7 = {'a': v4, 'b': None}
    print('6:', weakref.getweakrefcount(v3))
    print('7:', kinds(gc.get_referents(v7)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(222)
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
    v1 = [1, 1]
    v3 = [v1, {}, v1]
    v3.clear()
    v4 = S()
    v5 = None
    with C() as v5:
        v4.x = None
    v3.append(v3)
    v4.y = v4
    v4.y = v5
    v6 = [v4, v5]
    print('1:', len(v6))
    print('2:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(223)
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
    base = len(gc.get_objects())
    print('1:', gc.collect(0))
    v1 = {}
    v2 = [[i] for i in range(9)]
    v3 = D('d2')
    print('2:', gc.collect())
    v4 = [S() for i in range(1)]
    for i in range(1):
        v4[i].x = v4[(i + 1) % 1]
    v3.z = v3
    print('3:', len(gc.get_objects()) - base)
    del v4[:2]
    print('4:', len(gc.get_objects()) - base)
    print('5:', gc.collect(2))
    print('6:', gc.collect())
    print('7:', kinds(gc.get_referents(v2)))
    print('8:', kinds(gc.get_referents(v3)))
    v5 = L()
    v6 = B('b5')
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('10:', kinds(gc.get_referents(v4)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(224)
try:
    class L(list):
        pass
    base = len(gc.get_objects())
    v1 = L()
    del v1
    v2 = (2.5, 'text',)
    v3 = [v2, v2, v2]
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('1:', gc.collect())
    gc.set_debug(0)
    print('2:', kinds(gc.garbage))
    gc.garbage.clear()
    print('3:', len(gc.get_objects()) - base)
    v3 = None
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('5:', kinds(gc.get_referents(v3)))
    print('6:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(225)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = iter([None, 2.5])
    v2 = lambda x=v1: x
    v2.mark = {}
    v2 = OrderedDict(a=v1)
    v3 = 's2'
    def f3(p3):
        w5 = R('r4')
        w6 = T()
        return w5
    v7 = f3(v3)
    f3(v3)
    v8 = deque([v2, v7, f3])
    v9 = B('b8')
    v10 = counter()
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v11 = [A() for i in range(2)]
    for i in range(2):
        v11[i].x = v11[(i + 1) % 2]
    del v11, i
    v12 = [].append
    v13 = {'a': v12, 'b': 1, 'c': {}}
    print('2:', len(gc.get_objects()) - base)
    print('3:', sys.getrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(226)
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
    v1 = None
    v2 = P(v1)
    v3 = None
    try:
        fail(v2)
    except ValueError as error:
        v3 = error
    print('1:', v3.__traceback__ is None)
    v4 = {v2, 1}
    v4.add(v2)
    v4 = {v2, 1}
    v5 = {'a': v1}
    class K5:
        def __init__(self):
            self.x = self
    v7 = K5()
    del v3
    print('2:', gc.collect())
    print('3:', sys.getrefcount(v4))
    v2 = make(v4)
    v8 = B('b7')
    v9 = N('n8')
    v4.add(v2)
    v10 = (1000 + 9, v2,)
    print('4:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v9 = B('b10')
    print('5:', len(gc.get_objects()) - base)
    v11 = None
    with C() as v11:
        v8.z = None
        fail(v11)
    print('6:', len(gc.get_objects()) - base)
    print('7:', len(gc.get_objects()) - base)
    print('8:', gc.is_tracked(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(228)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class T:
        __slots__ = ('x', 'y')
    class M(dict):
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = [(), None, 'text']
    v1[1:] = []
    def f1(p1):
        w3 = 's2'
        w3 = []
        try:
            try:
                fail(w3)
            except ValueError as error:
                raise E(1) from error
        except E as error:
            w3 = error.__cause__
        w3.me = w3
        w4 = D('d3')
        w5 = [[i] for i in range(6)]
        del p1
        return w3
    v1 = f1(v1)
    f1(v1)
    v6 = weakref.WeakValueDictionary()
    v6['k'] = f1
    print('1:', len(v6))
    del v1
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', weakref.getweakrefcount(f1))
    v7 = None
    with C() as v7:
        v8 = T()
        v8.x = v8
        fail(v7)
    for i in range(3):
        v9 = D('d8')
        v10 = M()
        v11 = [[i] for i in range(6)]
        f1.mark = i
    v12 = T()
    print('4:', gc.collect())
    print('5:', gc.collect(0))
    class K12:
        def __init__(self):
            self.x = self
    v14 = K12()
    print('6:', sys.getrefcount(v6))
    print('7:', weakref.getweakrefcount(K12))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(229)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = [1000 + 0, 2.5, None]
    v2 = gen(v1)
    v1.clear()
    v3 = deque([v2, v1])
    def f3(p3):
        w5 = P({})
        print('1:', gc.collect(2))
        p3 = None
        for i in range(2):
            i = counter()
            w5.z = w5
        return p3
    v6 = f3(())
    f3(())
    v7 = {'a': f3, 'b': f3, 'c': None}
    def f7(p7):
        w9 = S()
        print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w10 = N('n9')
    v7 = f7(v3)
    f7(v3)
    v11 = [f7, 1, f7]
    try:
        fail(v2)
    except ValueError:
        v13 = D('d12')
        v14 = []
    finally:
        print('3:', 'finally')
    v15 = [].append
    del f7
    print('4:', gc.collect())
    try:
        raise E(f3)
    except E as error:
        print('5:', len(error.args))
    v16 = None
    with C() as v16:
        v17 = T()
        del v11[:2]
        fail(v16)
    class K17:
        x = []
    v19 = K17()
    v20 = P(v7)
    del v16
    v3.append(v20)
    f3 = None
    v21 = N('n20')
    def f21(p21):
        print('6:', gc.is_tracked(p21))
        print('7:', gc.collect(2))
        print('8:', len(gc.get_objects()) - base)
        print('9:', len(gc.get_objects()) - base)
        print('10:', gc.collect(1))
        return p21
    v1 = f21(v20)
    v23 = M()
    print('11:', kinds(gc.get_referents(v19)))
    print('12:', weakref.getweakrefcount(v20))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(231)
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
    base = len(gc.get_objects())
    v1 = {'a': 2.5, 'b': 2.5}
    print('1:', gc.is_tracked(v1))
    print('2:', len(v1))
    for i in range(2):
        v2 = P(v1)
        v3 = {}
        i = [].append
        v4 = B('b3')
        v1.clear()
    print('3:', gc.is_tracked(v1))
    v5 = [].append
    print('4:', gc.is_tracked(v1))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(232)
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
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    v1 = []
    v2 = [v1, v1]
    v3 = [v2, v1]
    def f3(p3):
        w5 = [{} for i in range(1)]
        for i in range(1):
            w5[i]['next'] = w5[(i + 1) % 1]
        del w5, i
        print('1:', len(gc.get_objects()) - base)
        w6 = give(p3, 1, 2, 3)
        print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w7 = None
        w6 = N('n7')
        print('3:', gc.collect(0))
    v8 = f3(v2)
    del v3
    v9 = N('n8')
    v2 = give(None, y=1)
    for i in range(5):
        v1.append(lambda: i)
    print('4:', sys.getrefcount(v1))
    v10 = R('r9')
    for i in range(2):
        v1.append({'k': i})
    print('5:', gc.is_tracked(v1))
    print('6:', gc.collect())
    v8 = make(v8)
    print('7:', len(gc.get_objects()) - base)
    print('8:', type(i).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(233)
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
    def counter():
        n = []
        def add(x):
            nonlocal n
            n = n + [x]
            return len(n)
        return add
    base = len(gc.get_objects())
    v1 = gen(2.5)
    v1 = lambda x='text': x
    v3 = partial(print, 1000 + 2)
    v4 = gen(v3)
    v5 = {'a': v1}
    v6 = R('r5')
    print('1:', kinds(gc.get_referents(v6)))
    try:
        fail(v3)
    except ValueError:
        v8 = {}
        v6.z = v6
    finally:
        print('2:', 'finally')
    v4.close()
    v9 = T()
    print('4:', gc.collect())
    try:
        raise E(v4)
    except E as error:
        print('5:', len(error.args))
    v5.setdefault(7, [])
    v11 = gen({})
    print('6:', sys.getrefcount(v5))
    v6.x = v6
    v12 = object()
    print('7:', len(gc.get_objects()) - base)
    print('8:', weakref.getweakrefcount(v1))
    print('9:', gc.collect())
    for i in range(4):
        v13 = weakref.ref(v11)
        v14 = T()
        v6.x = v6
    del v1
    v15 = None
    with C() as v15:
        v5.clear()
        fail(v15)
    v11 = counter()
    for i in range(4):
        v16 = (i, v4, i,)
        v9.x = i
        v17 = M()
        v17.pop('k', None)
    print('10:', gc.collect(0))
    print('11:', type(i).__name__)
    print('12:', kinds(gc.get_referents(v12)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(234)
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
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    print('1:', len(gc.get_objects()) - base)
    for i in range(8):
        v1 = N('n0')
    i = {'a': i, 'b': i, 'c': 1000 + 1}
    for i in range(3):
        v2 = [i, i]
        i = object()
        v3 = S()
        v3.y = v3
    v4 = gen(1)
    v4 = lambda x=v4: x
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v4.mark = v4
    v5 = [].append
    def f5(p5):
        del p5
        w7 = {1, 2}
        w8 = [{} for i in range(4)]
        for i in range(4):
            w8[i]['next'] = w8[(i + 1) % 4]
        del w8, i
        w9 = [w7, w7, w7]
    v10 = f5(())
    v4.mark = v10
    print('3:', gc.is_tracked(v5))
    v11 = {}
    v12 = B('b11')
    v13 = [{} for i in range(1)]
    for i in range(1):
        v13[i]['next'] = v13[(i + 1) % 1]
    del v13, i
    v14 = [v10, v12]
    print('4:', sys.getsizeof(v14))
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(235)
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
    class M(dict):
        pass
    def make(x):
        def inner():
            return x
        return inner
    def fail(x):
        local = [x]
        raise ValueError('failed')
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = R('r1')
    v1.x = v1
    del v1
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    v2 = []
    v3 = N('n2')
    v4 = A()
    print('3:', deep(v4, 2))
    def f4(p4):
        p4 = make(p4)
        p4 = {}
        p4['a'] = p4
        w6 = make(p4)
        w7 = [R('r7.' + str(i)) for i in range(1)]
        for i in range(1):
            w7[i].x = w7[(i + 1) % 1]
        w8 = [A() for i in range(3)]
        for i in range(3):
            w8[i].x = w8[(i + 1) % 3]
        del w8, i
        w9 = [R('r9.' + str(i)) for i in range(4)]
        for i in range(4):
            w9[i].x = w9[(i + 1) % 4]
        return w6
    v10 = f4(v3)
    v11 = T()
    v2.clear()
    v2.extend([v4, f4, []])
    v10, v4 = v4, v10
    print('4:', sys.getrefcount(v2))
    v12 = 3383
    v13 = M()
    print('5:', sys.getrefcount(f4))
    v4 = None
    try:
        fail(v13)
    except ValueError as error:
        v4 = error
    print('6:', v4.__traceback__ is None)
    print('7:', len(gc.get_objects()) - base)
    f4.mark = v2
    print('8:', gc.is_tracked(v3))
    print('9:', type(v12).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(236)
try:
    class A:
        pass
    class E(Exception):
        pass
    def give(x, y=None, *rest, **named):
        return x
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    v1 = object()
    v1 = [v1, v1]
    v2 = [A() for i in range(1)]
    for i in range(1):
        v2[i].x = v2[(i + 1) % 1]
    del v2, i
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v3 = {1, 2}
    print('2:', sys.getrefcount(v3))
    try:
        fail(v1)
    except ValueError:
        v3.add(3)
    finally:
        print('3:', 'finally')
    print('4:', gc.collect(2))
    v1.append(v1)
    v3.add(3)
    print('5:', sys.getrefcount(v1))
    v4 = None
    try:
        fail(v1)
    except ValueError as error:
        v4 = error
    print('6:', v4.__traceback__ is None)
    print('7:', gc.collect(2))
    v5 = give(**{'x': v4})
    try:
        raise E(v4)
    except E as error:
        print('8:', len(error.args))
    print('9:', len(v3))
    print('10:', gc.collect())
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('12:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(238)
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
    v1 = {1, 2}
    v2 = R('r1')
    v1.add(v2)
    v3 = [A() for i in range(4)]
    for i in range(4):
        v3[i].x = v3[(i + 1) % 4]
    del v3, i
    print('1:', weakref.getweakrefcount(v1))
    v2 = None
    for i in range(1):
        v4 = [].append
    v1.add(i)
    del v1
    try:
        fail(v2)
    except ValueError:
        v6 = make(i)
        v7 = iter([v6])
    finally:
        print('2:', 'finally')
    print('3:', type(v2).__name__)
    v8 = [v2]
    v9 = counter()
    v10 = N('n9')
    print('4:', gc.collect())
    v10 = None
    print('5:', gc.collect(1))
    print('6:', type(v10).__name__)
    print('7:', gc.is_tracked(i))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(239)
try:
    class A:
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = [].append
    v2 = {'a': v1, 'b': v1, 'c': v1}
    v2 = A()
    class K2:
        pass
    def f3(p3):
        p3 = P(p3)
        p3.x = ()
        print('1:', len(gc.get_objects()) - base)
        w6 = make(())
        del w6
        return p3
    v7 = f3(K2)
    class K7:
        __slots__ = ()
    v9 = K7()
    v10 = {v2, 1}
    print('2:', gc.collect(1))
    print('3:', deep(v10, 2))
    print('4:', len(gc.get_objects()) - base)
    print('5:', sys.getrefcount(K7))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(240)
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
    v1 = P(None)
    print('1:', sys.getrefcount(v1))
    v2 = []
    v3 = give(v2, y=1)
    del v1
    v2 = {'a': v2, 'b': (), 'c': v3}
    v4 = B('b3')
    v3 = [].append
    v3 = T()
    v3.y = None
    v5 = give(*[[]])
    print('2:', len(gc.get_objects()) - base)
    def f5(p5):
        del p5
        w7 = {'a': 'text'}
        for i in range(2):
            w8 = (i, (),)
            w7.setdefault('k', [])
            w7.pop('k', None)
            w7 = B('b8')
            w7.z = w7
        w9 = lambda x=None: x
    v10 = f5(v3)
    print('3:', weakref.getweakrefcount(v4))
    v11 = counter()
    v12 = A()
    print('4:', gc.is_tracked(v5))
    v4 = gen(v3)
    f5.mark = v10
    print('5:', len(v2))
    v2 = T()
    print('6:', gc.collect(1))
    print('7:', gc.collect(2))
    v13 = M()
    print('8:', gc.collect(2))
    print('9:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('10:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(242)
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
    v1 = make(())
    v2 = R('r2')
    v2.x = v2
    del v2
    print('1:', gc.collect(), len(rescued))
    rescued.clear()
    print('2:', gc.collect())
    v1.mark = v1
    print('3:', gc.collect())
    print('4:', sys.getrefcount(v1))
    v1 = None
    v3 = [[] for i in range(4)]
    for i in range(4):
        v3[i].append(v3[(i + 1) % 4])
    print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    i = None
    v4 = counter()
    print('6:', kinds(gc.get_referents(v3)))
    v5 = D('d4')
    print('7:', kinds(gc.get_referents(v3)))
    del v5
    v6 = [S() for i in range(5)]
    for i in range(5):
        v6[i].x = v6[(i + 1) % 5]
    v7 = lambda x=v1: x
    print('8:', len(v6))
    print('9:', type(i).__name__)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(243)
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
    class L(list):
        pass
    class M(dict):
        pass
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    v1.clear()
    v1.clear()
    v2 = B('b1')
    v1 = L()
    v3 = [A() for i in range(2)]
    for i in range(2):
        v3[i].x = v3[(i + 1) % 2]
    del v3, i
    v4 = R('r3')
    for i in range(8):
        v1.append({'k': i})
    v5 = [i]
    del v5
    v6 = iter([i, v4])
    print('2:', gc.collect())
    def f6(p6):
        w8 = (p6,)
        class K8:
            x = []
        w10 = K8()
        w11 = B('b10')
        for i in range(6):
            w12 = A()
            w11.y = K8
        return w8
    v2 = f6(v4)
    print('3:', gc.collect(2))
    v13 = None
    try:
        fail(v4)
    except ValueError as error:
        v13 = error
    print('4:', v13.__traceback__ is None)
    print('5:', gc.collect(1))
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    del v1
    print('7:', len(gc.get_objects()) - base)
    def f13(p13):
        del p13
        print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w15 = [[] for i in range(1)]
        for i in range(1):
            w15[i].append(w15[(i + 1) % 1])
        del w15, i
        w16 = ({}, [],)
        w17 = [N('n17.' + str(i)) for i in range(1)]
        for i in range(1):
            w17[i].x = w17[(i + 1) % 1]
        print('9:', len(w17))
        w17 = N('n17')
    v18 = f13(f6)
    f13(f6)
    print('10:', gc.is_tracked(v4))
    print('11:', len(gc.get_objects()) - base)
    print('12:', kinds(gc.get_referents(i)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(244)
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
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    print('1:', gc.collect(1))
    v1 = give(x='text')
    v2 = [v1]
    v3 = {}
    v1 = T()
    v4 = [R('r4.' + str(i)) for i in range(5)]
    for i in range(5):
        v4[i].x = v4[(i + 1) % 5]
    v5 = None
    with C() as v5:
        v1.y = v4
        fail(v5)
    v4[len(v4):] = (v1,)
    v2[1:] = []
    v4 = R('r5')
    v4 = T()
    def f5(p5):
        p5 = defaultdict(list)
        print('2:', sys.getrefcount(p5))
        w7 = {}
        print('3:', gc.is_tracked(w7))
        for i in range(1):
            w8 = None
            w7.clear()
            p5['k'] = 2.5
        return i
    v9 = f5(v1)
    v1 = lambda x=v2: x
    try:
        raise E([])
    except E as error:
        print('4:', len(error.args))
    v11 = [A() for i in range(2)]
    for i in range(2):
        v11[i].x = v11[(i + 1) % 2]
    del v11, i
    v4 = [v3, v1]
    i = {}
    v12 = B('b11')
    def f12(p12):
        w14 = [[i] for i in range(11)]
        del p12, w14
        w16 = object()
        print('5:', gc.collect(1))
        w17 = [w16]
        for i in range(3):
            w17.append({'k': i})
        return w16
    v18 = f12(i)
    print('6:', len(gc.get_objects()) - base)
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()

begin(245)
try:
    rescued = []
    class R:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('rescue', self.name)
            rescued.append(self)
    class M(dict):
        pass
    def give(x, y=None, *rest, **named):
        return x
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = M()
    v2 = give(**{'x': v1})
    class K2:
        def m(self):
            return K
    v4 = K2()
    K2.mark = v2
    print('2:', len(v1))
    class K4:
        def __init__(self):
            self.x = self
    v6 = K4()
    K4, v6 = v6, K4
    K2 = R('r6')
    v7 = object()
    print('3:', sys.getrefcount(v1))
    print('4:', kinds(gc.get_referents(v6)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(246)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
    class S:
        __slots__ = ('x', 'y', '__weakref__')
    base = len(gc.get_objects())
    print('1:', gc.collect(2))
    print('2:', gc.collect())
    def f0(p0):
        p0 = {'a': p0}
        p0 = D('d1')
        p0.z = p0
    v2 = f0(None)
    f0(None)
    v2 = S()
    v2.y = v2
    print('3:', gc.collect(0))
    print('4:', gc.collect(1))
    print('5:', len(gc.get_objects()) - base)
    print('6:', sys.getrefcount(f0))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(248)
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
    class K0:
        x = []
    v2 = (K0, K0,)
    print('1:', kinds(gc.get_referents(v2)))
    v3 = [v2, v2]
    try:
        fail(K0)
    except ValueError:
        v3 = T()
        v3.x = K0
    finally:
        print('2:', 'finally')
    print('3:', type(v2).__name__)
    v5 = B('b4')
    v6 = D('d5')
    v6 = {}
    def f6(p6):
        print('4:', gc.collect())
        print('5:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
        w8 = {1, 2}
        print('6:', deep(w8, 0))
        w9 = [].append
        print('7:', sys.getrefcount(w9))
        del w8
        return w9
    v10 = f6([])
    f6([])
    del f6, K0
    print('8:', sys.getrefcount(v5))
    print('9:', gc.is_tracked(v6))
    v11 = L()
    v12 = make(v11)
    v12.mark = v12
    print('10:', gc.is_tracked(v2))
    v13 = P(v11)
    v14 = counter()
    print('11:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('12:', kinds(gc.get_referents(v11)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(249)
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
    class E(Exception):
        pass
    def gen(x):
        try:
            yield x
            yield 2
        finally:
            print('closed')
    base = len(gc.get_objects())
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    v1 = S()
    v2 = {v1, 1}
    v3 = gen(v1)
    v2.add(v1)
    v1.x = v2
    print('2:', gc.is_tracked(v3))
    v2 = D('d3')
    v4 = T()
    del v3, v2
    del v1
    v4.y = v4
    v4.x = v4
    try:
        raise E(v4)
    except E as error:
        print('3:', len(error.args))
    print('4:', gc.is_tracked(v4))
    print('5:', sys.getrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(251)
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
    def fail(x):
        local = [x]
        raise ValueError('failed')
    base = len(gc.get_objects())
    print('1:', gc.collect(2))
    try:
        fail(2.5)
    except ValueError:
        v2 = N('n1')
    finally:
        print('2:', 'finally')
    v3 = M()
    del v3
    def f3(p3):
        p3 = [[i] for i in range(3)]
        for i in range(2):
            p3.append((i, i))
        w5 = [[i] for i in range(8)]
        w5.clear()
        return w5
    v6 = f3('text')
    f3('text')
    print('3:', len(gc.get_objects()) - base)
    def f6(p6):
        w8 = None
        try:
            fail(p6)
        except ValueError as error:
            w8 = error
        print('4:', w8.__traceback__ is None)
        del p6, w8
        print('5:', len(gc.get_objects()) - base)
    v9 = f6(v6)
    print('6:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    class K9:
        x = []
    v11 = K9()
    f6 = partial(print, [])
    class K11:
        def __init__(self):
            self.x = self
    print('7:', len(gc.get_objects()) - base)
    v13 = [v11]
    v14 = lambda x=v11: x
    K9 = [[]]
    K11.mark = K11
    v15 = []
    class K15:
        x = []
    v17 = defaultdict(list)
    v13.extend([K11, v9])
    print('8:', gc.is_tracked(v11))
    print('9:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(253)
try:
    class D:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('del', self.name)
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
    print('1:', gc.collect(0))
    v1 = None
    del v1
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', len(gc.get_objects()) - base)
    print('4:', len(gc.get_objects()) - base)
    v2 = S()
    v3 = [S() for i in range(4)]
    for i in range(4):
        v3[i].x = v3[(i + 1) % 4]
    del v3, i
    print('5:', weakref.getweakrefcount(v2))
    v2.y = v2
    v2.y = v2
    v4 = {'a': v2, 'b': v2}
    print('6:', gc.collect(0))
    v2.y = v2
    print('7:', gc.collect())
    print('8:', kinds(gc.get_referents(v4)))
    print('9:', gc.collect())
    print('10:', gc.collect())
    for i in range(4):
        v5 = []
        v5 = D('d5')
    v6 = None
    with C() as v6:
        v6 = S()
        v6.x = v4
        fail(v6)
    v7 = OrderedDict(a=v2)
    print('11:', gc.is_tracked(v2))
    del v4
    print('12:', gc.is_tracked(v2))
    print('13:', len(gc.get_objects()) - base)
except Exception as error:
    print(type(error).__name__, error)
end()

begin(254)
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
    def give(x, y=None, *rest, **named):
        return x
    def deep(x, n):
        if n == 0:
            return sys.getrefcount(x)
        return deep(x, n - 1)
    base = len(gc.get_objects())
    v1 = [[], 2.5, 1]
    v2 = [].append
    v1 = deque(['text'])
    v4 = [A() for i in range(3)]
    for i in range(3):
        v4[i].x = v4[(i + 1) % 3]
    del v4, i
    del v2
    v1.clear()
    class K4:
        __slots__ = ()
    v6 = K4()
    v6 = S()
    v7 = give(x=v1)
    v8 = (v1, v1, v1,)
    print('1:', kinds(gc.get_referents(K4)))
    print('2:', sys.getrefcount(K4))
    print('3:', len(gc.get_objects()) - base)
    K4 = T()
    v9 = (2.5, v6, v8,)
    for i in range(8):
        K4.y = K4
        i = P(v8)
        K4 = M()
        v1.appendleft(v1)
    v6.x = v9
    print('4:', len(gc.get_objects()) - base)
    print('5:', weakref.getweakrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(255)
try:
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
    print('1:', len(gc.get_objects()) - base)
    print('2:', gc.collect(1))
    v1 = gen(1000 + 0)
    print('3:', gc.collect())
    def f1(p1):
        p1 = give(**{'x': p1})
        w3 = {'a': p1}
        w3.clear()
        return p1
    v4 = f1(v1)
    v5 = [v1]
    for i in range(3):
        v5.append(lambda: i)
    print('4:', sys.getsizeof(v5))
    print('5:', weakref.getweakrefcount(v1))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(256)
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
    class N:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print('new', self.name)
            x = [self.name]
            x.append(x)
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
    print('1:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('2:', gc.collect(0))
    v1 = M()
    del v1
    print('3:', len(gc.get_objects()) - base)
    print('4:', len(gc.get_objects()) - base)
    print('5:', len(gc.get_objects()) - base)
    v2 = give(1, 1, 2, 3)
    v2 = B('b2')
    print('6:', gc.collect(0))
    print('7:', len(gc.get_objects()) - base)
    v2.x = v2
    for i in range(1):
        v3 = N('n2')
        v4 = B('b3')
    def f4(p4):
        w6 = object()
        w7 = [[i] for i in range(11)]
        w8 = A()
        print('8:', gc.collect())
        w9 = [p4]
        w7 = D('d9')
        return p4
    i = f4(i)
    f4(i)
    if hasattr(v2, 'x'):
        del v2.x
    print('9:', gc.collect())
    v10 = [R('r10.' + str(i)) for i in range(2)]
    for i in range(2):
        v10[i].x = v10[(i + 1) % 2]
    del v10, i
    print('10:', gc.collect())
    i, f4 = f4, i
    for i in range(8):
        v11 = make(i)
        v11.mark = f4
    v12 = give(i, y=1)
    print('11:', kinds(gc.get_referents(i)))
    print('12:', kinds(gc.get_referents(v2)))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(257)
try:
    class T:
        __slots__ = ('x', 'y')
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    for i in range(2):
        v1 = T()
        i = [i, i]
        i.append(i)
    print('1:', gc.collect())
    print('2:', gc.collect(2))
    v2 = defaultdict(list)
    v2.clear()
    v3 = [v2, v2]
    v2 = None
    print('3:', gc.collect())
    del v2
    del v3
    print('4:', len(gc.get_objects()) - base)
    v4 = make(2.5)
    v5 = []
    print('5:', gc.is_tracked(v4))
    print('6:', gc.is_tracked(v4))
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('7:', gc.collect())
    gc.set_debug(0)
    print('8:', kinds(gc.garbage))
    gc.garbage.clear()
    print('9:', weakref.getweakrefcount(v4))
    print('10:', weakref.getweakrefcount(v4))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(259)
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
    def make(x):
        def inner():
            return x
        return inner
    base = len(gc.get_objects())
    v1 = {1, 2}
    v2 = P(v1)
    v1.add(v2)
    v1 = [v2]
    print('1:', gc.collect(1))
    v2 = B('b2')
    v3 = make(v1)
    print('2:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('3:', gc.is_tracked(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(260)
try:
    class A:
        pass
    class P(A):
        def __init__(self, part):
            super().__init__()
            self.part = part
        def own(self):
            return self.part
    base = len(gc.get_objects())
    v1 = {1, 2}
    v3 = A()
    print('1:', len(gc.get_objects()) - base)
    print('2:', len(v1))
    del v1
    print('3:', weakref.getweakrefcount(v3))
    for i in range(7):
        i = {'a': i, 'b': i}
        i.clear()
        v3.z = v3
        v3.y = v3
    print('4:', weakref.getweakrefcount(v3))
    v4 = lambda x=v3: x
    v3 = P(v4)
    v3.y = v3
    for i in range(6):
        v4.mark = v4
        v5 = [i, i]
        del v5[:2]
    print('5:', gc.is_tracked(v4))
    print('6:', sys.getrefcount(v3))
except Exception as error:
    print(type(error).__name__, error)
end()

begin(261)
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
    base = len(gc.get_objects())
    v1 = A()
    print('1:', weakref.getweakrefcount(v1))
    print('2:', gc.is_tracked(v1))
    for i in range(4):
        v2 = [i, v1, i]
        v2.insert(0, v1)
    print('3:', gc.is_tracked(i))
    v1.z = v1
    v3 = [D('d3.' + str(i)) for i in range(1)]
    for i in range(1):
        v3[i].x = v3[(i + 1) % 1]
    del v3, i
    v1.z = v1
    v4 = [[i] for i in range(11)]
    if hasattr(v1, 'x'):
        del v1.x
    v5 = {v1, 1}
    v4.reverse()
    print('4:', gc.collect())
    v5.add(v1)
    gc.set_debug(gc.DEBUG_SAVEALL)
    print('5:', gc.collect())
    gc.set_debug(0)
    print('6:', kinds(gc.garbage))
    gc.garbage.clear()
    v6 = [[] for i in range(5)]
    for i in range(5):
        v6[i].append(v6[(i + 1) % 5])
    del v6, i
    v7 = [N('n7.' + str(i)) for i in range(3)]
    for i in range(3):
        v7[i].x = v7[(i + 1) % 3]
    del v7, i
    v8 = (v5,)
    v9 = [[i] for i in range(2)]
    print('7:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
    print('8:', [len(gc.get_objects(generation=g)) for g in (1, 2)])
except Exception as error:
    print(type(error).__name__, error)
end()
