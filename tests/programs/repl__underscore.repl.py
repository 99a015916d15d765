x = [1, 2]
x
_ is x
import sys
sys.getrefcount(x)
x
sys.getrefcount(x)
5
sys.getrefcount(x)
None
_
del x
_
