# Two lists that hold each other outlive their names; collect() finds both.
import gc

a = []
b = [a]
a.append(b)
del a
del b
print(gc.collect())
print(gc.collect())
