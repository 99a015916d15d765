# Returned and named by the caller the list stays as well.
# needs: psutil, big heap
import os

import psutil


def used():
    return psutil.Process(os.getpid()).memory_info().rss / 1024.0 / 1024


def func():
    a = [i for i in range(1000000)]
    return a


start = used()
a = func()
print(30 < used() - start < 60)
del a
print(used() - start < 15)
