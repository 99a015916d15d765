# A missing attribute of a module, caught nowhere.
import gc

gc.collects()
