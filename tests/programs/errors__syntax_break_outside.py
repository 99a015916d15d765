# break outside of a loop.
# needs: syntax error texts
if True:
    break
