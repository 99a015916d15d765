# A pipeline of generators holds one line at a time; closing it runs the finally blocks.
# needs: generators
import gc
import sys
import weakref


class Line(str):
    pass


def read(n):
    try:
        for i in range(n):
            line = Line(f"line {i}")
            seen.append(weakref.ref(line)) if False else None
            yield line
    finally:
        print("reader closed")


def grep(word, lines):
    try:
        for line in lines:
            if word in line:
                yield line
    finally:
        print("grep closed")


def upper(lines):
    for line in lines:
        yield line.upper()


seen = []
pipe = upper(grep("1", read(20)))
print(next(pipe), next(pipe))
print(pipe.gi_frame is not None, pipe.gi_running, pipe.gi_yieldfrom)
pipe.close()
print(pipe.gi_frame)
print(list(upper(grep("9", read(20)))))
squares = (x * x for x in range(10**6))
print(sys.getsizeof(squares) < 300, next(squares), next(squares), sum(x for x in range(1000)))
total = 0
for n in (x for x in range(5) if x % 2):
    total += n
print(total)


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def hold():
    h = Held("local")
    yield 1
    h = Held("second")
    yield 2


g = hold()
print(next(g))
print(next(g))
del g
print("gone")
g = hold()
next(g)


def averager():
    total = n = 0
    average = None
    while True:
        x = yield average
        total += x
        n += 1
        average = total / n


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(6))
try:
    a.throw(ValueError("stop it"))
except ValueError as error:
    print(error)
try:
    a.send(1)
except StopIteration as stop:
    print("stopped", stop.value)


def delegating():
    result = yield from inner()
    print("inner gave", result)


def inner():
    yield "a"
    return "b"


print(list(delegating()))
del g
