# How many more containers there are after a class with a decorated method was made.
import gc
gc.disable()
def show(label, f):
    f(); gc.collect(); a = gc.get_count()[0]; r = f(); b = gc.get_count()[0]
    print(label, b - a)
def f1():
    class Q:
        @property
        def s(x): return x
    return Q
def f2():
    class Q:
        @property
        def s(x=None): return x
    return Q
def f3():
    class Q:
        def s(x=None): return x
    return Q
def f4():
    class Q:
        @staticmethod
        def s(x=None): return x
    return Q
def f5():
    def s(x): return x
    return property(s)
def f6():
    class Q: pass
    return Q
def f7():
    class Q:
        @property
        def s(x): return x
        @property
        def t(x): return x
    return Q
def f8():
    class Q:
        @classmethod
        def s(x): return x
    return Q
for f in (f1,f2,f3,f4,f5,f6,f7,f8): show(f.__name__, f)
