# A callback written as a lambda over self is a cycle.
# needs: lambda
import gc

gc.disable()


class Window:
    def __init__(self):
        self.buttons = [lambda: self.close()]

    def close(self):
        pass

    def __del__(self):
        print("window gone")


gc.collect()
w = Window()
del w
print("name gone")
gc.collect()
w = Window()
w.buttons.clear()
del w
print("end")
