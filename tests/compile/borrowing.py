def plain(a):
    f(a)
    a.m(a)
    return a


def unbound(flag):
    if flag:
        x = 1
    f(x)
    f(x)


def stored(a):
    b = a
    c = d = a
    return b, c, d


def pairs(a, b, c):
    f(a, b, c)
    f(a, b, c if a else b)
    a, b = b, a
    a, b, c = c, a, b


def across_branches(a, b):
    f(a, b if a else a)
    f(a and b)
    f(a, b or a)
    return f(a if b else b)


def overwritten(a):
    f(a, (a := 1), a)
    return a


def comprehension(a, b):
    x = [a for a in b if a]
    y = [f(a, c) for c in b]
    z = {c: [d for d in c] for c in b}
    return f(a, [c for c in b])


def generator(a):
    yield a
    x = yield a
    yield from a
    f(x)


def generator_expression(a):
    return list(f(x) for x in a)


def handler(a):
    try:
        f(a)
    except E:
        f(a)
    f(a)


def handler_leaves(a):
    try:
        f(a)
    except E:
        raise
    f(a)


def handler_returns(a):
    for x in a:
        try:
            f(x)
        except E:
            continue
        f(x)
    f(a)


def handler_names(a):
    try:
        f(a)
    except E as e:
        f(e)
        raise
    f(a)
    if a:
        f(a)


def nested_handlers(a):
    try:
        f(a)
    except E:
        try:
            f(a)
        except F:
            pass
    f(a)


def finally_runs(a, b):
    try:
        if a:
            return f(b)
    finally:
        f(a)
    f(a, b)


def finally_with_branch(a):
    try:
        f(a)
    finally:
        if a:
            f(a)
    f(a)


def with_statement(a, b):
    with a as c, b:
        f(c)
    f(a)


def with_in_handler(a):
    try:
        f(a)
    except E:
        with a:
            f(a)
    f(a)


def with_in_try(a):
    try:
        with a as b:
            f(b)
    except E:
        raise
    f(a)


def loops(a, b):
    while a:
        f(a)
        if b:
            break
        f(b)
    else:
        f(a)
    for x in a:
        f(x)
        for y in x:
            f(x, y)
    f(a)


def try_else(a, b):
    try:
        if a:
            f(a)
    except E:
        raise
    else:
        f(b)
    f(a)


def try_in_if(a, b):
    if a:
        try:
            f(a)
        except E:
            raise
    f(b)


def small_exit(a, b):
    try:
        f(a)
    except E:
        raise
    return f(b)


def deleted(a):
    f(a)
    del a
    f(a)


def closures(a, b):
    def inner():
        return a
    f(a, b)
    return inner


def attributes(a, b):
    a.x = b
    a.x += b
    a[b] = a
    a[b] += b
    del a.x, a[b]
    return a.x.y[b](a)


def calls(a, b, c):
    a(b, *c)
    a(b, k=c)
    a(b, **c)
    a.m(b, k=c)
    a.m(*b, **c)
    a(a(b), b(c))


def displays(a, b):
    x = [a, b, *a]
    y = {a: b, **b}
    z = {a, b}
    return f"{a}{b!r:>{a}}", (a, b), x, y, z


def comparisons(a, b, c):
    f(a < b, a < b < c, a in b, not a)
    if a < b < c:
        f(a)
    assert a, b
    assert a < b < c


def keyword_only(a, *b, c, d=1, **e):
    f(a, b, c, d, e)


def many(a, b, c, d, e, g, h, i, j, k, l, m, n, o, p, q, r, s):
    f(a, b)
    f(q, r)
    f(p, q if a else b)


def one_line(a): x = a; f(x); y = x; x.m(); return x
