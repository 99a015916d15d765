# What except* raises in the end, uncaught.
# versions: 3.11+
# needs: exception groups


def fail():
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])


try:
    fail()
except* ValueError:
    raise KeyError("new")
except* TypeError:
    raise
