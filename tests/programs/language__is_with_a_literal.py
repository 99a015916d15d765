# "is" with a literal is warned of when the program is compiled.
# needs: builtins
x = 5
x is 5
x is not "a"
x is -1
x is (1, 2)
x is (x, 2)
x is [1]
x is 1 + 2
() is x
x is b"a"
x is 1.5
x is None is 5
if x is 7: pass
while x is 8: break
def f():
    return x is 9 or x is not 10
assert (x, "message")
x is f"{x}"
x is "a" "b"
x is ...
