# Attributes stand where the first instance of the class put them (3.11), or in the order of their names in the class's methods (3.14).
import gc


class A:
    pass


class B:
    def __init__(self):
        self.second = "text"
        self.first = []


first = A()
first.x = 1.5
first.y = []
second = A()
second.y = {}
second.x = 2.5
print([type(x).__name__ for x in gc.get_referents(second)])
print(list(vars(second)))
print([type(x).__name__ for x in gc.get_referents(B())])
