# A repeated list repeats the references, not the objects.
import sys

x = []
row = [x] * 10
print(sys.getrefcount(x))
grid = [[0] * 3] * 4
print(grid[0] is grid[3], sys.getrefcount(grid[0]))
grid[0][0] = 1
print(grid)
copy = row[:]
print(sys.getrefcount(x))
copy[2:8] = []
print(sys.getrefcount(x))
