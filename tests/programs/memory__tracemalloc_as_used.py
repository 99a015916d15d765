# tracemalloc: the parts of it that do not depend on sizes of the start-up.
# needs: tracemalloc
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
before = tracemalloc.get_traced_memory()[0]
big = [None] * 100000
after = tracemalloc.get_traced_memory()[0]
print((after - before) // 10000)
del big
now, peak = tracemalloc.get_traced_memory()
print(now < after, peak >= after)
data = "x" * 500000
tracemalloc.reset_peak() if hasattr(tracemalloc, "reset_peak") else None
print(tracemalloc.get_traced_memory()[0] - now > 499000)
del data
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory())
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
