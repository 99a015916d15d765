# __slots__ allows only its names.
# needs: slots
class S:
    __slots__ = ("a", "b")


s = S()
s.a = 1
try:
    s.c = 2
except AttributeError as e:
    print(e)
try:
    s.b
except AttributeError as e:
    print(e)
try:
    s.__dict__
except AttributeError as e:
    print(e)
del s.a
print(hasattr(s, "a"), type(S.a).__name__)
