# What BaseException has cannot be deleted; what a class derived from it adds can, and is None from then on.
# needs: exceptions
import weakref


def delete(error, *names):
    for name in names:
        try:
            delattr(error, name)
            delattr(error, name)
            print(type(error).__name__, name, getattr(error, name))
        except Exception as refused:
            print(type(refused).__name__, refused)


class Value:
    pass


delete(ValueError(1), "args", "__cause__", "__context__", "__traceback__", "__suppress_context__")
delete(ImportError("a", name="b"), "name", "path", "msg")
delete(OSError(1, "b", "c"), "errno", "strerror", "filename", "filename2")
delete(SyntaxError("b", ("c", 2, 3, "t")), "msg", "filename", "lineno", "offset", "text")
delete(UnicodeDecodeError("utf-8", b"x", 0, 1, "r"), "encoding", "object", "start", "end", "reason")
delete(SystemExit(4), "code")
value = Value()
ended = StopIteration(value)
ended.args = ()
seen = weakref.ref(value)
del value
print(seen() is None)
delete(ended, "value")
print(seen() is None)
