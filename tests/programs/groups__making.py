# An exception group holds exceptions, with a message; what it refuses.
# versions: 3.11+
# needs: exception groups


def attempt(make):
    try:
        group = make()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(type(group).__name__, repr(group), str(group), group.message, group.exceptions, group.args)


class OwnError(Exception):
    pass


class OwnGroup(ExceptionGroup):
    pass


class WideGroup(BaseExceptionGroup):
    pass


attempt(lambda: ExceptionGroup("one", [ValueError(1)]))
attempt(lambda: ExceptionGroup("two", (ValueError(1), OwnError())))
attempt(lambda: BaseExceptionGroup("narrowed", [ValueError(1)]))
attempt(lambda: BaseExceptionGroup("wide", [KeyboardInterrupt(), ValueError()]))
attempt(lambda: ExceptionGroup("nested", [ExceptionGroup("inner", [KeyError("k")]), TypeError()]))
attempt(lambda: OwnGroup("own", [ValueError()]))
attempt(lambda: WideGroup("own wide", [ValueError()]))
attempt(lambda: WideGroup("own wide", [SystemExit()]))
attempt(lambda: ExceptionGroup("base in plain", [KeyboardInterrupt()]))
attempt(lambda: OwnGroup("base in own", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("no sequence", 1))
attempt(lambda: ExceptionGroup("a set", {ValueError()}))
attempt(lambda: ExceptionGroup("empty", []))
attempt(lambda: ExceptionGroup("a class", [ValueError(), ValueError]))
attempt(lambda: ExceptionGroup(1, [ValueError()]))
attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("only"))
attempt(lambda: ExceptionGroup("three", [ValueError()], 3))

group = ExceptionGroup("read only", [ValueError()])
for name in "message", "exceptions":
    try:
        setattr(group, name, None)
    except AttributeError as error:
        print(error)
group.note = 1
print(group.__dict__)
print(ExceptionGroup.__mro__)
print(ExceptionGroup.__bases__, BaseExceptionGroup.__bases__)
print(ExceptionGroup, ExceptionGroup.__name__, ExceptionGroup.__qualname__, ExceptionGroup.__module__)
print(issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))
