# What a tutorial shows with psutil: the shape of the figures, in hundreds of MB.
# needs: psutil, big heap
import os

import psutil


def show_memory(hint):
    info = psutil.Process(os.getpid()).memory_full_info()
    mb = info.uss / 1024.0 / 1024
    print("{}: {} hundred MB".format(hint, int((mb - base + 50) / 100)))


base = psutil.Process(os.getpid()).memory_full_info().uss / 1024.0 / 1024


def func():
    show_memory("initial")
    a = [i for i in range(10000000)]
    show_memory("after a created")


func()
show_memory("finished")
