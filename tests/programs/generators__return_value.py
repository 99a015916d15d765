# A generator's return value travels in StopIteration; yield from takes it.
# needs: generators
def inner():
    yield 1
    return "result"


def outer():
    value = yield from inner()
    print("value", value)
    yield 2


print(list(outer()))
g = inner()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value)
