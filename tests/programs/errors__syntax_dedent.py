# A dedent that fits no block.
# needs: syntax error texts
def f():
        x = 1
    return x
