# Endless recursion ends in a RecursionError.
# needs: recursion limit
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as error:
    print(error)
print("goes on")
