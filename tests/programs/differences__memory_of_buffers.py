# What a bytearray, a deque and an array hold counts as memory in use. In gcscope their objects alone do.
# needs: tracemalloc, array, collections
import array
import collections
import tracemalloc

tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]
made = [bytearray(500000)]
print(tracemalloc.get_traced_memory()[0] - before > 499000)
made = [collections.deque([None] * 100000)]
print(tracemalloc.get_traced_memory()[0] - before > 790000)
made = [array.array("d", [0.0] * 100000)]
print(tracemalloc.get_traced_memory()[0] - before > 790000)
