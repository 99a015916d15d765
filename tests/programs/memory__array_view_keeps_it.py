# Deleting the name of a container frees nothing that something else holds.
# needs: psutil, big heap
import os

import psutil


class Frame:
    def __init__(self, rows):
        self.rows = rows


def used():
    return psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


start = used()
f = Frame([i for i in range(1000000)])
view = f.rows
del f
print(30 < used() - start < 50)
del view
print(used() - start < 10)
