# = where == was meant.
# needs: syntax error texts
x = 1
if x = 2:
    print(x)
