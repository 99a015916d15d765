# Which frame a finalizer sees below its own, when a local dies with its function.
# needs: frames
import sys


class Local:
    def __del__(self):
        print(sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno)


def f():
    local = Local()
    return 1


def g():
    f()
    local = Local()
    del local
    return f()


g()
