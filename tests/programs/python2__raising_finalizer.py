# How an error in __del__ is reported.
# versions: 2.7 3.8+
# needs: inheritance
class D(object):
    def __del__(self):
        raise RuntimeError("boom")


d = D()
del d
print("goes on")
