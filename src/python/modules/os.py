import sys as _sys

import _gcscope
import posixpath as path

_sys.modules["os.path"] = path

name = "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
environ = {}
error = OSError


def getpid():
    return 4242


def getppid():
    return 4241


def getcwd():
    return "/"


def getenv(key, default=None):
    return environ.get(key, default)


def cpu_count():
    return 1


def urandom(n):
    return bytes(_gcscope.nanoseconds() % 251 for _ in range(n))


def sysconf(name):
    return {"SC_PAGE_SIZE": 4096, "SC_PAGESIZE": 4096}[name]


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


remove = unlink = _gcscope.remove
rename = replace = _gcscope.rename
mkdir = _gcscope.mkdir
rmdir = _gcscope.rmdir


def listdir(path="."):
    return _gcscope.listdir(path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, _, tail = name.rstrip("/").rpartition("/")
    if head and not path.exists(head):
        makedirs(head, mode, True)
    if not (exist_ok and path.isdir(name)):
        mkdir(name)


def _exit(status):
    raise SystemExit(status)
