# A missing attribute of a module, caught nowhere.
# needs: suggestions
import gc

gc.collects()
