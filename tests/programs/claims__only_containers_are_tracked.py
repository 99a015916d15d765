# Claim: the collector looks at containers only. True: only they can be part of a cycle.
import gc


class Thing:
    pass


def f():
    pass


n = 5
for x in [1, 2.5, "text", b"bytes", None, True, range(3), [], [1], {"k": []}, {1}, (n, []), Thing(), f, Thing, gc]:
    print(type(x).__name__, gc.is_tracked(x))
