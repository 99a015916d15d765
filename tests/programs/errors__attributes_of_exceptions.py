# What exceptions carry: args, name, obj, errno, value, start and end, and how str and repr show them.
# needs: lambda, inheritance, generators
import sys


class Plain(Exception):
    pass


class Custom(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(code, hint)
        self.code, self.hint = code, hint

    def __str__(self):
        return f"[{self.code}] {self.hint}"


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


def caught(action):
    try:
        action()
    except BaseException as error:
        return error


def stop():
    return 7
    yield


def raising(error):
    raise error


for action in (
    lambda: raising(Plain), lambda: raising(Plain()), lambda: raising(Plain("one")), lambda: raising(Plain("one", 2)),
    lambda: raising(Custom(5, hint="h")), lambda: raising(Custom), lambda: raising(NoSuper(1, 2)), lambda: {}["k"], lambda: {}[("a", 1)],
    lambda: [][5],
    lambda: missing_name, lambda: "x".missing, lambda: int("z"), lambda: next(stop()), lambda: raising(OSError(2, "gone")),
    lambda: raising(OSError(2, "gone", "file.txt")), lambda: raising(OSError(1, 2, 3, 4, 5)), lambda: raising(OSError("text")),
    lambda: raising(FileExistsError(17, "there")),
    lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: raising(SystemExit(3)), lambda: raising(SystemExit),
    lambda: raising(KeyboardInterrupt("k")), lambda: raising(StopIteration(1, 2)), lambda: raising(ImportError("m", wrong=1)),
    lambda: 1 / 0, lambda: raising(5), lambda: raising(int),
 lambda: raising(SyntaxError("bad", ("f", 1, 2, "text"))), lambda: raising(UnicodeError("u")),
 lambda: raising(AttributeError("a", name="n", obj=1) if sys.version_info >= (3, 10) else AttributeError("a")),
 lambda: raising(KeyError()), lambda: raising(KeyError("a", "b")), lambda: raising(BaseException),
):
    error = caught(action)
    extra = {name: getattr(error, name) for name in ("name", "path", "errno", "strerror", "filename", "filename2", "value", "code", "start", "end", "reason", "lineno", "offset", "msg", "text", "a", "hint") if hasattr(error, name)}
    print(type(error).__name__, error.args, "|", error, "|", repr(error), extra)
e = Plain(1)
e.args = "ab"
print(e.args, e, vars(e))
for change in ("e.args = 5", "e.__cause__ = 5", "e.__context__ = 1", "e.__traceback__ = 1", "e.__suppress_context__ = 'x'", "e.__cause__ = KeyError", "e.__class__ = int", "e.new = 1"):
    try:
        exec(change)
        print(change, "ok", e.__cause__, e.__suppress_context__)
    except Exception as error:
        print(change, type(error).__name__, error)
print(Plain(1) == Plain(1), hash(e) == hash(e), issubclass(OSError, EnvironmentError), IOError is OSError, OSError(2, "x").__class__.__name__, Plain().__reduce__(), Custom(1).__reduce__()[1])
print(e.with_traceback(None) is e, e.__traceback__)
try:
    e.with_traceback(5)
except TypeError as error:
    print(error)
