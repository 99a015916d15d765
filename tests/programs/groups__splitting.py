# split and subgroup part a group by class or function; derive makes the parts, which keep traceback, cause and notes.
# versions: 3.11+
# needs: exception groups


def show(name, value):
    if isinstance(value, tuple):
        print(name, [repr(part) for part in value])
    else:
        print(name, repr(value))


inner = ExceptionGroup("inner", [ValueError(2), KeyError("k")])
group = ExceptionGroup("outer", [ValueError(1), TypeError(3), inner])
for wanted in ValueError, KeyError, OSError, (ValueError, TypeError), ExceptionGroup, Exception:
    show("split", group.split(wanted))
    show("subgroup", group.subgroup(wanted))
show("function", group.split(lambda e: isinstance(e, ValueError) and e.args[0] == 2))
show("groups only", group.split(lambda e: isinstance(e, ExceptionGroup) and e.message == "inner"))
print(group.subgroup(Exception) is group, group.split(ExceptionGroup)[0] is group, group.subgroup(KeyError) is inner)
for wrong in 1, [ValueError], int, (ValueError, int), "x", None, (), abs, print:
    try:
        show("wrong", group.split(wrong))
    except Exception as error:
        print(type(error).__name__, error)


class Own(ExceptionGroup):
    def derive(self, exceptions):
        print("derive", len(exceptions), type(exceptions).__name__)
        return Own(self.message, exceptions)


own = Own("own", [ValueError(1), Own("deep", [TypeError(), ValueError(2)])])
show("own", own.split(ValueError))


class Plain(ExceptionGroup):
    pass


show("plain", Plain("plain", [ValueError(), TypeError()]).split(ValueError))


class Bad(ExceptionGroup):
    def derive(self, exceptions):
        return 1


try:
    Bad("bad", [ValueError(), TypeError()]).split(ValueError)
except TypeError as error:
    print(error)

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        group.add_note("a note")
        raise group from error
except ExceptionGroup as caught:
    matching, rest = caught.split(ValueError)
    for part in matching, rest:
        print(part.__traceback__ is caught.__traceback__, part.__cause__ is caught.__cause__,
              part.__context__ is caught.__context__, part.__suppress_context__, part.__notes__,
              part.__notes__ is caught.__notes__)
