# Ten million integers in a list take nearly 400 MB.
# needs: psutil, big heap
import os

import psutil


def used():
    return psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


start = used()
a = [i for i in range(10000000)]
print(370 < used() - start < 400)
del a
print(used() - start < 20)
