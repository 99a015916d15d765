# A free variable that is not bound yet.
# needs: closures
def outer():
    def inner():
        return x

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    x = 1
    print(inner())
    del x
    inner()


outer()
