# How deep CPython's evaluation stack gets where many calls stand within one another.
for n in (1, 5, 60, 90):
    source = "f(" * n + "1" + ")" * n
    print(n, eval("lambda f: " + source).__code__.co_stacksize)


def after():
    return f(f(f(1)))


print(after.__code__.co_stacksize)
