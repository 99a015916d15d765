# Sizes in 2.7 beside the others.
# versions: 2.7 3.8+
import sys

print(sys.getsizeof([]), sys.getsizeof([1, 2, 3]), sys.getsizeof(()), sys.getsizeof((1, 2)))
print(sys.getsizeof({}), sys.getsizeof({1}), sys.getsizeof(1), sys.getsizeof(1.5), sys.getsizeof(None))
