# Declared global the list stays, and so does its memory.
# needs: psutil, big heap
import os

import psutil


def used():
    return psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


def func():
    global a
    a = [i for i in range(1000000)]


start = used()
func()
print(30 < used() - start < 50)
a = None
print(used() - start < 10)
