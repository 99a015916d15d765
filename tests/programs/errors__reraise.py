# raise alone raises the error that is being handled again.
def f():
    try:
        [].pop()
    except IndexError as error:
        print("seen", error)
        raise


try:
    f()
except IndexError as error:
    print("again", error)
try:
    raise
except RuntimeError as error:
    print(error)
f()
