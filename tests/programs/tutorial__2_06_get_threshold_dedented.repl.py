# Tutorial 2, block 6 without the indentation: the thresholds, line by line.
import gc
print(gc.get_threshold())
