# An error in __init__: the half-made instance is dropped.
class C:
    def __init__(self, n):
        self.n = n
        self.inverse = 1 / n

    def __del__(self):
        print("del", self.n)


print(C(2).inverse)
try:
    C(0)
except ZeroDivisionError as error:
    print(error)
c = C(0)
