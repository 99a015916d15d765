# Any callable will do; a bound method keeps its object.
# needs: special methods
import gc

gc.disable()


class Log:
    def __init__(self):
        self.n = 0

    def note(self, phase, info):
        self.n += 1

    def __call__(self, phase, info):
        self.n += 100


log = Log()
gc.callbacks.append(log.note)
gc.callbacks.append(log)
gc.collect()
gc.callbacks.clear()
print(log.n)
