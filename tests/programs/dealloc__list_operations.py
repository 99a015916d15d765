# Slices, pop, remove and clear drop elements in their own order.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


row = [Noisy(i) for i in range(8)]
del row[0]
print("del")
row.pop()
print("pop")
row[1:3] = []
print("slice")
del row[::2]
print("step", len(row))
row.clear()
print("clear")
row = [Noisy("x"), Noisy("y")]
row *= 0
print("times 0")
