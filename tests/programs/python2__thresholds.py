# The thresholds of every version.
# versions: 2.7 3.8+
import gc

print(gc.get_threshold())
gc.set_threshold(700, 10, 5)
print(gc.get_threshold())
