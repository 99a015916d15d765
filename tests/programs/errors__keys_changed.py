# Iterating over a dictionary notices that entries came and went, even if there are as many as before.
# needs: builtins


def walk(view):
    d = {1: "a", 2: "b"}
    seen = []
    try:
        for key in view(d):
            seen.append(key)
            d[len(seen) + 10] = d.pop(next(iter(d)))
            if len(seen) > 20:
                break
    except RuntimeError as error:
        return seen, str(error)
    return seen


print(walk(lambda d: d))
print(walk(lambda d: d.values()))
print(walk(lambda d: d.items()))
it = iter({1: 1, 2: 2})
print(it.__length_hint__())
next(it)
print(it.__length_hint__())
