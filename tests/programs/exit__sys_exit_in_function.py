# sys.exit with a number from inside of a function, through finally.
# needs: finally
import sys


def f():
    try:
        sys.exit(7)
    finally:
        print("finally")


f()
