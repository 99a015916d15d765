# The traceback of an endless recursion leaves out the repeated frames.
def f(n):
    return f(n + 1)


f(0)
