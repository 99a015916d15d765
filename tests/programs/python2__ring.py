# The ring of two lists, in every version.
# versions: 2.7 3.8+
import gc

a = []
b = [a]
a.append(b)
del a
del b
print(gc.collect())
