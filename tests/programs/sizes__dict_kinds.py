# A dictionary's size by how it was made and by its kinds of keys.
# needs: builtins, varargs
import sys

print(sys.getsizeof({}), sys.getsizeof(dict()), sys.getsizeof(dict(a=1)), sys.getsizeof({"a": 1}))
print(sys.getsizeof({i: i for i in range(5)}), sys.getsizeof({i: i for i in range(6)}))
print(sys.getsizeof(dict.fromkeys("abcdef")), sys.getsizeof({c: 1 for c in "abcdef"}))
d = {i: i for i in range(100)}
print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)))
for i in range(99):
    del d[i]
print(sys.getsizeof(d), sys.getsizeof(d.copy()))
d.clear()
print(sys.getsizeof(d))
