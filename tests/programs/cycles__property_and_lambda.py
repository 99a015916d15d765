# A lambda in a class attribute, a method stored in a dict of handlers.
# needs: lambda
import gc

gc.collect()


class Button:
    def __init__(self):
        self.on_click = lambda: self.click()

    def click(self):
        pass


b = Button()
b.on_click()
del b
print(gc.collect())
