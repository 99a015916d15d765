import _gcscope

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


def _exit(status):
    raise SystemExit(status)


class _Path:
    sep = "/"

    @staticmethod
    def join(first, *more):
        joined = first
        for part in more:
            if part.startswith("/"):
                joined = part
            elif not joined or joined.endswith("/"):
                joined += part
            else:
                joined += "/" + part
        return joined

    @staticmethod
    def basename(path):
        return path.rpartition("/")[2]

    @staticmethod
    def dirname(path):
        return path.rpartition("/")[0]

    @staticmethod
    def exists(path):
        return False

    isfile = isdir = exists

    @staticmethod
    def abspath(path):
        return path if path.startswith("/") else "/" + path

    @staticmethod
    def splitext(path):
        head, dot, tail = path.rpartition(".")
        return (head, dot + tail) if dot and head else (path, "")


path = _Path()
