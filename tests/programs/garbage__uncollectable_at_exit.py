# What is in gc.garbage at exit is reported only when warnings are on.
import gc

a = []
a.append(a)
gc.garbage.append(a)
print("end", len(gc.garbage))
