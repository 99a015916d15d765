# When the count reaches zero 2.7 calls the callbacks before __del__.
# versions: 2.7 3.8+
# needs: inheritance
import weakref


class D(object):
    def __del__(self):
        print("__del__")
        print(r() is None)


def gone(ref):
    print("callback")


d = D()
r = weakref.ref(d, gone)
del d
