# What 2.7 put into gc.garbage dies once its cycle is broken by hand.
# versions: 2.7 3.8+
# needs: inheritance
import gc

gc.disable()


class D(object):
    def __del__(self):
        print("del")


gc.collect()
a = D()
b = D()
a.other = b
b.other = a
del a, b
gc.collect()
print(len(gc.garbage))
for x in gc.garbage:
    x.other = None
x = None
del gc.garbage[:]
print("end")
