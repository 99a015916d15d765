# DEBUG_UNCOLLECTABLE names what 2.7 cannot free.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class D(object):
    def __del__(self):
        pass


gc.collect()
gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
d = D()
d.me = d
del d
gc.collect()
gc.set_debug(0)
print(len(gc.garbage))
