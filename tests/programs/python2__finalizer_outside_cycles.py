# An object with __del__ outside of any cycle dies normally in every version.
# versions: 2.7 3.8+
# needs: inheritance
class D(object):
    def __del__(self):
        print("del")


d = D()
del d
print("end")
