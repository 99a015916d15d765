# Tutorial 2, block 6 without the indentation: the thresholds.
import gc
print(gc.get_threshold())
