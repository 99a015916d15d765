# tracemalloc follows what was allocated since it was started.
# needs: tracemalloc
import tracemalloc

print(tracemalloc.is_tracing())
tracemalloc.start()
before, peak = tracemalloc.get_traced_memory()
a = [i for i in range(100000)]
during, peak = tracemalloc.get_traced_memory()
print(3500000 < during - before < 4200000)
del a
after, peak = tracemalloc.get_traced_memory()
print(after - before < 10000, peak > 3500000)
tracemalloc.stop()
print(tracemalloc.get_traced_memory(), tracemalloc.is_tracing())
