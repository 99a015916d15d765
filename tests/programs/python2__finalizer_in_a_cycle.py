# In 2.7 an object with __del__ in a cycle goes to gc.garbage instead of dying.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del " + self.name)


gc.collect()
d = D("cyclic")
d.me = d
del d
print(gc.collect() > 0)
print(len(gc.garbage))
for x in gc.garbage:
    print(x.name)
