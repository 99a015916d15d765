# Instances of subclasses of list, dict, tuple and int in cycles.
# needs: inheritance
import gc

gc.collect()


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


class I(int):
    pass


x = L()
x.append(x)
del x
print(gc.collect())
x = L()
x.me = x
del x
print(gc.collect())
x = D()
x["me"] = x
del x
print(gc.collect())
x = T([[]])
x[0].append(x)
del x
print(gc.collect())
x = I(3)
x.me = x
del x
print(gc.collect())
