# The Mersenne Twister's values for a seed.
# needs: random
import random

random.seed(42)
print([random.random() for i in range(3)])
print([random.randint(1, 100) for i in range(5)], random.randrange(10), random.choice("abcdef"))
row = [i for i in range(10)]
random.shuffle(row)
print(row, random.sample(range(100), 4), random.uniform(1, 2))
r = random.Random(7)
print(r.random(), r.getrandbits(40), r.randint(0, 10**20))
random.seed("text")
print(random.random())
