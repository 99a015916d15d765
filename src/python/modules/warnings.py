import _gcscope
import sys as _sys

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
_once = set()
_seen = {}
_records = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.source = message, category, source
        self.filename, self.lineno, self.file, self.line = filename, lineno, file, line
        self._category_name = category.__name__

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        # Without the re module a message or module is compared by how it begins.
        if (
            (not message or text.lower().startswith(message.lower()))
            and issubclass(category, kind)
            and (not where or module == where)
            and line in (0, lineno)
        ):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(
            "category must be a Warning subclass, not '{:s}'".format(type(category).__name__)
        )
    try:
        frame = _sys._getframe(stacklevel)
    except ValueError:
        where, lineno, module = "sys", 1, "sys"
    else:
        where, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get("__name__", "<string>")
    _warn(message, category, where, lineno, module, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _warn(message, category, filename, lineno, module or filename, source)


def _warn(message, category, filename, lineno, module, source):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = (text, category, lineno)
    if action == "once":
        if (text, category) in _once:
            return
        _once.add((text, category))
    elif action in ("default", "module"):
        seen = _seen.setdefault(module, set())
        key = key if action == "default" else (text, category, 0)
        if key in seen:
            return
        seen.add(key)
    elif action not in ("always", "all"):
        raise RuntimeError("Unrecognized action (%r) in warnings.filters" % (action,))
    shown = WarningMessage(message, category, filename, lineno, source=source)
    if _records:
        _records[-1].append(shown)
    else:
        showwarning(message, category, filename, lineno)


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = _sys.stderr if file is None else file
    file.write(formatwarning(message, category, filename, lineno, line))


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = _gcscope.source_line(filename, lineno) if line is None else line
    return text + "  %s\n" % line.strip() if line else text


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _add((action, message or None, category, module or None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    # Whoever changes the filters is told again of what was shown before.
    _seen.clear()


def resetwarnings():
    filters.clear()
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        _seen.clear()
        log = None
        if self._record:
            log = []
            _records.append(log)
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *details):
        filters[:] = self._filters
        _seen.clear()
        if self._record:
            _records.pop()
