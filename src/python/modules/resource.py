import _gcscope
from collections import namedtuple as _namedtuple

error = OSError
RLIM_INFINITY = -1
RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RUSAGE_THREAD = 1
RLIMIT_CPU = 0
RLIMIT_FSIZE = 1
RLIMIT_DATA = 2
RLIMIT_STACK = 3
RLIMIT_CORE = 4
RLIMIT_RSS = 5
RLIMIT_NPROC = 6
RLIMIT_NOFILE = 7
RLIMIT_MEMLOCK = 8
RLIMIT_AS = 9

_BASE = 30 * 1024 * 1024
_limits = {number: (-1, -1) for number in range(16)}
_limits[RLIMIT_STACK] = (8 * 1024 * 1024, -1)
_limits[RLIMIT_NOFILE] = (1024, 1048576)

struct_rusage = _namedtuple(
    "struct_rusage",
    "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap "
    "ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw",
)


def getpagesize():
    return 4096


def getrusage(who):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    spent = _gcscope.nanoseconds() / 1e9
    peak = (_BASE + _gcscope.peak_bytes()) // 1024
    return struct_rusage(spent, 0.0, peak, 0, 0, 0, peak // 4, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def getrlimit(resource):
    if resource not in _limits:
        raise ValueError("invalid resource specified")
    return _limits[resource]


def setrlimit(resource, limits):
    if resource not in _limits:
        raise ValueError("invalid resource specified")
    limits = tuple(limits)
    if len(limits) != 2:
        raise ValueError("expected a tuple of 2 integers")
    soft, hard = limits
    endless = float("inf")
    if (endless if soft == -1 else soft) > (endless if hard == -1 else hard):
        raise ValueError("current limit exceeds maximum limit")
    old_hard = _limits[resource][1]
    if old_hard != -1 and (hard == -1 or hard > old_hard):
        raise ValueError("not allowed to raise maximum limit")
    _limits[resource] = limits
    if resource in (RLIMIT_AS, RLIMIT_DATA):
        _gcscope.limit_bytes(-1 if soft == -1 else max(soft - _BASE, 0))


def prlimit(pid, resource, limits=None):
    old = getrlimit(resource)
    if limits is not None:
        setrlimit(resource, limits)
    return old
