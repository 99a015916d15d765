# What a starred name gets.
# needs: special methods, builtins
class Count:
    def __init__(self, n):
        self.n = n
        self.asked = 0

    def __iter__(self):
        self.asked += 1
        self.i = 0
        return self

    def __next__(self):
        self.i += 1
        if self.i > self.n:
            raise StopIteration
        return self.i


a, *b, c = [1, 2, 3, 4]
print(a, b, c)
*a, b = "abc"
print(a, b)
counted = Count(4)
a, *b, c = counted
print(a, b, c, counted.asked)
for values in ([], [1], 5, Count(1)):
    try:
        a, *b, c = values
        print(a, b, c)
    except (TypeError, ValueError) as error:
        print(error)
try:
    with 5:
        pass
except (AttributeError, TypeError) as error:
    print(type(error).__name__, error)
