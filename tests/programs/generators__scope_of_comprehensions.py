# A comprehension's variable is its own; the walrus leaks on purpose.
# needs: generators
x = "outer"
row = [x for x in range(3)]
print(x)
print([y := n for n in range(3)], y)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
print({k: v for k, v in [("a", 1)]}, {c for c in "aa"})
print(list(a + b for a in (1, 2) for b in (10, 20) if a * b != 20))
