# Exception groups: making, splitting, except*, notes, tracebacks.
# versions: 3.11+
# needs: exception groups
import traceback


def make():
    errors = []
    for i, kind in enumerate((ValueError, TypeError, KeyError)):
        try:
            raise kind(f"no {i}")
        except Exception as e:
            e.add_note(f"note {i}")
            errors.append(e)
    return ExceptionGroup("several", errors + [ExceptionGroup("nested", [OSError(5, "io"), ValueError("deep")])])


g = make()
print(repr(g), str(g), g.message, len(g.exceptions), g.args[0], ExceptionGroup.__mro__)
match, rest = g.split(ValueError)
print(match, rest, g.subgroup(KeyError), g.subgroup(lambda e: isinstance(e, OSError)), g.subgroup(IndexError), g.split((TypeError, KeyError))[1])
try:
    raise g
except* ValueError as eg:
    print("values", [str(e) for e in eg.exceptions])
except* (TypeError, KeyError) as eg:
    print("others", eg.exceptions)
except* OSError as eg:
    print("os", eg)
else:
    print("else")
finally:
    print("finally")
try:
    try:
        raise g
    except* ValueError:
        raise RuntimeError("from handler")
except ExceptionGroup as e:
    print(repr(e), repr(e.__context__))
try:
    raise ValueError("plain")
except* ValueError as e:
    print(repr(e))
try:
    try:
        raise g
    except* TypeError:
        pass
except ExceptionGroup as left:
    print(left)
for bad in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: g.split(5), lambda: ValueError().add_note(5), lambda: ExceptionGroup("m", ValueError())):
    try:
        print(repr(bad()))
    except Exception as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message + "'", excs)


mg = MyGroup("mine", [ValueError(1), TypeError(2)])
print(repr(mg.split(ValueError)))
for bad in ("try:\n  pass\nexcept* ValueError:\n  pass\nexcept TypeError:\n  pass", "try:\n  pass\nexcept*:\n  pass", "try:\n  1/0\nexcept* ExceptionGroup:\n  pass", "for i in [1]:\n try:\n  pass\n except* OSError:\n  break"):
    try:
        exec(bad)
        print("ok")
    except SyntaxError as e:
        print("SyntaxError", e.msg)
    except Exception as e:
        print(type(e).__name__, e)
print("".join(traceback.format_exception(g)))
e = ValueError("x")
e.add_note("first\nsecond line")
e.add_note("third")
print(e.__notes__, "".join(traceback.format_exception_only(e)))
raise g from KeyError("cause")
