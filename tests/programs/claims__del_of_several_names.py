# Claim: del takes several names. True, from left to right.
# needs: builtins
a = 1
b = [a]
c = {"b": b}
del a, b, c
for name in ["a", "b", "c"]:
    print(name in globals())
