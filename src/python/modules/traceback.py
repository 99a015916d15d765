import sys as _sys
from _gcscope import format_exception as _format


def _given(exc, value):
    if value is not None and isinstance(value, BaseException):
        return value
    return exc if isinstance(exc, BaseException) else None


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    error = _given(exc, value)
    return _format(error).splitlines(True) if error is not None else ["NoneType: None\n"]


def format_exception_only(exc, value=None):
    error = _given(exc, value)
    kept, error.__traceback__ = error.__traceback__, None
    context, cause, hidden = error.__context__, error.__cause__, error.__suppress_context__
    error.__context__ = error.__cause__ = None
    lines = _format(error).splitlines(True)
    error.__traceback__, error.__context__, error.__cause__ = kept, context, cause
    error.__suppress_context__ = hidden
    return lines


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exc_info()[1]))


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    (file or _sys.stderr).write("".join(format_exception(exc, value)))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exc_info()[1], file=file)


def clear_frames(tb):
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next
