# What empty and small objects take, in bytes of a 64-bit build.
import sys

print(sys.getsizeof([]), sys.getsizeof(()), sys.getsizeof({}), sys.getsizeof({1}))
print(sys.getsizeof(0), sys.getsizeof(1), sys.getsizeof(2**30), sys.getsizeof(2**60))
print(sys.getsizeof(1.5), sys.getsizeof(True), sys.getsizeof(None))
print(sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof("é"), sys.getsizeof("中文"), sys.getsizeof("😀"))
print(sys.getsizeof(b""), sys.getsizeof(b"abc"))
print(sys.getsizeof(range(10)))
