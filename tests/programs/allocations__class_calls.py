# Calls of which classes pack their argument into a tuple, seen by the tuple that is free afterwards.
# needs: exact allocation counts, builtins
import gc
import weakref

gc.disable()


class A:
    def __init__(self, x=None):
        pass


a = A()
kinds = [
    ("int", lambda: int("5")),
    ("str", lambda: str(5)),
    ("float", lambda: float("5")),
    ("bool", lambda: bool(5)),
    ("bytes", lambda: bytes(3)),
    ("list", lambda: list("ab")),
    ("dict", lambda: dict(())),
    ("set", lambda: set("a")),
    ("range", lambda: range(3)),
    ("enumerate", lambda: enumerate("a")),
    ("reversed", lambda: reversed("ab")),
    ("slice", lambda: slice(5)),
    ("type", lambda: type(5)),
    ("ref", lambda: weakref.ref(a)),
    ("exception", lambda: ValueError("a")),
]
for name, make in kinds:
    make()
    make()
    gc.collect()
    make()
    before = gc.get_count()[0]
    kept = (name,)
    print(name, gc.get_count()[0] - before < 2)
    kept = None
