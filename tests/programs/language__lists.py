# Methods of list and their results.
# needs: builtins
row = [3, 1, 2]
row.sort()
print(row, sorted(row, reverse=True), row.index(2), row.count(1), list(reversed(row)))
row.extend("ab")
row.insert(1, None)
print(row, row.pop(), row.pop(0), row, row.copy() == row)
words = ["bb", "a", "ccc"]
words.sort(key=len)
print(words, sorted(words, key=lambda w: -len(w)), min(words, key=len))
print([1, 2] + [3], [0] * 3, [1, 2] < [1, 3], [1] == [1.0], [[]] * 2, 2 in [1, 2])
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
print(list(zip([1, 2], "ab")), list(enumerate("ab", 1)), list(map(str, [1, 2])), any([0, 1]), all([]), sum([[1], [2]], []))
