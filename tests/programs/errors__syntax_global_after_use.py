# A name is used before it is declared global.
# needs: syntax error texts
def f():
    x = 1
    global x
