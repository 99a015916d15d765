# The frame that a traceback keeps refers to its function from 3.11 on; before, only to its code.
import gc

gc.disable()


def fail():
    raise ValueError("failed")


def caller():
    try:
        fail()
    except ValueError as error:
        kept = error
    return kept


error = caller()
error.me = error
del error, caller, fail
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.collect())
print(sorted(type(x).__name__ for x in gc.garbage))
gc.set_debug(0)
