# getsizeof() counts the container and not what it holds.
import sys

small = [None]
big = [[0] * 100000]
print(sys.getsizeof(small) == sys.getsizeof(big))
print(sys.getsizeof(big[0]) > 800000)
text = "x" * 1000
print(sys.getsizeof((text,)) == sys.getsizeof(("",)))
print(sys.getsizeof(text) - sys.getsizeof(""))
