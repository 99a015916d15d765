# Of a wide group fifteen exceptions are shown; of a deep one ten levels.
# versions: 3.11+
# needs: exception groups
deep = ExceptionGroup("level 0", [ValueError(0)])
for level in range(1, 14):
    deep = ExceptionGroup(f"level {level}", [deep])
raise ExceptionGroup("wide", [ValueError(i) for i in range(16)] + [deep]) from deep
