# Complex numbers.
# needs: builtins
import sys

print((1 + 2j) * 3j, sys.getsizeof(1j))
