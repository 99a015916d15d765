# Before 3.11 except* is a syntax error.
# needs: exception groups
try:
    raise ValueError(1)
except* ValueError as group:
    print(repr(group))
