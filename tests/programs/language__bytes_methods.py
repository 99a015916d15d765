# bytes: methods, errors, codecs and what is the same object.
# needs: lambda
def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


data = b"one, two,  three"
for action in (
    lambda: data[0], lambda: data[1:3], lambda: data[::-1], lambda: data[99], lambda: data["x"], lambda: list(b"abc"),
    lambda: bytes([1, 2, 255]), lambda: bytes([256]),
    lambda: bytes(["a"]), lambda: bytes(3), lambda: bytes(-1), lambda: bytes("text"), lambda: bytes("text", "utf-8"), lambda: bytes(1.5),
    lambda: bytes(), lambda: bytes(b"x"),
    lambda: data.split(b","), lambda: data.split(), lambda: data.split(b", ", 1), lambda: data.split(","), lambda: data.rsplit(None, 1),
    lambda: data.partition(b","), lambda: data.rpartition(b"?"),
    lambda: data.find(b"two"), lambda: data.find(116), lambda: data.index(b"zzz"), lambda: data.rfind(b"t"), lambda: data.count(b"e"),
    lambda: data.replace(b"o", b"0", 1),
    lambda: data.upper(), lambda: data.title(), lambda: data.capitalize(), lambda: data.swapcase(),
    lambda: data.startswith((b"one", b"x")), lambda: data.startswith("one"),
    lambda: data.endswith(b"ee"), lambda: b"  x ".strip(), lambda: b"xxaxx".strip(b"x"), lambda: b"ab".center(6, b"*"),
    lambda: b"ab".ljust(4), lambda: b"5".zfill(3), lambda: b"-5".zfill(4),
    lambda: b"a\tb".expandtabs(4), lambda: b"a\nb\r\nc".splitlines(), lambda: b"a\nb".splitlines(True), lambda: b", ".join([b"a", b"b"]),
    lambda: b", ".join(["a"]), lambda: b"abc".translate(bytes.maketrans(b"ab", b"xy")),
    lambda: b"abc".translate(None, b"b"), lambda: bytes.maketrans(b"a", b""), lambda: b"\x01\xff".hex(), lambda: b"\x01\xff\x02".hex(":"),
    lambda: bytes.fromhex("01 ff"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("xx"),
    lambda: "é€".encode(), lambda: "é".encode("latin-1"), lambda: "€".encode("latin-1"), lambda: "é".encode("ascii", "ignore"),
    lambda: "é".encode("ascii", "replace"), lambda: "é€".encode("ascii", "backslashreplace"),
    lambda: "é".encode("ascii", "xmlcharrefreplace"), lambda: "é".encode("nothing"), lambda: b"\xc3\xa9".decode(),
    lambda: b"\xff".decode(), lambda: b"\xff".decode("utf-8", "replace"), lambda: b"ab\xffcd".decode("ascii", "ignore"),
    lambda: b"\xe2\x82".decode(), lambda: str(b"x"), lambda: str(b"x", "ascii"), lambda: b"a" + b"b", lambda: b"a" + "b",
    lambda: b"ab" * 2, lambda: b"a" == "a", lambda: b"a" < b"b", lambda: b"a" < "b",
    lambda: 97 in b"a", lambda: b"ab" in b"cab", lambda: "a" in b"a", lambda: 256 in b"a", lambda: b"".isalpha(), lambda: b"ab1".isalnum(),
    lambda: b"AB".isupper(),
    lambda: hash(b"a") == hash(b"a"), lambda: bytes(bytearray(b"q")), lambda: bytes([1]) is bytes([1]), lambda: repr(b"\x00\t\n\\'\""),
    lambda: b"'\"", lambda: iter(b"a").__next__(),
    lambda: b"a".__class__, lambda: min(b"hello"), lambda: sorted(b"cab"), lambda: sum(b"abc"),
    lambda: b"abc".removeprefix(b"a") if hasattr(bytes, "removeprefix") else 0, lambda: memoryview(b"abc")[1],
    lambda: bytes(memoryview(b"abc")[::2]),
):
    attempt(action)
