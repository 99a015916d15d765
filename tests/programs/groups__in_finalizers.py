# A group raised where nobody can catch it.
# versions: 3.11+
# needs: exception groups


class Local:
    def __del__(self):
        raise ExceptionGroup("ignored", [ValueError(1), ExceptionGroup("inner", [TypeError(2)])])


Local()
