# __iter__ and __next__, iter() with a sentinel, the old __getitem__ protocol.
# needs: special methods, builtins
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        self.i += 1
        if self.i > self.n:
            raise StopIteration
        return self.i


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(Count(3)), list(Old()), 20 in Old(), sum(Count(4)))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"))
values = [3, 2, 1, 0, 5]
print(list(iter(values.pop, 1)), values)
a, *b = Count(3)
print(a, b)
try:
    iter(5)
except TypeError as e:
    print(e)
