# send, delegation and pipelines of generators.
# needs: generators
def average():
    total = n = 0
    value = None
    while True:
        x = yield value
        total += x
        n += 1
        value = total / n


a = average()
next(a)
print([a.send(x) for x in (10, 20, 60)])


def flat(row):
    for x in row:
        if isinstance(x, list):
            yield from flat(x)
        else:
            yield x


print(list(flat([1, [2, [3, [4]], 5]])))


def numbers():
    n = 0
    while True:
        yield n
        n += 1


def take(k, g):
    for x in g:
        if k == 0:
            return
        k -= 1
        yield x


print(list(take(5, (x * x for x in numbers() if x % 2))))
