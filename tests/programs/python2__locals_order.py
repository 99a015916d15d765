# Locals die first to last in 2.7 too.
# versions: 2.7 3.8+
# needs: inheritance
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del " + self.name)


def f(arg):
    a = D("a")
    b = D("b")
    print("returning")


f(D("arg"))
row = [D("0"), D("1")]
del row
