# raise … from sets the cause; from None hides the context.
# needs: raise from
def f():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("bad key") from error


try:
    f()
except ValueError as error:
    print(type(error.__cause__).__name__, error.__suppress_context__)
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(error.__cause__, error.__context__ is None, error.__suppress_context__)
f()
