# An exception's size, alone and with attributes.
import sys

print(sys.getsizeof(Exception()), sys.getsizeof(ValueError("x")), sys.getsizeof(KeyError(1)))
try:
    missing
except NameError as error:
    print(sys.getsizeof(error))
try:
    [].x
except AttributeError as error:
    print(sys.getsizeof(error))
