# A local list's memory is there during the call and gone after it.
# needs: psutil, big heap
import os

import psutil


def used():
    return psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


def func():
    before = used()
    a = [i for i in range(1000000)]
    after = used()
    print(30 < after - before < 50)


start = used()
func()
print(used() - start < 10)
