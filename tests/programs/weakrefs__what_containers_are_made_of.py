# How many objects an empty weak container is: up to 3.13 it has a list and a set for what dies during an iteration.
# needs: weakref containers
import gc
import weakref

gc.disable()


def count(make):
    gc.collect()
    base = len(gc.get_objects())
    made = make()
    n = len(gc.get_objects()) - base
    del made
    return n, gc.collect(), len(gc.get_objects()) - base


for make in (weakref.WeakSet, weakref.WeakValueDictionary, weakref.WeakKeyDictionary):
    count(make)
    print(make.__name__, count(make))
