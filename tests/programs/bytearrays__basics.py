# A bytearray changes in place, and a memoryview looks into it.
# needs: builtins
import sys

row = bytearray(b"abc")
row.append(100)
print(row, len(row), sys.getsizeof(bytearray()))
print(bytes(memoryview(row)[1:3]))
