# A callback may take itself away.
import gc

gc.disable()


def once(phase, info):
    print("once", phase)
    gc.callbacks.remove(once)


def always(phase, info):
    print("always", phase)


gc.callbacks.append(once)
gc.callbacks.append(always)
gc.collect(0)
gc.callbacks.remove(always)
