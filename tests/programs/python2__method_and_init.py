# self in a method and in __init__, 2.7 beside the others.
# versions: 2.7 3.8+
# needs: inheritance
import sys


class C(object):
    def __init__(self):
        print(sys.getrefcount(self))

    def m(self):
        print(sys.getrefcount(self))


c = C()
c.m()
C().m()
