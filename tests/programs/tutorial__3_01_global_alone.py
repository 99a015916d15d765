# Tutorial 3, block 1, second part, alone: what it calls was defined in the first.
def func():
    show_memory_info('initial')
    global a # 将a声明为全局变量
    a = [i for i in range(10000000)]
    show_memory_info('after a created')

func()
show_memory_info('finished')
