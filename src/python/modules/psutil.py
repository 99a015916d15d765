import _gcscope
from collections import namedtuple as _namedtuple

pmem = _namedtuple("pmem", "rss vms shared text lib data dirty")
pfullmem = _namedtuple("pfullmem", "rss vms shared text lib data dirty uss pss swap")
svmem = _namedtuple("svmem", "total available percent used free")

_BASE = 9 * 1024 * 1024
_TOTAL = 8 * 1024**3


class NoSuchProcess(Exception):
    pass


class Process:
    def __init__(self, pid=None):
        self.pid = 4242 if pid is None else pid

    def memory_info(self):
        used = _BASE + _gcscope.block_bytes()
        return pmem(used + 3 * 1024 * 1024, used + 20 * 1024 * 1024, 3 * 1024 * 1024, 0, 0, used, 0)

    def memory_full_info(self):
        used = _BASE + _gcscope.block_bytes()
        return pfullmem(*self.memory_info(), used, used, 0)

    def memory_percent(self):
        return 100 * self.memory_info().rss / _TOTAL

    def name(self):
        return "python"

    def num_fds(self):
        return 3

    def __repr__(self):
        return f"psutil.Process(pid={self.pid}, name='python', status='running')"


def virtual_memory():
    used = _BASE + _gcscope.block_bytes()
    return svmem(_TOTAL, _TOTAL - used, 100 * used / _TOTAL, used, _TOTAL - used)
