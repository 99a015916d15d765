# A list of ten million integers takes eight bytes for each slot, and some.
# needs: big heap
import sys

a = [i for i in range(10**7)]
print(sys.getsizeof(a))
a = None
