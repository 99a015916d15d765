for i in range(3):
    i * 10

def f(x):
    return x * 2

f(4)
if f(1) == 2:
    "yes"
else:
    "no"

class A:
    def m(self):
        return self

A().m() is not None
try:
    1 / 0
except ZeroDivisionError as e:
    e

with_e = 1
with_e
