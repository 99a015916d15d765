# In __del__ at exit a global that died before is None or not there.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, first is None, second is None)


first = Noisy("first")
second = Noisy("second")
third = Noisy("third")
print("end of program")
