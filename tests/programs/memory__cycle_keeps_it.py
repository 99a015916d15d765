# Two big lists that hold each other stay until they are collected.
# needs: psutil, big heap
import gc
import os

import psutil

gc.disable()
gc.collect()


def used():
    return psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


def func():
    a = [i for i in range(1000000)]
    b = [i for i in range(1000000)]
    a.append(b)
    b.append(a)


start = used()
func()
print(60 < used() - start < 100)
print(gc.collect())
print(used() - start < 15)
