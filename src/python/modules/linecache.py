from _gcscope import source_line as _line


def getline(filename, lineno, module_globals=None):
    line = _line(filename, lineno)
    return line + "\n" if line else ""


def getlines(filename, module_globals=None):
    lines = []
    while getline(filename, len(lines) + 1):
        lines.append(getline(filename, len(lines) + 1))
    return lines


def clearcache():
    pass


def checkcache(filename=None):
    pass
