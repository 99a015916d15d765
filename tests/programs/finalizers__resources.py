# __del__, weakref.finalize, atexit: the ways to clean up, and their order.
# needs: weakref, atexit
import atexit
import gc
import sys
import weakref


class Connection:
    open_connections = 0

    def __init__(self, host):
        self.host = host
        Connection.open_connections += 1

    def close(self):
        if self.host is not None:
            print("closing", self.host)
            Connection.open_connections -= 1
            self.host = None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __del__(self):
        self.close()


with Connection("first") as c:
    print(Connection.open_connections)
print(Connection.open_connections)
c = Connection("second")
c = None
print(Connection.open_connections)


class TempFile:
    def __init__(self, name):
        self.name = name
        self._finalizer = weakref.finalize(self, self._remove, name)

    @staticmethod
    def _remove(name):
        print("remove", name)

    @property
    def removed(self):
        return not self._finalizer.alive


t = TempFile("one.tmp")
print(t.removed, t._finalizer.peek()[2])
t._finalizer()
print(t.removed)
t = TempFile("two.tmp")
del t
u = TempFile("three.tmp")
print(u._finalizer.atexit)
v = TempFile("four.tmp")
v._finalizer.detach()
del v


class Broken:
    def __del__(self):
        raise RuntimeError("in __del__")


b = Broken()
del b
print("survived")


class Phoenix:
    saved = []

    def __del__(self):
        print("rise")
        Phoenix.saved.append(self)


p = Phoenix()
del p
print(len(Phoenix.saved))
Phoenix.saved.clear()
print("gone without a word")
atexit.register(print, "atexit first registered")
atexit.register(print, "atexit last registered")
w = Connection("at exit")
