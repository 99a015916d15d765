import sys as _sys

filters = []


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    frame = _sys._getframe(stacklevel)
    where = frame.f_code.co_filename
    _sys.stderr.write(f"{where}:{frame.f_lineno}: {category.__name__}: {message}\n")


def simplefilter(action, category=Warning, lineno=0, append=False):
    filters.insert(0, (action, category))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    filters.insert(0, (action, category))


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None):
        self._record = record

    def __enter__(self):
        self._filters = list(filters)
        return [] if self._record else None

    def __exit__(self, *details):
        filters[:] = self._filters
