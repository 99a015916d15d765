# A caught exception's name is removed at the end of the except block.
import sys

x = []


class Trouble(Exception):
    pass


try:
    raise Trouble(x)
except Trouble as error:
    print(sys.getrefcount(x))
    print(error.args == ([],))
print(sys.getrefcount(x))
try:
    print(error)
except NameError as missing:
    print(missing)
