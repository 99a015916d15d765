# Tutorial 3, block 1, third part, alone: what it calls was defined in the first.
def func():
    show_memory_info('initial')
    a = [i for i in derange(10000000)]
    show_memory_info('after a created')
    return a

a = func()
show_memory_info('finished')
