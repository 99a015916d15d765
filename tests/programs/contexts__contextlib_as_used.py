# contextlib: contextmanager, closing, suppress, ExitStack, nullcontext, redirect_stdout, and what they hold.
# needs: contextlib, generators, with
import contextlib
import gc
import io
import sys
import weakref


class R:
    def __init__(self, n):
        self.n = n

    def close(self):
        print("close", self.n)

    def __del__(self):
        print("del", self.n)


@contextlib.contextmanager
def opened(n):
    r = R(n)
    print("enter", n)
    try:
        yield r
    except KeyError as e:
        print("swallow", repr(e))
    finally:
        r.close()


with opened(1) as r:
    print("body", r.n)
del r
with opened(2):
    raise KeyError("x")
try:
    with opened(3) as r:
        raise ValueError("y")
except ValueError as e:
    print("out", e, r.n)
    r = None
print("--")


@opened(4)
def decorated():
    print("in decorated")
    return 5


print(decorated(), decorated.__name__)
with contextlib.suppress(ZeroDivisionError, IndexError):
    [][1]
with contextlib.closing(R(5)) as r:
    pass
del r
with contextlib.ExitStack() as stack:
    rs = [stack.enter_context(opened(i)) for i in (6, 7)]
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    rs.clear()
    raise RuntimeError("swallowed by pushed")
print("after stack")
with contextlib.nullcontext(3) as three, contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden", three)
print(repr(out.getvalue()))


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


for factory in (never, twice):
    try:
        with factory():
            pass
    except RuntimeError as e:
        print(e)


class Managed:
    def __enter__(self):
        print("Managed enter")
        return self

    def __exit__(self, kind, value, tb):
        print("Managed exit", kind and kind.__name__, value, tb is not None)
        return kind is LookupError


with Managed() as m, Managed():
    print("two")
with Managed():
    raise LookupError("lost")
try:
    with Managed():
        1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    with 5:
        pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__, e)


class Half:
    def __enter__(self):
        pass


try:
    with Half():
        pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__, e)


def leave():
    for i in range(3):
        with Managed():
            if i == 1:
                return "left at %d" % i
            continue


print(leave())
class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        print("[")
    def __exit__(self, *e):
        print("]")
@Deco()
def f():
    print("f")
f(); f()
