import _gcscope

_start = None
_peak = 0


def start(nframe=1):
    global _start, _peak
    if _start is None:
        _start = _gcscope.heap_bytes()
        _peak = 0


def stop():
    global _start
    _start = None


def is_tracing():
    return _start is not None


def take_snapshot():
    raise NotImplementedError("tracemalloc.take_snapshot() is not supported: gcscope keeps no line for each allocation")


def get_traced_memory():
    global _peak
    if _start is None:
        return (0, 0)
    now = max(_gcscope.heap_bytes() - _start, 0)
    _peak = max(_peak, now)
    return (now, _peak)


def reset_peak():
    global _peak
    _peak = 0


def clear_traces():
    global _start, _peak
    if _start is not None:
        _start = _gcscope.heap_bytes()
        _peak = 0


def get_tracemalloc_memory():
    return 0


def get_traceback_limit():
    return 1
