# With the collector disabled lost cycles are found only after the globals died.
import gc

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("global")
lost = Noisy("lost")
lost.me = lost
del lost
p = Noisy("p")
q = Noisy("q")
p.other = q
q.other = p
del p, q
print("end of program")
