import sys as _sys


def _first_place(holds, a, lo, hi, key):
    """The first place from lo to hi where it holds for the item's key, as it does for all that follow."""
    if lo < 0:
        raise ValueError("lo cannot be negative" if _sys.version_info >= (3, 15) else "lo must be non-negative")
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if holds(a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return _first_place(lambda other: x < other, a, lo, hi, key)


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return _first_place(lambda other: not other < x, a, lo, hi, key)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


bisect, insort = bisect_right, insort_right
