# The traceback of an endless recursion leaves out the repeated frames.
# needs: recursion limit
def f(n):
    return f(n + 1)


f(0)
