# Claim: small integers and short strings are made once. True from -5 to 256 (from 3.15 on to 1024), and for names.
# needs: builtins
for n in [-6, -5, 0, 256, 257, 1024, 1025]:
    print(n, int(str(n)) is int(str(n)))
a = "".join(["go", "od"])
b = "".join(["go", "od"])
print(a == b, a is b)
import sys

print(sys.intern(a) is sys.intern(b))
print("".join(["g"]) is "".join(["g"]))
