# A forgotten colon.
# needs: syntax error texts
x = 1
if x > 0
    print(x)
