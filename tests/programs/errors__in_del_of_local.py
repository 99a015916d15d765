# An error in __del__ does not disturb the function that caused it.
class E:
    def __del__(self):
        return 1 // 0


def f():
    e = E()
    return "result"


print(f())
