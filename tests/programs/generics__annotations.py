# Annotations with generic aliases keep the aliases alive.
# versions: 3.9+
# needs: generic aliases


class Key:
    pass


def f(rows: list[Key], table: dict[str, Key] = {}) -> tuple[int, ...]:
    return ()


class Holder:
    field: set[Key]


print(f.__annotations__)
print(Holder.__annotations__)
x: list[int] = []
