# An error in __del__ of garbage neither stops the collection nor saves it.
import gc

gc.disable()


class E:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError("in a cycle")


E()
E()
print(gc.collect() > 0)
print(gc.garbage)
