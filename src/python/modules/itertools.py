class _Iterator:
    __slots__ = ()

    def __iter__(self):
        return self


class count(_Iterator):
    __slots__ = "_next", "_step"

    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class repeat(_Iterator):
    __slots__ = "_object", "_left"

    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None else max(times, 0)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


class cycle(_Iterator):
    __slots__ = "_iterator", "_saved", "_index"

    def __init__(self, iterable):
        self._iterator = iter(iterable)
        self._saved = []
        self._index = 0

    def __next__(self):
        if self._iterator is not None:
            for value in self._iterator:
                self._saved.append(value)
                return value
            self._iterator = None
        if not self._saved:
            raise StopIteration
        value = self._saved[self._index]
        self._index = (self._index + 1) % len(self._saved)
        return value


class chain(_Iterator):
    __slots__ = "_sources", "_active"

    def __init__(self, *iterables):
        self._sources = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterable):
        made = cls()
        made._sources = iter(iterable)
        return made

    def __next__(self):
        while self._sources is not None:
            if self._active is None:
                for source in self._sources:
                    self._active = iter(source)
                    break
                else:
                    self._sources = None
                    break
            for value in self._active:
                return value
            self._active = None
        raise StopIteration


class islice(_Iterator):
    __slots__ = "_iterator", "_next", "_stop", "_step", "_at"

    def __init__(self, iterable, *bounds):
        wanted = slice(*bounds)
        for value in (wanted.start, wanted.stop):
            if value is not None and (not isinstance(value, int) or value < 0):
                raise ValueError(
                    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                )
        self._iterator = iter(iterable)
        self._next = wanted.start or 0
        self._stop = wanted.stop
        self._step = 1 if wanted.step is None else wanted.step
        self._at = 0

    def __next__(self):
        if self._iterator is None:
            raise StopIteration
        if self._stop is not None and self._next >= self._stop:
            while self._at < self._stop:
                self._at += 1
                for _ in self._iterator:
                    break
                else:
                    break
            self._iterator = None
            raise StopIteration
        for value in self._iterator:
            self._at += 1
            if self._at > self._next:
                self._next += self._step
                return value
        self._iterator = None
        raise StopIteration


def takewhile(predicate, iterable):
    for value in iterable:
        if not predicate(value):
            return
        yield value


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for value in iterator:
        if not predicate(value):
            yield value
            break
    yield from iterator


def filterfalse(predicate, iterable):
    for value in iterable:
        if not (predicate(value) if predicate is not None else value):
            yield value


def compress(data, selectors):
    return (value for value, chosen in zip(data, selectors) if chosen)


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for value in iterator:
        total = total + value if func is None else func(total, value)
        yield total


def pairwise(iterable):
    iterator = iter(iterable)
    for before in iterator:
        break
    else:
        return
    for value in iterator:
        yield before, value
        before = value


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        yield batch


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(source) for source in iterables]
    left = len(iterators)
    while left:
        row = []
        for index, source in enumerate(iterators):
            value = fillvalue
            if source is not None:
                for value in source:
                    break
                else:
                    left -= 1
                    iterators[index] = None
                    value = fillvalue
            row.append(value)
        if left:
            yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    rows = [()]
    for pool in pools:
        rows = [row + (value,) for row in rows for value in pool]
    yield from rows


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    for indices in product(range(len(pool)), repeat=r):
        if len(set(indices)) == r:
            yield tuple(pool[i] for i in indices)


def combinations(iterable, r):
    pool = tuple(iterable)
    for indices in permutations(range(len(pool)), r):
        if sorted(indices) == list(indices):
            yield tuple(pool[i] for i in indices)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    for indices in product(range(len(pool)), repeat=r):
        if sorted(indices) == list(indices):
            yield tuple(pool[i] for i in indices)


def groupby(iterable, key=None):
    group, current, started = [], None, False
    for value in iterable:
        rank = value if key is None else key(value)
        if started and rank != current:
            yield current, iter(group)
            group = []
        group.append(value)
        current, started = rank, True
    if started:
        yield current, iter(group)


def tee(iterable, n=2):
    values = []
    iterator = iter(iterable)

    def reader():
        index = 0
        while True:
            if index == len(values):
                for value in iterator:
                    values.append(value)
                    break
                else:
                    return
            yield values[index]
            index += 1

    return tuple(reader() for _ in range(n))
