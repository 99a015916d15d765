# An exception whose context is the group that it stands in: the group is shown once.
group = ExceptionGroup("outer", [ValueError(1), TypeError(2), KeyError(3)])
try:
    raise group
except* Exception as caught:
    for member in caught.exceptions:
        try:
            raise member
        except Exception:
            pass
print([type(member.__context__).__name__ for member in group.exceptions])
raise ExceptionGroup("again", [KeyError("alone")]) from group
