# Which of the gathered arguments dies first depends on where the call keeps them.
# needs: varargs
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def f(first, *args, **kw):
    x = Noisy("local")
    print("inside", len(args), len(kw))


f(Noisy("first"), Noisy("arg 1"), Noisy("arg 2"), k=Noisy("kw k"), l=Noisy("kw l"))
print("after")
