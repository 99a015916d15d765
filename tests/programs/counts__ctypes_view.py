# Read at the object's address the count is one less than getrefcount's.
# needs: ctypes
import ctypes
import sys

a = []
print(ctypes.c_long.from_address(id(a)).value)
b = a
print(ctypes.c_long.from_address(id(a)).value)
print(sys.getrefcount(a))


def f(x):
    print(ctypes.c_long.from_address(id(x)).value)


f(a)
print(ctypes.c_ssize_t.from_address(id(a)).value)
