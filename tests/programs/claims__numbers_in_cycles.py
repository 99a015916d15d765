# Claim: numbers and strings cannot be part of a cycle. True: they are not tracked.
import gc

for x in [1, 1.5, "text", b"bytes", None, 10**50]:
    print(type(x).__name__, gc.is_tracked(x), gc.get_referents(x))
