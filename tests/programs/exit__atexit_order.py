# Functions registered at exit run last first, before the globals die.
# needs: atexit
import atexit


class Noisy:
    def __del__(self):
        print("del global")


def bye(n):
    print("bye", n)


g = Noisy()
atexit.register(bye, 1)
atexit.register(bye, 2)
atexit.register(bye, n=3)
atexit.unregister(print)
print("end of program")
