# Cycles that nobody can reach are collected at exit, before the globals die.
# versions: 2.7 3.8+
# needs: inheritance
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del " + self.name)


a = D("global")
lost = [D("lost")]
lost.append(lost)
del lost
print("end of program")
