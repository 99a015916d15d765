# A block is missing after def.
# needs: syntax error texts
def f():
print(1)
