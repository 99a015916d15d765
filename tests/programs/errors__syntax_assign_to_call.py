# A call cannot be assigned to.
# needs: syntax error texts
len([]) = 3
