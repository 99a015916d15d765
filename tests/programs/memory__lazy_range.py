# A range takes no memory for its numbers.
# needs: psutil
import os

import psutil


def used():
    return psutil.Process(os.getpid()).memory_info().rss / 1024.0 / 1024


start = used()
a = range(10000 * 10000)
print(used() - start < 5, len(a))
del a
