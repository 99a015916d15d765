import sys as _sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True):
    (stream or _sys.stdout).write(pformat(object, indent, width, depth, sort_dicts=sort_dicts) + "\n")


def pp(object, *args, sort_dicts=False, **keywords):
    pprint(object, *args, sort_dicts=sort_dicts, **keywords)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True):
    return _format(object, indent, width, 0, 0, set(), sort_dicts)


def saferepr(object):
    return _flat(object, set(), True)


def _key(pair):
    key = pair[0] if isinstance(pair, tuple) else pair
    return (type(key).__name__ if not isinstance(key, (int, float, str)) else "", str(key)) \
        if not isinstance(key, (int, float)) else ("", key)


def _sorted(values):
    values = list(values)
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=lambda value: (str(type(value)), id(value)))


def _items(mapping, sort_dicts):
    items = list(mapping.items())
    if sort_dicts:
        keys = _sorted(mapping)
        items = [(key, mapping[key]) for key in keys]
    return items


def _flat(value, running, sort_dicts):
    kind = type(value)
    if kind not in (dict, list, tuple, set, frozenset) or not value:
        return repr(value)
    if id(value) in running:
        return f"<Recursion on {kind.__name__} with id={id(value)}>"
    running.add(id(value))
    try:
        if kind is dict:
            shown = (
                _flat(key, running, sort_dicts) + ": " + _flat(item, running, sort_dicts)
                for key, item in _items(value, sort_dicts)
            )
            return "{" + ", ".join(shown) + "}"
        if kind is set or kind is frozenset:
            body = "{" + ", ".join(_flat(item, running, sort_dicts) for item in _sorted(value)) + "}"
            return body if kind is set else f"frozenset({body})"
        body = ", ".join(_flat(item, running, sort_dicts) for item in value)
        if kind is list:
            return f"[{body}]"
        return f"({body},)" if len(value) == 1 else f"({body})"
    finally:
        running.discard(id(value))


def _format(value, indent, width, column, closing, running, sort_dicts):
    flat = _flat(value, running, sort_dicts)
    kind = type(value)
    if column + len(flat) + closing <= width or kind not in (dict, list, tuple, set, frozenset) or not value:
        return flat
    if id(value) in running:
        return flat
    running.add(id(value))
    try:
        pad = " " * (indent - 1)
        inner = column + indent
        lines = []
        if kind is dict:
            items = _items(value, sort_dicts)
            for index, (key, item) in enumerate(items):
                head = _flat(key, running, sort_dicts) + ": "
                last = closing + 1 if index == len(items) - 1 else 1
                lines.append(head + _format(item, indent, width, inner + len(head), last, running, sort_dicts))
            left, right = "{", "}"
        else:
            items = _sorted(value) if kind in (set, frozenset) else list(value)
            left, right = {list: "[]", tuple: "()", set: "{}", frozenset: "{}"}[kind]
            if kind is frozenset:
                left, right = "frozenset({", "})"
                inner += len("frozenset(")
            if kind is tuple and len(items) == 1:
                right = ",)"
            for index, item in enumerate(items):
                last = closing + len(right) if index == len(items) - 1 else 1
                lines.append(_format(item, indent, width, inner, last, running, sort_dicts))
        return left + pad + (",\n" + " " * inner).join(lines) + right
    finally:
        running.discard(id(value))
