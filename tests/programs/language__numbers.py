# Integers of any size, floats, rounding and conversions.
# needs: builtins
print(2**100, -7 // 2, -7 % 3, 7 // -2, divmod(-7, 2), 2**-1, 10**20 // 3, (-2) ** 3)
print(0.1 + 0.2, 1e16, 1e15, 123456789.123, 1 / 3, 1e-5, 0.0001, 1e22, float("inf"), -0.0, float("nan"))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), int(-3.9), int("ff", 16), int("0b101", 0))
print(hex(255), bin(10), oct(8), abs(-3), pow(2, 10), pow(3, 4, 5), sum([1, 2], 10), max(1, 2.0), min([3, 1]))
print(True + 1, 1 == 1.0, 1 < 2 < 3, 1 < 3 < 2, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, -1 >> 3, 1_000_000)
print((255).bit_length(), (3.5).is_integer(), 7.0 // 2, -7.5 % 2, 1e308 * 10, int(1e20), float(10**15), 3 == 3.0000000000000001)
print(123456789012345678901234567890 * 987654321098765432109876543210, 10**50 % 7, -(10**20) // 7)
try:
    int("x1")
except ValueError as e:
    print(e)
