# Tutorial 3, block 1, as it stands, with the output that is printed in it.
import os
import psutil

# 显示当前 python 程序占用的内存大小
def show_memory_info(hint):
    pid = os.getpid()
    p = psutil.Process(pid)

    info = p.memory_full_info()
    memory = info.uss / 1024. / 1024
    print('{} memory used: {} MB'.format(hint, memory))


def func():
    show_memory_info('initial')
    a = [i for i in range(10000000)]
    show_memory_info('after a created')

func()
show_memory_info('finished')

########## 输出 ##########

initial memory used: 31.69140625 MB
after a created memory used: 427.9453125 MB
finished memory used: 36.71875 MB

# 调用func函数后，在列表 a 被创建之后，内存占用迅速增加到了 433 MB：而在函数调用结束后，内存则返回正常。
# 函数内部声明的变量a是局部变量，在函数返回后，局部变量的引用会消亡，此时列表a所指代对象的引用计数为0，Python便会执行垃圾回收，因此之前的占用的内存又返还了


def func():
    show_memory_info('initial')
    global a # 将a声明为全局变量
    a = [i for i in range(10000000)]
    show_memory_info('after a created')

func()
show_memory_info('finished')

########## 输出 ##########

initial memory used: 424.05859375 MB
after a created memory used: 424.046875 MB
finished memory used: 424.046875 MB

# 将a声明为全局变量，函数返回后，对a的引用依旧存在，对象不会被垃圾回收，依然占用大量内存

# 如果我们把生成的列表返回，然后在主程序中接收，那么引用依然存在，垃圾回收就不会被触发，大量内存仍然被占用着：

def func():
    show_memory_info('initial')
    a = [i for i in derange(10000000)]
    show_memory_info('after a created')
    return a

a = func()
show_memory_info('finished')

########## 输出 ##########

initial memory used: 418.625 MB
after a created memory used: 802.59375 MB
finished memory used: 418.37109375 MB
