# A returned value leaves the function with one reference, the caller's.
import sys


def make():
    made = []
    print(sys.getrefcount(made))
    return made


a = make()
print(sys.getrefcount(a))
print(sys.getrefcount(make()))


def pass_on(x):
    return x


print(sys.getrefcount(pass_on(a)))
b = pass_on(pass_on(a))
print(sys.getrefcount(a), a is b)
