# Until 3.14 weak references are dead in __del__ of garbage; in 3.15 not all.
import gc
import weakref

gc.disable()


class Thing:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("plain", plain() is self, "with callback", with_callback() is self)


def gone(ref):
    print("callback")


t = Thing()
plain = weakref.ref(t)
with_callback = weakref.ref(t, gone)
del t
gc.collect()
print(plain(), with_callback())
