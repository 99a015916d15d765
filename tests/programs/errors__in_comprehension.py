# Up to 3.11 a comprehension is a frame of its own, from 3.12 it is not.
row = [1, 0]
print([2 / x for x in row])
