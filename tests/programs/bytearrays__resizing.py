# bytearray: room that grows, changes in place, what bytes can do; a memoryview forbids other lengths.
# needs: builtins, try
import gc
import sys
import weakref


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def sizes():
    array = bytearray()
    seen = [sys.getsizeof(array)]
    for _ in range(40):
        array.append(65)
        seen.append(sys.getsizeof(array) - seen[0])
    return seen


print(sizes())
for array in (bytearray(b"abc"), bytearray(3), bytearray([1, 2]), bytearray((1, 2)), bytearray(range(5)), bytearray("é", "utf-8"), bytearray(b"")):
    print(array, sys.getsizeof(array), array.__alloc__(), gc.is_tracked(array))
b = bytearray(100)
b.extend(b"x" * 10)
print(sys.getsizeof(b))
del b[50:]
print(sys.getsizeof(b))
b.clear()
print(sys.getsizeof(b))
b = bytearray(b"abc")
b += b"defghijk"
print(sys.getsizeof(b))
b.extend(range(5))
b.extend([1] * 3)
b.pop()
b[2:4] = b"longer text here"
print(sys.getsizeof(b), sys.getsizeof(b.copy()), sys.getsizeof(b + b), sys.getsizeof(b * 3), sys.getsizeof(b[3:7]))
b = bytearray(b"zzllo\x01")
for call in [
    lambda: bytearray("a"), lambda: bytearray(-1), lambda: bytearray([300]), lambda: bytearray(["a"]),
    lambda: bytearray(1.5), lambda: b.append(256), lambda: b.append("a"), lambda: bytearray().pop(), lambda: b.pop(0),
    lambda: b.remove(7), lambda: b.insert(0, 65), lambda: b.index(b"zz"), lambda: b[0], lambda: b[1:3], lambda: b[99],
    lambda: b["a"], lambda: hash(b), lambda: b == bytes(b), lambda: bytes(b) == b, lambda: b < b"zzz", lambda: b"l" in b,
    lambda: 108 in b, lambda: "a" in b, lambda: b + b"x", lambda: b"x" + b, lambda: b + "a", lambda: b * 2, lambda: 2 * b,
    lambda: b.decode("latin-1"), lambda: b.upper(), lambda: b.split(b"l"), lambda: b.replace(b"l", b"L"),
    lambda: b.find(b"l"), lambda: b.hex(), lambda: bytearray.fromhex("0102"), lambda: b.startswith(b"A"),
    lambda: b"".join([b, b"x"]), lambda: bytearray(b",").join([b"a", b"b"]), lambda: str(b), lambda: list(b), lambda: b[::-1],
    lambda: b.reverse(), lambda: type(iter(b)).__name__, lambda: b.__setitem__(0, 1), lambda: b.__setitem__(0, 300),
    lambda: b.__setitem__(slice(0, 1), 3), lambda: b.__setitem__(slice(0, 4, 2), b"x"), lambda: b.strip(b"A"),
    lambda: bool(bytearray()), lambda: b.extend([300]), lambda: b.extend(5), lambda: weakref.ref(b),
]:
    attempt(call)
b = bytearray(b"hello")
m = memoryview(b)
print(sys.getsizeof(m), gc.is_tracked(m), [type(x).__name__ for x in gc.get_referents(m)], sys.getrefcount(b) - 1)
for call in [
    lambda: b.append(1), lambda: b.clear(), lambda: b.extend(b""), lambda: b.extend(b"x"), lambda: b.pop(),
    lambda: b.__setitem__(slice(0, 2), b"xy"), lambda: b.__setitem__(slice(0, 2), b"xyz"), lambda: b.__delitem__(0),
    lambda: m[0], lambda: bytes(m[1:3]), lambda: m.tolist(), lambda: m[::2].tobytes(), lambda: m.__setitem__(0, 300),
    lambda: m.__setitem__(0, "a"), lambda: m.__setitem__(slice(0, 2), b"zz"), lambda: m.__setitem__(slice(0, 2), b"z"),
    lambda: m[10], lambda: m["a"], lambda: (len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.readonly, m.shape, m.obj is b),
    lambda: m == b"zzllo", lambda: m == b, lambda: hash(m), lambda: hash(memoryview(b"ab")) == hash(b"ab"),
    lambda: memoryview(b"ab").__setitem__(0, 1), lambda: memoryview([1]), lambda: memoryview("a"),
    lambda: 3 in memoryview(b"\3"), lambda: list(memoryview(b"ab")), lambda: memoryview(b"ab").hex(), lambda: m.release(),
    lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: b.append(1), lambda: b,
]:
    attempt(call)
with memoryview(b) as m:
    part = m[1:]
    print(m[0], part[0])
attempt(lambda: b.append(2))
part = None
attempt(lambda: b.append(2))
w = weakref.ref(memoryview(b))
print(w(), sys.getrefcount(b) - 1)


class Named(bytearray):
    pass


n = Named(b"abc")
n.name = "row"
print(n, n.name, gc.is_tracked(n), n + b"d", type(n[1:]).__name__)
