# Tutorial 2, block 1: an import line with words after it.
import gc (garbage collector)
del a
gc.collect()
