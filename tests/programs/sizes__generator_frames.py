# A generator holds its frame, with room for the deepest stack of its code: what is pushed for calls, loops, handlers.
# needs: generators
import sys


def empty():
    yield


def one_argument(a):
    yield a


def many_locals(a, b):
    c = d = e = a
    yield b


def sum_of_three(a, b, c):
    yield a + b * c


def call_of_global(a):
    yield len(a)


def call_with_two(a, b):
    yield max(a, b)


def nested_calls(a):
    yield max(len(a), len(a))


def method(a):
    yield a.index(1)


def keywords(a):
    yield sorted(a, reverse=True)


def unpacked(a):
    yield max(*a)


def loop(a):
    for x in a:
        yield x


def two_loops(a):
    for x in a:
        for y in a:
            yield x, y


def loop_with_call(a):
    for x in a:
        yield max(x, 1)


def display(a):
    yield [a, a, a, a, a]


def dictionary(a):
    yield {a: 1, 2: 3}


def handler(a):
    try:
        yield a
    except ValueError:
        pass


def named_handler(a):
    try:
        yield a
    except ValueError as error:
        print(error)


def final(a):
    try:
        yield a
    finally:
        print(a)


def manager(a):
    with a:
        yield a


def delegating(a):
    yield from a


def comparison(a):
    yield 1 < a < 3


def formatted(a):
    yield f"{a} and {a!r:>10}"


def sliced(a):
    yield a[1:2]


def assigned(a):
    a.x = a
    yield


def item_assigned(a):
    a[0] = a
    yield


def closure(a):
    yield lambda: a


def comprehension(a):
    yield [x for x in a]


def comprehension_with_call(a):
    yield [len(x) for x in a if x]


for make in list(globals().values()):
    if type(make) is type(empty):
        code = make.__code__
        generator = make(*range(code.co_argcount))
        print(make.__name__, code.co_stacksize, sys.getsizeof(generator))

print(sys.getsizeof(x for x in []))
print(sys.getsizeof(x + 1 for x in [] if x))
print(sys.getsizeof(len(x) for x in []))
print(sys.getsizeof((x, y) for x in [] for y in x))
