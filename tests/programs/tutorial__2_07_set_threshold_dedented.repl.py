# Tutorial 2, block 7 without the indentation, and what the thresholds are then, line by line.
import gc
gc.set_threshold(700, 10, 5)
print(gc.get_threshold())
