# A class and its subclass: how many objects they are.
# needs: inheritance
import gc

gc.collect()


class X:
    pass


class Y(X):
    pass


del Y
print(gc.collect())


class Y(X):
    def m(self):
        pass


del X, Y
print(gc.collect())
