# A generation is 0, 1 or 2.
import gc

try:
    gc.collect(3)
except ValueError as error:
    print(error)
try:
    gc.collect(-1)
except ValueError as error:
    print(error)
try:
    gc.collect("2")
except TypeError as error:
    print("TypeError")
try:
    gc.get_objects(generation=3)
except ValueError as error:
    print(error)
try:
    gc.get_objects(generation=-1)
except ValueError as error:
    print(error)
