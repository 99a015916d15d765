# Slots are visited in their order.
# needs: slots
import gc


class S:
    __slots__ = ("b", "a")


s = S()
print([x if x is not S else "S" for x in gc.get_referents(s)])
s.a = [1]
print([x if x is not S else "S" for x in gc.get_referents(s)])
s.b = [2]
print([x if x is not S else "S" for x in gc.get_referents(s)])
