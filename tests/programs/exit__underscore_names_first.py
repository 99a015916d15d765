# Names with one underscore die first only where the module dies by names.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


plain = Noisy("plain")
_private = Noisy("_private")
__double = Noisy("__double")
print("end of program")
