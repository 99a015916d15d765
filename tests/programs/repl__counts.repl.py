import sys
a = []
sys.getrefcount(a)
a
sys.getrefcount(a)
_ is a
1
sys.getrefcount(a)
b = [a, a]
sys.getrefcount(a)
b
sys.getrefcount(a)
def f(x):
    return sys.getrefcount(x)

f(a)
f([])
