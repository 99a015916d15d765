# An uncaught group shows each of its exceptions with a traceback of its own.
# versions: 3.11+
# needs: exception groups


def fail(error):
    try:
        raise error
    except Exception as caught:
        return caught


def chained():
    try:
        1 / 0
    except ZeroDivisionError as error:
        try:
            raise KeyError("chained") from error
        except KeyError as caught:
            return caught


noted = fail(ValueError("with\ntwo lines"))
noted.add_note("a note\nof two lines")
inner = fail(ExceptionGroup("inner", [fail(TypeError(1)), OSError(2)]))
raise ExceptionGroup("outer", [fail(ValueError(1)), noted, chained(), inner])
