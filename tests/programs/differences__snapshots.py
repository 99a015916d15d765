# tracemalloc's snapshots tell which line made how much. gcscope keeps no line for each allocation.
# needs: tracemalloc
import tracemalloc

tracemalloc.start()
data = bytearray(500000)
snapshot = tracemalloc.take_snapshot()
top = snapshot.statistics("lineno")
print(top[0].traceback[0].lineno, round(top[0].size / 1000), top[0].count)
