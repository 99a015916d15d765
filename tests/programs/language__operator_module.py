# The operators as functions; getters and callers are objects.
# needs: operator
import operator

print(operator.add(1, 2), operator.lt(1, 2), operator.is_(None, None), operator.not_([]), operator.neg(3))
print(operator.contains([1, 2], 2), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"))
print(operator.getitem([5, 6], 1), operator.index(7), operator.abs(-3), operator.concat([1], [2]))
row = [3, 4]
same = operator.iadd(row, [5])
print(row, same is row)


class Thing:
    def __init__(self, name):
        self.name = name
        self.part = self

    def greet(self, word, mark="."):
        return word + " " + self.name + mark


t = Thing("t")
print(operator.attrgetter("name")(t), operator.attrgetter("name", "part.name")(t))
print(operator.itemgetter(1)("ab"), operator.itemgetter(0, -1)("abc"))
print(operator.methodcaller("greet", "hello", mark="!")(t))
print(sorted([(2, "a"), (1, "b")], key=operator.itemgetter(0)))
print(operator.attrgetter("a", "b.c"), operator.itemgetter(1, 2))
