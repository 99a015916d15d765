# __del__ of the owner runs before its attributes are dropped.
class Node:
    def __init__(self, name, next):
        self.name = name
        self.next = next

    def __del__(self):
        print("del", self.name)


chain = Node("a", Node("b", Node("c", None)))
del chain
print("end")
