# The text of a NameError in a function and outside.
# versions: 2.7 3.8+
def f():
    return missing


try:
    f()
except NameError as e:
    print(e)
try:
    missing
except NameError as e:
    print(e)
