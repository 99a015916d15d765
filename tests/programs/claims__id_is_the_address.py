# Claim: id() is the object's address. True.
# needs: ctypes
import ctypes

a = ["at the address"]
b = ctypes.cast(id(a), ctypes.py_object).value
print(b is a, b)
