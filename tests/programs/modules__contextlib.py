# contextmanager, closing, suppress, ExitStack.
# needs: contextlib, generators, with
import contextlib


@contextlib.contextmanager
def tag(name):
    print("<" + name)
    try:
        yield name
    except ValueError as e:
        print("handled", e)
    finally:
        print(name + ">")


with tag("a") as n:
    print("in", n)
with tag("b"):
    raise ValueError("x")
with contextlib.suppress(KeyError):
    {}["k"]
with contextlib.ExitStack() as stack:
    stack.enter_context(tag("c"))
    stack.callback(print, "callback")
    print("body")
