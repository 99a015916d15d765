# A generator's frame does not keep the frame of the function that called the generator function.
# needs: generators
import gc

gc.disable()


def numbers(x):
    yield x


def caller():
    local = numbers(6)


print(gc.collect())
base = len(gc.get_objects())
caller()
print(len(gc.get_objects()) - base)
caller()
print(len(gc.get_objects()) - base)
print(gc.collect())
