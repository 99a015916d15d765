# nonlocal rebinds the enclosing function's variable; loops share theirs.
# needs: closures, lambda, defaults
def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def get():
        return n

    return up, get


up, get = counter()
up()
up()
print(get(), counter()[1]())
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
print(up.__closure__[0].cell_contents, up.__code__.co_freevars)
