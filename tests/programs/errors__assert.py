# assert prints its message; since 3.11 with the line marked.
# needs: assert
x = 3
assert x > 2
assert x > 5, f"x is {x}"
