# Since 3.12 a forgotten import is suggested.
a = []
print(len(a))
print(sys.getrefcount(a))
