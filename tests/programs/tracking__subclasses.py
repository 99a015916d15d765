# Instances of subclasses of atoms are tracked; they can hold attributes.
# needs: inheritance
import gc


class Number(int):
    pass


class Text(str):
    pass


class Row(list):
    pass


class Table(dict):
    pass


class Pair(tuple):
    pass


for x in [Number(3), Text("a"), Row(), Table(), Pair((1, 2))]:
    print(type(x).__name__, gc.is_tracked(x))
gc.collect()
p = Pair((1, 2))
gc.collect()
print(gc.is_tracked(p))
