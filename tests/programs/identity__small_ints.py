# Small integers are one object each: to 256, in 3.15 to 1024.
low = None
high = None
n = -20
while n < 1200:
    x = n + 1
    y = n + 1
    if x is y:
        if low is None:
            low = x
        high = x
    n += 1
print(low, high)
for n in [-7, -6, -5, 0, 255, 256, 257, 1023, 1024, 1025]:
    x = n - 1
    y = x + 1
    z = x + 1
    print(y, y is z)
