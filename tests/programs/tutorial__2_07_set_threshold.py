# Tutorial 2, block 7, as it stands: the second line is indented.
import gc
 gc.set_threshold(700, 10, 5)
