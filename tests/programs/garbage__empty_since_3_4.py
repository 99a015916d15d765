# Nothing that Python code can make lands in gc.garbage any more.
import gc

gc.disable()


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("del")


for i in range(3):
    Node()
print(gc.collect() > 0)
print(gc.garbage, len(gc.garbage))
