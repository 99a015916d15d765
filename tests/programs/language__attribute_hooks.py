# __getattr__ is asked last, __setattr__ first.
# needs: special methods, builtins
class P:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name == "log":
            raise AttributeError(name)
        return "no " + name

    def __setattr__(self, name, value):
        if name != "log":
            self.log.append(name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


p = P()
p.a = 1
print(p.a, p.b, p.log)
del p.a
print(p.a, hasattr(p, "zzz"), getattr(p, "log"), vars(p))
setattr(p, "c", 3)
print(p.c, getattr(int, "nope", "default"))
