# Each input warns for itself.
x = 5
x is 5
def f():
    return x is "a"

f()
x is not ()
assert (x, "text")
