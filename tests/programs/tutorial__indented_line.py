# A line copied with the blank before it.
import gc
 print(gc.get_threshold())
