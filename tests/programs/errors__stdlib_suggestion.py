# Since 3.12 a forgotten import is suggested.
# needs: suggestions
a = []
print(len(a))
print(sys.getrefcount(a))
