# A near name is suggested from locals, globals and builtins.
# needs: suggestions
def f():
    counter = 1
    return countr


try:
    f()
except NameError as error:
    print(error)
f()
