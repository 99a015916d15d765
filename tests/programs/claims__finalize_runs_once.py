# Claim: weakref.finalize calls a function when the object dies. True: once; at exit the newest first.
# needs: weakref.finalize
import weakref


class Thing:
    pass


a = Thing()
f = weakref.finalize(a, print, "finalized", 1)
print(f.alive, f.atexit)
del a
print(f.alive, f())
b = Thing()
for i in range(3):
    weakref.finalize(b, print, "at exit", i)
print("end")
