# Very long integers are not turned into text, since the 2022 security fixes.
# needs: int limits
n = 10**4000
print(len(f"{n}"))
try:
    print(len(f"{n * n}"))
except ValueError as error:
    print(error)
