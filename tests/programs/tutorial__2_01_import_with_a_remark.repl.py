# Tutorial 2, block 1: an import line with words after it, line by line.
import gc (garbage collector)
del a
gc.collect()
