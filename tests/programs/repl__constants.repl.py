a = 257
b = 257
a is b
c = 257; d = 257
c is d
x = 3.5
y = 3.5
x is y
(1, 2) is (2, 1)
s = "a b"
t = "a b"
s is t
u = "ab"
v = "ab"
u is v
def f():
    return 257, "a b"

f()[0] is f()[0]
