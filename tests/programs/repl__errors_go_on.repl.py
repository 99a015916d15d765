# needs: syntax error texts
x = 1
y
x
if x:
    print("block")
    z = x + 1

z
1 / 0
z
def f():
    return missing

f()
x +
z
