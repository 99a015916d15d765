# An exception that is kept keeps its traceback, the frames and what stands in them.
# needs: try, traceback, functions
import gc
import sys
import traceback

gc.collect()


class Payload:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


def inner(p):
    local = Payload(p.name + "-local")
    raise ValueError("bad " + p.name)


def outer(name):
    p = Payload(name)
    try:
        inner(p)
    except ValueError as error:
        raise RuntimeError("wrapped") from error


saved = []
try:
    outer("one")
except RuntimeError as error:
    saved.append(error)
print("kept")
error = saved[0]
tb = error.__traceback__
while tb:
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_code.co_varnames)
    tb = tb.tb_next
print(type(error.__cause__).__name__, error.__cause__ is error.__context__, error.__suppress_context__)
print("".join(traceback.format_exception(type(error), error, error.__traceback__)))
print(traceback.format_exception_only(type(error), error))
traceback.clear_frames(error.__traceback__)
print("cleared outer")
traceback.clear_frames(error.__cause__.__traceback__)
print("cleared cause")
print(error.with_traceback(None) is error, error.__traceback__)
saved.clear()
del error
gc.collect()


def keeps():
    try:
        1 / 0
    except ZeroDivisionError as e:
        kept = e
    p = Payload("cycle through kept")
    return None


keeps()
print("returned", gc.collect())


def no_keep():
    try:
        1 / 0
    except ZeroDivisionError as e:
        kept = e
        p = Payload("no cycle")
        try:
            return kept.args
        finally:
            del kept


print(no_keep(), gc.collect())
print(sys.exc_info())
try:
    try:
        raise KeyError("a")
    finally:
        print(sys.exc_info()[0])
except KeyError as e:
    print(repr(e), str(e), e.args)
try:
    raise OSError(2, "No such file", "f.txt")
except OSError as e:
    print(type(e).__name__, e, e.errno, e.strerror, e.filename)
