# A dedent that fits no block.
def f():
        x = 1
    return x
