# A name is used before it is declared global.
def f():
    x = 1
    global x
