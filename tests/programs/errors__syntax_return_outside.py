# return outside of a function.
# needs: syntax error texts
print("never printed")
return 5
