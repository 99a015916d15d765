# A stored exception holds every local of the frames it came through.
import weakref


class Big:
    pass


errors = []


def work():
    global r
    big = Big()
    r = weakref.ref(big)
    raise ValueError("x")


try:
    work()
except ValueError as e:
    errors.append(e)
print(r() is None)
errors[0] = errors[0].with_traceback(None)
print(r() is None)
errors.clear()
print(r() is None)
