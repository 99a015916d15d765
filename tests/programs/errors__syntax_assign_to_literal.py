# A literal cannot be assigned to.
# needs: syntax error texts
5 = x
