# An error in a callback is printed and ignored.
import gc

gc.disable()


def bad(phase, info):
    raise ValueError(phase)


gc.callbacks.append(bad)
gc.collect(0)
print("collected")
gc.callbacks.remove(bad)
