# What a bytearray, a deque and an array hold counts as memory in use, and no longer once it is gone.
# needs: tracemalloc, array, collections
import array
import collections
import tracemalloc

tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]


def tenths_of_megabytes():
    return (tracemalloc.get_traced_memory()[0] - before + 50000) // 100000


made = bytearray(500000)
print(tenths_of_megabytes())
made.extend(bytes(500000))
print(tenths_of_megabytes())
del made[::2]
print(tenths_of_megabytes())
del made[:]
print(tenths_of_megabytes())
made = collections.deque([None] * 100000)
print(tenths_of_megabytes())
made.clear()
print(tenths_of_megabytes())
for i in range(100000):
    made.append(None)
print(tenths_of_megabytes())
made = array.array("d", [0.0] * 100000)
print(tenths_of_megabytes())
del made[10:]
print(tenths_of_megabytes())
made = [bytearray(1000) for i in range(1000)]
print(tenths_of_megabytes())
made = None
print(tenths_of_megabytes())
