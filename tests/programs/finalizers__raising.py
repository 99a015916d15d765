# An error in __del__ is printed and ignored.
class E:
    def __del__(self):
        raise RuntimeError("boom")


e = E()
del e
print("goes on")
