# An error in an exit function is printed; the status stays 0.
# needs: atexit
import atexit


def bad():
    raise ValueError("at exit")


atexit.register(print, "still called")
atexit.register(bad)
print("end of program")
