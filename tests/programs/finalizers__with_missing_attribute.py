# __del__ runs even where __init__ failed half-way.
class A:
    def __init__(self, n):
        if n > 1:
            raise ValueError("no")
        self.n = n

    def __del__(self):
        print("del", self.n)


a = A(1)
del a
try:
    A(2)
except ValueError as e:
    print("caught", e)
print("end")
