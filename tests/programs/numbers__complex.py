# Complex numbers: literals, arithmetic, comparison, text, conversion, size.
# needs: builtins, try
import gc
import sys


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Convertible:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __complex__(self):
        return 3


class Real:
    def __float__(self):
        return 2.5


class Derived(complex):
    pass


for call in [
    lambda: (1 + 2j) * 3j, lambda: 1j / 2, lambda: (1 + 1j) ** 101, lambda: (1 + 1j) ** 2.5, lambda: (1 + 1j) ** -2,
    lambda: 2**1j, lambda: (-8) ** (1 / 3), lambda: abs(3 + 4j), lambda: -(1 + 0j), lambda: -0j, lambda: 1 - 0j,
    lambda: 0.0 + -0j, lambda: (1j).conjugate(), lambda: 1j == 1j, lambda: 2 + 0j == 2, lambda: hash(1j),
    lambda: hash(2 + 0j) == hash(2), lambda: {1: "one"}[1 + 0j], lambda: [1j, 1, 1.0].index(1 + 0j), lambda: bool(0j),
    lambda: sum([1j, 2]), lambda: 1e308 * 1e10j, lambda: (1e200 + 1j) ** 3, lambda: abs(1e308 * (1 + 1j)),
    lambda: 1j / 0, lambda: 0j**-1, lambda: 1j < 2, lambda: 1j // 1, lambda: 1j % 1, lambda: divmod(1j, 1), lambda: ~1j,
    lambda: pow(1j, 2, 3), lambda: int(1j), lambda: float(1j), lambda: round(1j), lambda: "%d" % 1j, lambda: "%f" % 1j,
    lambda: "%s %r" % (1j, 2 + 1j), lambda: complex(), lambda: complex(True), lambda: complex(real=1, imag=2),
    lambda: complex(" (1+2j) "), lambda: complex("1e3-nanj"), lambda: complex("j"), lambda: complex("1_0+1_0j"),
    lambda: complex("abc"), lambda: complex("1 + 2j"), lambda: complex(1, "a"), lambda: complex("1", 2),
    lambda: complex([]), lambda: complex(1, []), lambda: complex(Convertible()), lambda: complex(Real(), Real()),
    lambda: complex(Wrong()), lambda: complex(x=1), lambda: complex(1, 2, 3), lambda: format(1.5 + 2j, ">20.3f"),
    lambda: format(1.5 + 2j, ".3"), lambda: format(0j, ""), lambda: format(1j, "10"), lambda: format(3 + 1j, "+,.1f"),
    lambda: format(1j, "=5"), lambda: format(1j, "05"), lambda: format(1j, "d"), lambda: f"{2-1j:^12}",
]:
    show(call)
d = Derived(1, 2)
d.name = "derived"
print(d, type(d).__name__, type(d + 1).__name__, type(+d).__name__, d.name, d.real, d.imag, isinstance(d, complex))
print(sys.getsizeof(1j), sys.getsizeof(complex(2, 3)), gc.is_tracked(1j), gc.is_tracked(d))


def constants():
    return 1 + 2j, 2j * 3, -1j, (1j, 2)


print(constants(), constants()[0] is constants()[0], constants()[3] is constants()[3])
