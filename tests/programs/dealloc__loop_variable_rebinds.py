# Each turn of a loop drops the former value when it binds the next.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("new", name)

    def __del__(self):
        print("del", self.name)


for i in range(3):
    item = Noisy(i)
print("after the loop")
for item in [Noisy("x"), Noisy("y")]:
    print("in", item.name)
print("list gone")
item = None
