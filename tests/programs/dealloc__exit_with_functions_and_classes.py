# Attributes of functions and classes outlive the globals defined before them.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def f():
    pass


class Holder:
    pass


f.x = Noisy("function attribute")
Holder.x = Noisy("class attribute")
a = Noisy("a")
table = {"k": Noisy("in dict")}
_hidden = Noisy("_hidden")
print("end of program")
