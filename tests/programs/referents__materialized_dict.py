# Once __dict__ was asked for, the instance refers to it.
import gc


class Node:
    pass


n = Node()
n.row = [1]


def show():
    names = []
    for x in gc.get_referents(n):
        if x is Node:
            names.append("class")
        else:
            names.append(type(x).__name__)
    print(names)


show()
n.__dict__
show()
d = n.__dict__
show()
print(gc.get_referents(d))
