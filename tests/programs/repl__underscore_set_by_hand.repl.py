# needs: imports
_ = 5
_
3
_
del _
_
4
_
import builtins
builtins._
