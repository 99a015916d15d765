# A list that cannot be is a MemoryError, at once.
# needs: memory errors
try:
    row = [0] * (10**18)
except MemoryError as error:
    print(type(error).__name__, error.args)
try:
    row = [0] * (10**30)
except OverflowError as error:
    print(error)
