# The seeded distributions draw from the twister in CPython's order.
import random

random.seed(7)
print([round(random.gauss(0, 1), 12) for _ in range(5)])
print(random.random())
print([round(random.normalvariate(10, 2), 12) for _ in range(5)])
print([round(random.expovariate(3), 12) for _ in range(3)])
print([round(random.triangular(0, 10, 2), 12) for _ in range(3)], round(random.triangular(1, 4), 12))
print(round(random.lognormvariate(0, 0.5), 12))
random.gauss(0, 1)
random.seed(7)
print(round(random.gauss(0, 1), 12))
mine = random.Random(3)
print(round(mine.gauss(5, 0.1), 12), mine.randint(1, 6))
