# tracemalloc around a leak; objgraph-like counting by hand.
# needs: tracemalloc, gc
import gc
import tracemalloc

tracemalloc.start()
print(tracemalloc.is_tracing())
first = tracemalloc.get_traced_memory()
data = [bytes(1000) for _ in range(100)]
now = tracemalloc.get_traced_memory()
print(now[0] - first[0] > 100_000, now[1] >= now[0])
del data
print(tracemalloc.get_traced_memory()[0] < now[0], tracemalloc.get_traced_memory()[1] >= now[0])
tracemalloc.reset_peak() if hasattr(tracemalloc, "reset_peak") else None
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())


class Widget:
    pass


def count(name):
    return sum(type(o).__name__ == name for o in gc.get_objects())


widgets = [Widget() for _ in range(7)]
print(count("Widget"))
widgets[0].friend = widgets[1]
print(len([r for r in gc.get_referrers(widgets[1]) if r is not widgets]))
del widgets[1]
print(count("Widget"))
widgets.clear()
print(count("Widget"))
