# What a callback is told, by version.
import gc

gc.disable()


def note(phase, info):
    print(phase)
    for key in info:
        print(" ", key)


gc.callbacks.append(note)
gc.collect()
gc.callbacks.clear()
