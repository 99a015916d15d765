# A deque times a number: bounded ones keep their end, empty ones stay empty however large the number.
from collections import deque

print(deque() * 10**9, deque(maxlen=3) * 10**9)
d = deque("abc", maxlen=5)
print(d * 10**9, d * 0, d * -1, d * 1, d * 2)
d *= 2
print(d, 2 * deque("xy"))
e = deque([[]])
f = e * 3
print(f, f[0] is f[2])
