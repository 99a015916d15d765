# A traceback lists the frames, the oldest first.
def inner(n):
    row = [1, 2, 3]
    return row[n]


def outer(n):
    value = inner(n)
    return value


print(outer(2))
print(outer(3))
