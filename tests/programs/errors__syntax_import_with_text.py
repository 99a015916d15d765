# A tutorial's line with a remark in it is not Python.
# needs: syntax error texts
import gc (garbage collector)
gc.collect()
