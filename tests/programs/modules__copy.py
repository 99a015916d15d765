# A shallow copy shares the elements, a deep one does not, cycles included.
# needs: copy
import copy


class A:
    pass


a = [[1], {"k": (2, [3])}]
b = copy.copy(a)
c = copy.deepcopy(a)
print(b == a, b[0] is a[0], c == a, c[0] is a[0], c[1]["k"][1] is a[1]["k"][1])
a.append(a)
d = copy.deepcopy(a)
print(d[2] is d, len(d))
x = A()
x.row = [1]
x.me = x
y = copy.copy(x)
z = copy.deepcopy(x)
print(y.row is x.row, y.me is x, z.row is x.row, z.me is z)
