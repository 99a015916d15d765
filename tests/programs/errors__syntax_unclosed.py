# An unclosed bracket: since 3.10 the error points to where it was opened.
# needs: syntax error texts
print("never printed")
row = [1, 2,
print(row)
