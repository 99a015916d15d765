# A tutorial's line with a remark in it is not Python.
import gc (garbage collector)
gc.collect()
