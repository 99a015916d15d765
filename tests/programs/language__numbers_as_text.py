# Numbers and their texts: int methods, bases, bytes, float methods, rounding, formats.
# needs: lambda, f-strings
def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for action in (
    lambda: (255).to_bytes(2, "big"), lambda: (255).to_bytes(1, "little"), lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"),
    lambda: (-2).to_bytes(2, "big", signed=True), lambda: int.from_bytes(b"\xff\xfe", "big"),
    lambda: int.from_bytes(b"\xff\xfe", "little", signed=True),
    lambda: int.from_bytes([1, 2], "big"), lambda: int.from_bytes(b"", "big"), lambda: int.from_bytes("ab", "big"),
    lambda: (10).to_bytes(1, "middle"),
    lambda: (255).bit_length(), lambda: (-8).bit_length(), lambda: (0).bit_length(), lambda: (6).as_integer_ratio(), lambda: (5).conjugate(),
    lambda: (5).real, lambda: (5).imag, lambda: (5).numerator, lambda: int("0x1F", 16), lambda: int("0b101", 0), lambda: int("  12_000 "),
    lambda: int("12__0"), lambda: int("z", 36), lambda: int("9", 8), lambda: int("5", 1), lambda: int("5", 40), lambda: int(""), lambda: int("1.5"),
    lambda: int(1.9), lambda: int(-1.9), lambda: int(float("inf")), lambda: int(float("nan")), lambda: int(5, 10), lambda: int(x=5),
    lambda: int("5", base=10),
    lambda: (0.1).as_integer_ratio(), lambda: (2.5).is_integer(), lambda: (3.0).is_integer(), lambda: (0.1).hex(), lambda: float.fromhex("0x1.8p1"),
    lambda: float("1e400"), lambda: float("-inf"), lambda: float("nan"), lambda: float("1_0.5"), lambda: float("1__0"), lambda: float(""),
    lambda: float("0x10"),
    lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(15, -1),
    lambda: round(1.5, None),
    lambda: round("x"), lambda: divmod(-7, 2), lambda: divmod(7.5, -2), lambda: divmod(1, 0), lambda: -7 // 2, lambda: -7 % 3,
    lambda: 7 % -3.0, lambda: pow(2, -1),
    lambda: pow(3, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 10, 1000), lambda: pow(2, 3, 0), lambda: 0 ** -1, lambda: (-8) ** (1 / 3),
    lambda: 1 << -1,
    lambda: 1 << 70, lambda: -5 >> 1, lambda: ~5, lambda: 5 & -2, lambda: True + True, lambda: 10 ** 30, lambda: 1e16, lambda: 1e-5,
    lambda: 123456789012345680.0,
    lambda: 0.1 + 0.2, lambda: 1 / 3, lambda: 1e22, lambda: 5e-324, lambda: -0.0, lambda: 0.0 == -0.0, lambda: hash(0.5),
    lambda: hash(2 ** 61 - 1), lambda: hash(-1),
    lambda: f"{1234567.891:,.2f}", lambda: f"{255:#x} {255:#010b} {255:o} {255:X}",
    lambda: f"{-5:+d} {5: d} {5:>6} {5:<6}| {5:^6}| {5:06}", lambda: f"{0.00001234:g} {1e10:g} {1.5:e}",
    lambda: f"{0.256:.1%}", lambda: f"{12345:_}", lambda: f"{1e100:.3g}", lambda: f"{3:c}" , lambda: f"{65:c}", lambda: f"{5:.2d}",
    lambda: f"{'x':d}", lambda: f"{1.5:d}",
    lambda: "%5.1f|%-5d|%05d|%x|%e|%s|%r|%%" % (2.25, 3, 4, 255, 1.5, "a", "a"), lambda: "%d" % "x", lambda: "%d" % 1.9,
    lambda: "%i %u" % (1, 2), lambda: "%c%c" % (65, "b"),
    lambda: bin(-5), lambda: hex(255), lambda: oct(8), lambda: bin(1.5), lambda: chr(8364), lambda: chr(-1), lambda: chr(1114112),
    lambda: ord("ab"), lambda: ord(b"a"),
    lambda: 3 + 4j, lambda: (3 + 4j) * 1j, lambda: abs(3 + 4j), lambda: complex("1+2j"), lambda: complex("1 + 2j"), lambda: (1 + 2j) < 1,
    lambda: complex(1, -0.0),
):
    attempt(action)
