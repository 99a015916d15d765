# Carets under a call of something that cannot be called.
row = [1, 2, 3]
print(len(row), row(1), 5)
