# OSError makes the subclass that belongs to its number.
# needs: builtins, inheritance


class Mine(OSError):
    pass


for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 5, 22):
    made = OSError(number, "text")
    print(number, type(made).__name__, type(made).__mro__[1].__name__, made)
print(repr(OSError("only")), repr(OSError(2, "text", "a.txt")), OSError(2, "text", "a.txt"))
print(repr(Mine(2, "text")), Mine(2, "text").errno)
print(FileNotFoundError(2, "text").strerror, isinstance(ConnectionResetError(), ConnectionError))
try:
    raise OSError(13, "Permission denied", "secret")
except PermissionError as error:
    print(error.errno, error.filename, error.args)
raise OSError(2, "No such file or directory", "a.txt")
