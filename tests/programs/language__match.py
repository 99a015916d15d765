# match is taken where it is supported.
# versions: 3.10+
# needs: match
def what(x):
    match x:
        case 0:
            return "zero"
        case [a, b]:
            return f"two {a} {b}"
        case {"k": v}:
            return f"key {v}"
        case str() as s:
            return f"text {s}"
        case _:
            return "other"


print([what(x) for x in (0, [1, 2], {"k": 3}, "s", 4.5)])
