# The address of a dead object is free for the next one of its kind.
class Thing:
    pass


a = Thing()
first = id(a)
print(first == id(a), id(a) == id(Thing()))
x = [1, 2, 3]
number = id(x)
del x
y = [4, 5, 6]
print(number == id(y))
print(id([]) == id([]))
