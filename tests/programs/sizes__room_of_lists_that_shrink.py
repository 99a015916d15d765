# The room of lists that str.split() makes, and of lists that lose items one by one.
import sys
def size(l): return (sys.getsizeof(l) - sys.getsizeof([])) // 8
print([size(("a " * n).split()) for n in range(20)])
print([size(("a " * n).split(" ")) for n in range(20)])
print([size(("a\n" * n).splitlines()) for n in range(20)])
print([size(("a " * n).encode().split()) for n in range(20)])
print([size(("a " * n).split(None, 3)) for n in range(20)])
print([size(("a " * n).rsplit()) for n in range(20)], size("".split("a")), size("abc".split("x")))
l = list(range(40)); r = []
while l: del l[0]; r.append(size(l))
print(r)
l = list(range(40)); r = []
while l: del l[::3]; r.append(size(l))
print(r)
l = list(range(40)); r = []
while l: l.pop(); r.append(size(l))
print(r)
l = list(range(40)); r = []
while l: l.pop(0); r.append(size(l))
print(r)
l = list(range(40)); r = []
while l: del l[-3:]; r.append(size(l))
print(r)
l = list(range(40)); r = []
while l: l.remove(l[-1]); r.append(size(l))
print(r)
l = list(range(40)); del l[3:30]; r = [size(l)]
for i in range(8): l += [1,2]; r.append(size(l))
print(r)
l = list(range(40)); r = [size(l)]
for i in range(35): del l[0]
r.append(size(l))
l.extend((1,2)); r.append(size(l))
l[1:2] = "abc"; r.append(size(l)); l.insert(0, 1); r.append(size(l)); l[:] = l; r.append(size(l)); l[::-1] = l; r.append(size(l)); l.sort(); r.append(size(l)); l *= 2; r.append(size(l))
print(r)
l = list(range(40)); r = [size(l)]
for i in range(35): del l[0]
l.append(3); print(size(l))
