# An exception can be raised as a class or as an instance.
class Problem(Exception):
    pass


try:
    raise Problem
except Problem as error:
    print(type(error).__name__, error.args)
try:
    raise Problem("text", 2)
except Problem as error:
    print(error, error.args)
raise Problem("last", 1)
