# Thresholds are C integers.
import gc

gc.set_threshold(-1)
print(gc.get_threshold()[0])
gc.set_threshold(2**31 - 1, -5, 0)
print(gc.get_threshold())
try:
    gc.set_threshold(2**31)
except OverflowError as error:
    print(error)
try:
    gc.set_threshold(1.5)
except TypeError as error:
    print("TypeError")
