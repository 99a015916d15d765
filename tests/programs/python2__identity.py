# Cached integers and constants, 2.7 beside the others.
# versions: 2.7 3.8+
n = 250
found = []
while n < 260:
    x = n + 1
    y = n + 1
    found.append(x is y)
    n += 1
print(found)
a = "very good morning"
b = "very good morning"
print(a is b, [] is [])
