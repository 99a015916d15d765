# Tutorial 3, block 4 with the element, after block 1's imports.
# needs: psutil, big heap, suggestions
import os
import psutil

import gc

# 显示当前 python 程序占用的内存大小
def show_memory_info(hint):
    pid = os.getpid()
    p = psutil.Process(pid)

    info = p.memory_full_info()
    memory = info.uss / 1024. / 1024
    print('{} memory used: {} MB'.format(hint, memory))

show_memory_info('initial')

a = [i for i in range(1000000)]

show_memory_info('after a created')

del a
gc.collect()

show_memory_info('finish')
print(a)
