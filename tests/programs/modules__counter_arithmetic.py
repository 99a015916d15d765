# Counter: counting, arithmetic that drops what is not positive, comparisons (3.10), in place and as multisets.
# needs: imports, inheritance, lambda
import sys
from collections import Counter


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


words = Counter("the cat and the hat and the bat".split())
more = Counter(the=1, dog=2, cat=-3)
for action in (
    lambda: words, lambda: words["nobody"], lambda: words.most_common(2), lambda: sorted(words.elements())[:4],
    lambda: words + more, lambda: words - more, lambda: more - words, lambda: words | more, lambda: words & more,
    lambda: +more, lambda: -more, lambda: words == more, lambda: words != more, lambda: Counter(a=1, b=0) == Counter(a=1),
    lambda: Counter(a=1) <= Counter(a=2), lambda: Counter(a=1) < Counter(b=2), lambda: words >= Counter(the=3), lambda: words < 5,
    lambda: words + {"the": 1}, lambda: Counter.fromkeys("ab"), lambda: Counter(5), lambda: Counter("a", "b"),
    lambda: Counter({"a": "x"}), lambda: Counter({"a": "x", "b": 1}), lambda: words.total(), lambda: Counter(),
    lambda: words.update("the"), lambda: words.subtract(the=10), lambda: words, lambda: words.pop("none"), lambda: words.copy() == words,
):
    attempt(action)
same = words
words += Counter(the=20)
print(words, words is same)
words -= Counter(cat=1, the=1)
words |= Counter(bat=7)
print(words)
words &= Counter(bat=5, the=2)
print(words, same is words)
del words["nobody"]


class Loud(Counter):
    def __missing__(self, key):
        return -1


loud = Loud("aab")
print(loud, loud["z"], loud + loud, type(loud + loud), type(loud.copy()), sys.getrefcount(loud))
