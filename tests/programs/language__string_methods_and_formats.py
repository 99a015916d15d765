# String methods and every way of formatting.
# needs: str, format, f-strings
import sys

s = "Hello, World"
print(s.center(20, "*"), s.ljust(15, "."), s.rjust(15), s.zfill(15), "-42".zfill(6), s.swapcase(), s.title(), "it's o'clock".title(), s.capitalize(), s.casefold())
print(s.partition(", "), s.rpartition("o"), s.split("o"), s.rsplit("o", 1), "a  b c".split(), "a\nb\r\nc\x0bd".splitlines(), "a\nb".splitlines(True), " a,b ,c ".split(","))
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.startswith(("He", "x")), s.endswith("d", 0, -1), "xyx".strip("x"), "xxabc".lstrip("x"), "abcc".rstrip("c"))
print("a-b_c".translate({45: "+", 95: None}), str.maketrans("ab", "cd", "e"), "abe".translate(str.maketrans("ab", "cd", "e")), "tab\tx".expandtabs(4))
print("abc".isalpha(), "12".isdigit(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "a_1".isidentifier(), "AB".isupper(), "".isalpha(), "é".isascii(), "\n".isprintable())
print(",".join("abc"), "-".join(map(str, range(3))), "ab" * 3, "abc"[::-1], "abc"[-2:], "b" in "abc", "abc" < "abd", max("abc"), sorted("hello"), "%s" % (1,))
if sys.version_info >= (3, 9):
    print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"))
print("%d %5.2f %-5s| %05d %x %X %#x %o %e %g %r %a %c %% %+d %s" % (42, 3.14159, "ab", 42, 255, 255, 255, 8, 12345.678, 0.0001, "r", "é", 65, 5, [1]))
print("%(name)s is %(age)03d" % {"name": "Bob", "age": 7}, "%*d" % (5, 42), "%.3s" % "abcdef", "%-10s|" % "x", "%s %s" % ("a", ("b",)))
print("{} {1} {0}".format if False else "{0} {1} {0}".format("a", "b"), "{:>8}|{:<8}|{:^8}|{:*^8}".format("r", "l", "c", "f"), "{x[0]} {y.real} {z!r}".format(x=[1], y=2, z="s"), "{{}}".format())
print("{:,} {:_} {:.2%} {:+.3e} {:08.3f} {:b} {:#b} {:#o} {:x} {:n} {:c}".format(1234567, 1234567, 0.256, 12345.678, 3.14159, 5, 5, 8, 255, 10, 97))
name, value, width = "x", 3.14159, 10
print(f"{name}={value:.2f} {value:{width}.{2}f} {name!r:>5} {value=} {value = :.1f} {1 + 1=} {name!s} {'nested ' + name} {{}} {value:>{width}}")
print(f"{'a' if value > 3 else 'b'} {[i for i in range(3)]} {(lambda x: x * 2)(4)} {dict(a=1)['a']} {1_000_000:,} {True:d} {None} {255:#06x} {-5:=+6d} {'x':-^5}")
print(f"{1.0} {1e20} {1e16} {1e-5} {0.1 + 0.2} {1/3} {100000.0} {1e22:.0f} {2.5:.0f} {3.5:.0f} {1.005:.2f} {float('inf')} {-0.0} {1e100}")
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-1.5), int(-3.7), 7 // -2, 7 % -2, -7 // 2, divmod(-7, 2), 2 ** -1, 1e3 // 7)
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\t\n\\\x00\x7f\xa0é中😀"), ascii("é中😀"), "\u00e9" == "é", len("😀"), "\x41\101")
print(b"bytes\x00\xff", repr(bytearray(b"ab")), "é".encode(), b"\xc3\xa9".decode(), "é".encode("latin-1"), b"ab".hex(), bytes.fromhex("6162"), bytes([65, 66]), b"a b".split(), list(b"ab"))
for bad in (lambda: "{} {}".format(1), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{:d}".format("x"), lambda: "{a}".format(), lambda: "a" + 1, lambda: "a" * "b", lambda: "abc"[10],
            lambda: "abc".index("z"), lambda: "{0} {}".format(1, 2), lambda: f"{5:z}", lambda: int("x"), lambda: int("1.5"), lambda: float("abc"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: ord("ab"), lambda: chr(-1),
            lambda: "".join([1]), lambda: "abc".foo, lambda: 1 + "a", lambda: [] + (), lambda: "a"["b"], lambda: int([]), lambda: "%(a)s" % {}, lambda: "x".split(""), lambda: "{!x}".format(1), lambda: "%q" % 1, lambda: "{".format(), lambda: "}".format()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class F:
    def __format__(self, spec):
        return "<%s>" % spec

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


print(f"{F()} {F():abc} {F()!s:>5} {F()!r} {[F()]}", "{:x}".format(F()), "%s %r" % (F(), F()), format(F(), "q"), str(F()), F())
print("line1\
 continued", 'a' 'b' "c", r"\n raw", """triple
lines""")
print(*[1, 2], sep="-", end="!\n")
print("a", "b", sep="", end="")
print()
print(1_000, 0xff, 0o17, 0b101, 1e3, 1j * 1j, 5 / 2, 5 // 2, .5, 1., 10**20, -2**2, (-2)**2, 0.1 * 3, 1e308 * 10, complex(1, -2), abs(3 + 4j))
