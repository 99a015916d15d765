# A block is missing after def.
def f():
print(1)
