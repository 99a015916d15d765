# What is raised in except* clauses is raised together at the end, with what no clause took.
# versions: 3.11+
# needs: exception groups


def show(error, depth=0):
    print("  " * depth + repr(error), "context", repr(error.__context__), "cause", repr(error.__cause__),
          error.__suppress_context__)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, depth + 1)


def attempt(body):
    try:
        body()
    except BaseException as error:
        show(error)
    else:
        print("nothing")


def one():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
    except* TypeError:
        pass


def one_and_rest():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("new")


def two():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("first")
    except* TypeError:
        raise KeyError("second") from None


def same():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError as e:
        raise e


def same_and_new():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), OSError(3)])])
    except* TypeError as e:
        raise e
    except* ValueError:
        1 / 0


def naked():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def naked_new():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise KeyError(2) from e


def nested():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            pass
    except* TypeError as e:
        print("outer", repr(e))


for body in one, one_and_rest, two, same, same_and_new, naked, naked_new, nested:
    print("--", body.__name__)
    attempt(body)
