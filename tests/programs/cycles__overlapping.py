# Cycles that share an object are found together.
import gc

gc.collect()
hub = []
for i in range(4):
    spoke = [hub]
    hub.append(spoke)
del spoke
print(gc.collect())
del hub
print(gc.collect())
a = []
b = [a]
c = [a, b]
a.append(b)
a.append(c)
a.append(a)
del a, b, c
print(gc.collect())
