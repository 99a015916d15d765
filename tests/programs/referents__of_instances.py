# An instance refers to its class and to its values or its dictionary.
import gc


class Node:
    pass


n = Node()
n.row = [7]
n.text = "t"
refs = gc.get_referents(n)
print(len(refs))
for x in refs:
    if x is Node:
        print("the class")
    elif type(x) is dict:
        print("a dict", len(x))
    else:
        print(type(x).__name__, x)
