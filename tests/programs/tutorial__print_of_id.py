# id() and hex(id()) show the same number.
# needs: builtins
a = 1
b = 1
print(id(a) == id(b), hex(id(a)) == "0x{:x}".format(id(a)), type(id(a)).__name__)
