# open(): modes, reading, writing, iteration, with; what is said of closed and missing files.
# needs: files, with, try
import os

NAME = "files_open_and_close.txt"


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


with open(NAME, "w") as f:
    print(f.closed, f.name == NAME, f.mode, f.writable(), f.readable(), f.write("one\ntwo\n"), f.tell())
    f.writelines(["three\n", "four"])
print(f.closed, os.path.exists(NAME), os.path.getsize(NAME))
with open(NAME) as f:
    print(f.readline(), f.read(2), f.read(), repr(f.read()), f.seek(0), f.readlines())
for line in open(NAME):
    print(repr(line))
with open(NAME, "a") as f:
    f.write("!")
with open(NAME, "r+") as f:
    print(f.read(3))
    f.seek(0)
    f.write("ONE")
with open(NAME, "rb") as f:
    data = f.read()
    print(data, f.seek(-4, 2), f.read(), f.tell(), [line for line in open(NAME, "rb")])
with open(NAME, "wb") as f:
    print(f.write(b"\xc3\xa4\r\nx"), f.mode)
print(repr(open(NAME, encoding="utf-8").read()), repr(open(NAME, encoding="latin-1", newline="").read()))
with open(NAME, "w") as first:
    first.write("not yet there")
    with open(NAME) as second:
        print(repr(second.read()))
    first.flush()
    with open(NAME) as second:
        print(repr(second.read()))
for call in [
    lambda: first.write("x"), lambda: first.read(), lambda: second.read(), lambda: list(second), lambda: second.__enter__(),
    lambda: first.close(), lambda: open("missing/file"), lambda: open("missing"), lambda: open(NAME, "x"),
    lambda: open(NAME, "q"), lambda: open(NAME, "rw"), lambda: open(NAME, "b"), lambda: open(NAME, "tb"),
    lambda: open(NAME, "rb", encoding="utf-8"), lambda: open(None), lambda: open(NAME, buffering=0),
    lambda: open(NAME).write("x"), lambda: open(NAME, "a").read(), lambda: open(NAME, "ab").read(),
    lambda: open(NAME, "a").write(1), lambda: open(NAME, "ab").write("x"), lambda: open("."), lambda: os.remove("missing"),
]:
    attempt(call)
try:
    open("missing")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, error.args, repr(error))
descriptors = [open(NAME).fileno() for _ in range(3)]
print(len(set(descriptors)), descriptors[0] > 2)
print(repr(open(NAME)).replace("UTF", "utf"), repr(open(NAME, "rb")), repr(open(NAME, "rb", buffering=0)))
os.remove(NAME)
print(os.path.exists(NAME))
