# A special method that is None says that there is none: hash, iteration, membership, reversal, calls and operators.
# needs: lambda, inheritance, star arguments
class Shut:
    __iter__ = None
    __contains__ = None
    __hash__ = None
    __reversed__ = None
    __len__ = None
    __call__ = None
    __add__ = None
    __radd__ = None
    __getitem__ = None
    __eq__ = None
    __lt__ = None


class NoIter(list):
    __iter__ = None


class NoMember(dict):
    __contains__ = None


class Numbered:
    def __getitem__(self, index):
        return [1, 2][index]

    __iter__ = None


class Backwards(list):
    __reversed__ = None


class Failing:
    def __iter__(self):
        raise TypeError("mine")


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


x = Shut()
for action in (
    lambda: iter(x), lambda: 1 in x, lambda: hash(x), lambda: reversed(x), lambda: len(x), lambda: x(), lambda: x + 1, lambda: 1 + x,
    lambda: x[0], lambda: x == 1, lambda: x < 1, lambda: list(x), lambda: {x: 1}, lambda: callable(x), lambda: iter(NoIter([1])),
    lambda: 1 in NoIter([1]), lambda: [*NoIter([1])], lambda: sorted(NoIter([1])), lambda: 1 in NoMember({1: 2}), lambda: NoMember({1: 2})[1],
    lambda: iter(Numbered()), lambda: 1 in Numbered(), lambda: list(Numbered()), lambda: reversed(Backwards([1])),
    lambda: [*Failing()], lambda: (*Failing(),), lambda: {*Failing()}, lambda: print(*Failing()), lambda: 1 in Failing(),
    lambda: [*5], lambda: print(*5), lambda: {**5}, lambda: {*None},
):
    attempt(action)
try:
    a, b = Numbered()
except TypeError as error:
    print(error)
