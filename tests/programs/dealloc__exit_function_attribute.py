# A function that only globals hold dies at exit with what it holds.
def f():
    pass


class Noisy:
    def __del__(self):
        print("del")


f.x = Noisy()
print("end of program")
