import _gcscope

sep = "/"
curdir, pardir, extsep, pathsep, altsep = ".", "..", ".", ":", None


def join(a, *p):
    path = a
    for b in p:
        if b.startswith("/"):
            path = b
        elif not path or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    head, slash, tail = p.rpartition("/")
    head += slash
    return (head.rstrip("/") or head), tail


def basename(p):
    return p.rpartition("/")[2]


def dirname(p):
    return split(p)[0]


exists = lexists = _gcscope.exists
isfile = _gcscope.is_file
isdir = _gcscope.is_directory
getsize = _gcscope.file_size


def isabs(s):
    return s.startswith("/")


def normpath(path):
    if not path:
        return "."
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not path.startswith("/"):
            parts.append(part)
    return ("/" if path.startswith("/") else "") + "/".join(parts) or "."


def abspath(path):
    return normpath(path if path.startswith("/") else "/" + path)


realpath = abspath


def expanduser(path):
    return path


def splitext(p):
    head, slash, name = p.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not stem.strip("."):
        return p, ""
    return head + slash + stem, dot + extension


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first
