# Claim: a local's object dies when the function returns; a global's and a returned one do not. True.
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def local():
    x = Thing("local")


def to_global():
    global kept
    kept = Thing("global")


def returned():
    return Thing("returned")


local()
print("after local")
to_global()
print("after to_global")
r = returned()
print("after returned")
del r
print("end")
