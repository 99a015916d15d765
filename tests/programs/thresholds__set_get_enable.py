# The switches of the collector answer what was set.
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(gc.set_threshold(1, 2, 3))
print(gc.get_threshold())
print(gc.enable(), gc.disable())
try:
    gc.set_threshold()
except TypeError:
    print("TypeError")
try:
    gc.set_threshold("700")
except TypeError:
    print("TypeError")
