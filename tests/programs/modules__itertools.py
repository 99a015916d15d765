# count, chain, islice, repeat, cycle and a few more.
# needs: itertools
import itertools

print(list(itertools.islice(itertools.count(5, 2), 4)))
print(list(itertools.chain("ab", [1])), list(itertools.chain.from_iterable([[1], [2]])))
print(list(itertools.repeat("x", 3)), list(itertools.islice(itertools.cycle("ab"), 5)))
print(list(itertools.islice("abcdef", 1, 5, 2)), list(itertools.islice("abc", 2)))
