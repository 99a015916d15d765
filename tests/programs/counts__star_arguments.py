# Arguments gathered in *args or passed with * count once more for the tuple.
# needs: varargs
import sys


def gather(*args):
    print(sys.getrefcount(args[0]))


def one(x):
    print(sys.getrefcount(x))


a = []
gather(a)
one(*[a])
pair = (a,)
one(*pair)
gather(*pair)
print(sys.getrefcount(a))
