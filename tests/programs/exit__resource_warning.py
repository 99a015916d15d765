# Objects left in gc.garbage are reported at exit when warnings are shown.
# needs: warnings
import gc
import warnings

warnings.simplefilter("always")
a = []
a.append(a)
gc.garbage.append(a)
print("end")
