# All callbacks are called, in the order in which they were added.
import gc

gc.disable()


def one(phase, info):
    print("one", phase)


def two(phase, info):
    print("two", phase)


gc.callbacks.append(one)
gc.callbacks.append(two)
gc.callbacks.insert(0, two)
gc.collect(0)
del gc.callbacks[:]
gc.collect(0)
print(len(gc.callbacks))
