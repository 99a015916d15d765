# What no except* takes is shown as it was raised.
# versions: 3.11+
# needs: exception groups


def fail():
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])


def middle():
    try:
        fail()
    except* OSError:
        print("not here")
    except* ValueError:
        print("values")


middle()
