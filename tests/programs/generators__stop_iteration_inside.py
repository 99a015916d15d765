# A StopIteration raised inside a generator becomes a RuntimeError.
# needs: generators
def gen():
    yield 1
    raise StopIteration


try:
    print(list(gen()))
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def bad():
    yield next(iter([]))


try:
    list(bad())
except RuntimeError as e:
    print(e)
