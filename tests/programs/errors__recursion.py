# Endless recursion ends in a RecursionError.
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as error:
    print(error)
print("goes on")
