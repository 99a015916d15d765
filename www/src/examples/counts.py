import sys

x = ['spam']
y = x
z = [x, x]
print(sys.getrefcount(x))
del y
print(sys.getrefcount(x))
z.pop()
del x
del z
