# At its end a generator drops its locals, even while it lives on.
# needs: generators
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def gen(a):
    b = Noisy("b")
    yield 1
    c = Noisy("c")
    yield 2


g = gen(Noisy("a"))
for x in g:
    print(x)
print("exhausted")
print(list(g))
