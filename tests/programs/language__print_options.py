# print with sep, end, and several kinds of values.
# needs: builtins
import sys

print(1, 2, sep="-", end="!\n")
print("a", "b", sep="")
print()
print(*[1, 2, 3], sep=", ")
print("to stderr", file=sys.stderr)
print(None, True, 1.0, [None, "x"], ("t",), {"k": [1]}, {1}, range(2), b"b", ..., print, sep="\n")
sys.stdout.write("written\n")
print("no newline", end="", flush=True)
