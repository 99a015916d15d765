# Time moves on and sleeping takes time.
# needs: time
import time

a = time.time()
p = time.perf_counter()
time.sleep(0.01)
print(time.time() >= a, time.perf_counter() - p >= 0.009, time.monotonic() > 0, isinstance(a, float))
