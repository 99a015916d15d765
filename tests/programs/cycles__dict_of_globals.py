# A function made by exec with its own globals is a cycle with them.
# needs: exec
import gc

gc.collect()
d = {}
exec("def f(): pass\n", d)
del d["__builtins__"]
f = d["f"]
print(gc.collect())
del d
print(gc.collect())
del f
print(gc.collect())
