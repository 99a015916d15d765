# A closing bracket without its opening one.
# needs: syntax error texts
print(1))
