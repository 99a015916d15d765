# ExitStack and the small context managers: the order in which they leave, what suppresses, what becomes context of what.
# needs: imports, with, generators, decorators
import contextlib
import io
import sys


class Step:
    def __init__(self, name, swallows=False, fails=None):
        self.name, self.swallows, self.fails = name, swallows, fails

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("leave", self.name, kind.__name__ if kind else None, error)
        if self.fails:
            raise self.fails
        return self.swallows


def chain(error):
    shown = []
    while error is not None:
        shown.append(repr(error))
        error = error.__context__
    return " <- ".join(shown)


def attempt(*steps, error=None):
    try:
        with contextlib.ExitStack() as stack:
            print([stack.enter_context(step) for step in steps])
            stack.callback(print, "callback", end="!\n")
            if error:
                raise error
        print("after")
    except BaseException as caught:
        print(chain(caught))


attempt(Step("a"), Step("b"))
attempt(Step("a"), Step("b", swallows=True), error=KeyError(1))
attempt(Step("a"), Step("b", fails=ValueError(2)), error=KeyError(1))
attempt(Step("a", swallows=True), Step("b", fails=ValueError(2)), Step("c", fails=OSError(3)))
for wrong in (5, object, "text"):
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(wrong)
    except Exception as error:
        print(type(error).__name__, error)
with contextlib.ExitStack() as stack:
    stack.enter_context(Step("kept"))
    stack.push(lambda *details: print("pushed", details))
    kept = stack.pop_all()
print("nothing left")
kept.close()


@contextlib.contextmanager
def managed(n):
    print("begin", n)
    try:
        yield n
    except KeyError as error:
        print("handled", error)
    finally:
        print("end", n)
    if n == 2:
        yield 3


for n, error in ((1, None), (1, KeyError("k")), (1, ValueError("v")), (1, StopIteration("s")), (2, None), (2, KeyError("k"))):
    try:
        with managed(n) as value:
            print("value", value)
            if error:
                raise error
    except BaseException as caught:
        print("caught", chain(caught), caught is error)


@managed(7)
def decorated():
    return "done"


print(decorated(), decorated())
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.suppress(ZeroDivisionError):
    print("hidden")
    1 / 0
print(repr(out.getvalue()), contextlib.nullcontext(5).__enter__(), sys.stdout is not out)
with contextlib.closing(io.StringIO("text")) as f:
    print(f.read())
print(f.closed)
try:
    with 5:
        pass
except Exception as error:
    print(type(error).__name__, error)
