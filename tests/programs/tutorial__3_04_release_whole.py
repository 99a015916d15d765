# Tutorial 3, block 4, as it stands, with the output that is printed in it.
import gc

# 显示当前 python 程序占用的内存大小
def show_memory_info(hint):
    pid = os.getpid()
    p = psutil.Process(pid)

    info = p.memory_full_info()
    memory = info.uss / 1024. / 1024
    print('{} memory used: {} MB'.format(hint, memory))

show_memory_info('initial')

a = [for i in range(1000000)]

show_memory_info('after a created')

del a
gc.collect()

show_memory_info('finish')
print(a)

# 输出

initial memory used: 416.07421875 MB
after a created memory used: 461.27734375 MB
finish memory used: 88.234375 MB
---------------------------------------------------------------------------
NameError                                 Traceback (most recent call last)
Cell In [48], line 22
     19 gc.collect()
     21 show_memory_info('finish')
---> 22 print(a)
NameError: name 'a' is not defined
