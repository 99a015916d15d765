# Assignment expressions, conditional expressions, short circuits, chains.
def show(x):
    print("eval", x)
    return x


print((n := 10) + n, 1 if n > 5 else 2)
print(show(0) or show(2) or show(3))
print(show(1) and show(0) and show(3))
print(show(1) < show(5) < show(3) < show(9))
while (n := n - 4) > 0:
    print(n)
print([y for x in range(5) if (y := x * x) % 2 == 0], y)
print(not 0, not [1], 0 == False, "" or "default", None is None)
