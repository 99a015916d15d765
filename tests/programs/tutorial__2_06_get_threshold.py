# Tutorial 2, block 6, as it stands: the second line is indented.
import gc
 print(gc.get_threshold())
