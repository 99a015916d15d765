# 3.15 appends what a generator expression gives to a list of its own, without asking for a length.
import sys


def size(made):
    return (sys.getsizeof(made) - sys.getsizeof([])) // 8


made = list(i for i in ())
made.extend([1])
print(size(made), size(list(i for i in range(9))))
