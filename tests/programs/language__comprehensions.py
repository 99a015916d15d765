# Nested loops, conditions, sets, dicts and generators.
# needs: generators
print([x * y for x in range(3) for y in range(3) if x != y])
print([[j for j in range(i)] for i in range(4)])
print({x % 3 for x in range(10)}, {x: x * x for x in range(4) if x % 2})
print(sum(x for x in range(101)), list(x for x in "abc" if x > "a"))
rows = [[1, 2], [3, 4]]
print([x for row in rows for x in row], [row[0] for row in rows])
print([a if a > 1 else -a for a in (0, 1, 2)], [(i, c) for i, c in enumerate("xy")])
