class D:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print("del", self.n)

d = D(1)
d = D(2)
D(3).n
D(4)
5
del d
x = D(6)
x.n
