# Groups in groups: the innermost at the end closes the frame for all; a cause that is a group comes first.
# versions: 3.11+
# needs: exception groups
deep = ExceptionGroup("level 0", [ValueError(0)])
for level in range(1, 4):
    deep = ExceptionGroup(f"level {level}", [TypeError(level), deep])
try:
    raise deep
except ExceptionGroup as error:
    raise RuntimeError("after") from error
