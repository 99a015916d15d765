from _gcscope import advance as _advance, nanoseconds as _nanoseconds

_EPOCH = 1767225600
timezone = 0
tzname = ("UTC", "UTC")


def time():
    return _EPOCH + _nanoseconds() / 1e9


def time_ns():
    return _EPOCH * 10**9 + _nanoseconds()


def perf_counter():
    return _nanoseconds() / 1e9


def perf_counter_ns():
    return _nanoseconds()


monotonic = perf_counter
monotonic_ns = perf_counter_ns
process_time = perf_counter
process_time_ns = perf_counter_ns
thread_time = perf_counter


def sleep(secs):
    if secs < 0:
        raise ValueError("sleep length must be non-negative")
    _advance(int(secs * 1e9))


def strftime(format, t=None):
    return format


def ctime(secs=None):
    return "Thu Jan  1 00:00:00 2026"
