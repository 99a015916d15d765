# How exceptions print and what they keep.
# needs: builtins
e = ValueError("a", 1)
print(e, e.args)
print([e, KeyError("k"), IndexError(), OSError(2, "text")])
print(KeyError("k"), KeyError("a", "b"))
print(f"{e!r} {e!s}")
