# str: translate and maketrans, padding, splitting, tests of characters, formats with attributes and indices.
# needs: lambda
def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Money:
    def __init__(self, n):
        self.n = n
        self.names = {"en": "euro"}

    def __format__(self, spec):
        return f"<{self.n}:{spec}>"


class Odd:
    def __format__(self, spec):
        return 5


text = "The quick brown fox"
for action in (
    lambda: text.translate({ord("q"): "Q", ord("k"): None, 84: 116}), lambda: text.translate(str.maketrans("aeiou", "AEIOU", "xyz")),
    lambda: str.maketrans({"a": 1, 98: "x"}), lambda: str.maketrans("ab", "c"),
    lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: 1.5}), lambda: "a".translate(["x"] * 98), lambda: text.split("q"),
    lambda: text.split(""), lambda: "a,b,,c".split(","), lambda: " a  b ".split(), lambda: "a b c".split(None, 1),
    lambda: "a b c".rsplit(" ", 1), lambda: "a-b-c".partition("-"), lambda: "abc".rpartition("-"), lambda: "abc".partition(""),
    lambda: "a\nb\x0bc\u2028d\r\n".splitlines(), lambda: "a\n".splitlines(True),
    lambda: "x".center(5, "ab"), lambda: "x".center(6, "-"), lambda: "ab".ljust(4, "."), lambda: "ab".rjust(4), lambda: "-12".zfill(6),
    lambda: "+x".zfill(4), lambda: "a\tbc\td".expandtabs(), lambda: "a\tb".expandtabs(2),
    lambda: "ﬁ Straße".upper(), lambda: "ẞ".lower(), lambda: "Straße".casefold(), lambda: "they're bill's".title(),
    lambda: "hELLO wORLD".capitalize(), lambda: "aBc".swapcase(),
    lambda: "١٢".isdigit(), lambda: "½".isnumeric(), lambda: "²".isdecimal(), lambda: "²".isdigit(), lambda: "abc1".isalnum(),
    lambda: "".isalpha(), lambda: "a b".isidentifier(), lambda: "class".isidentifier(), lambda: "\n".isprintable(), lambda: "".isascii(),
    lambda: "Ab".istitle(), lambda: " \t".isspace(),
    lambda: "abcabc".find("c", 3), lambda: "abc".find("", 10), lambda: "abc".index("z"), lambda: "aaa".count("aa"),
    lambda: "abc".count(""), lambda: "abc".replace("", "-"), lambda: "aaa".replace("a", "b", 2), lambda: "abc".startswith(("x", "a")),
    lambda: "abc".startswith(["a"]), lambda: "abc".endswith("c", 0, 2),
    lambda: "xxabcxx".strip("x"), lambda: "abcba".lstrip("ab"), lambda: "  a ".rstrip(), lambda: "abc".strip(5), lambda: ",".join("abc"),
    lambda: ",".join(["a", 1]), lambda: "".join([]), lambda: "a" "b" * 2, lambda: "ab" * -1, lambda: "a" + 1, lambda: 1 + "a",
    lambda: "{} {}".format(1, 2), lambda: "{1} {0} {1}".format("a", "b"), lambda: "{} {0}".format(1), lambda: "{0} {}".format(1),
    lambda: "{a} {b[x]} {c.n}".format(a=1, b={"x": 2}, c=Money(3)), lambda: "{0[1]} {0[-1]}".format([1, 2]),
    lambda: "{0.names[en]}".format(Money(1)),
    lambda: "{:>{width}}|{:{fill}^5}".format("a", "b", width=4, fill="*"), lambda: "{!r:>5} {!s} {!a}".format("x", "y", "é"),
    lambda: "{!x}".format(1), lambda: "{".format(), lambda: "}".format(), lambda: "{{}}".format(), lambda: "{}".format(),
    lambda: "{x}".format(), lambda: "{0.zz}".format(1),
    lambda: "{:spec}".format(Money(4)), lambda: format(Money(5)), lambda: f"{Money(6)!r:.3}", lambda: format(Odd()), lambda: f"{Odd()}",
    lambda: "{:d}".format("x"), lambda: "{:5}|{:<5}|{:^5}|{:>5}".format("a", 1, "b", 2.5), lambda: "{:.2}".format("abc"),
    lambda: "{:=5}".format("a"), lambda: "{:,}".format("a"),
    lambda: "{a}".format_map({"a": 1}), lambda: "{a}".format_map({}), lambda: "%(a)s %(b)05.1f" % {"a": "x", "b": 2.25},
    lambda: "%s %s" % ("a",), lambda: "%s" % ("a", "b"), lambda: "%s" % [1, 2], lambda: "%(a)s" % 5, lambda: "%z" % 1,
    lambda: "%*d|%-*d" % (4, 1, 4, 2), lambda: "%.3s" % "abcdef", lambda: "%" % (),
    lambda: "abc"[1:-1], lambda: "abc"[::-1], lambda: "abc"[5:], lambda: "abc"[3], lambda: "abc"["a"], lambda: "b" in "abc",
    lambda: 1 in "abc", lambda: "a" < "B", lambda: "a" < 1, lambda: min("hello"), lambda: ascii("é€😀"), lambda: repr("\x7f\xad\u200b'"),
    lambda: "\x41\u00e9\101",
):
    attempt(action)
