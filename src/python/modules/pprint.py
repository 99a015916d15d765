import collections as _collections
import dataclasses as _dataclasses
import sys as _sys
import types as _types
from collections.abc import KeysView as _KeysView, MappingView as _MappingView, ValuesView as _ValuesView


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    options = dict(compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **options):
    pprint(object, *args, sort_dicts=sort_dicts, **options)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    options = dict(compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().format(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter().format(object, {}, None, 0)[2]


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent, self._width, self._depth = int(indent), int(width), depth
        _demand(self._indent >= 0, "indent must be >= 0")
        _demand(depth is None or depth > 0, "depth must be > 0")
        _demand(self._width != 0, "width must be != 0")
        self._stream = _sys.stdout if stream is None else stream
        self._fills_lines = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self._laid_out(object, 0, 0, {}, 0) + "\n")

    def pformat(self, object):
        return self._laid_out(object, 0, 0, {}, 0)

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def format(self, object, context, maxlevels, level):
        """In one line: the text, whether it can be read again, whether the object contains itself."""
        shown_by = type(object).__repr__
        is_too_deep = bool(maxlevels) and level >= maxlevels
        contains_itself = id(object) in context
        if shown_by in _views and (is_too_deep or contains_itself):
            return "{...}" if is_too_deep else _recursion(object), False, contains_itself
        if shown_by not in _brackets:
            grouped = self._underscore_numbers and shown_by is int.__repr__
            text = f"{object:_d}" if grouped else repr(object)
            return text, text and not text.startswith("<"), False
        opening, closing = _brackets[shown_by]
        if not object:
            return opening + closing, True, False
        if opening == "(" and len(object) == 1:
            closing = ",)"
        if is_too_deep:
            return f"{opening}...{closing}", False, contains_itself
        if contains_itself:
            return _recursion(object), False, True
        parts = object
        if opening == "{":
            parts = [part for pair in self._ordered(object.items()) for part in pair]
        elif shown_by in _views:
            parts = self._ordered(object)
        context[id(object)] = 1
        # A class derived from this one is asked about each part, where it has a format() of its own.
        format = self.format if _sys.version_info >= (3, 10) else PrettyPrinter.format.__get__(self)
        texts, readable, recursive = zip(*[format(part, context, maxlevels, level + 1) for part in parts])
        del context[id(object)]
        if opening == "{":
            texts = map("{}: {}".format, texts[::2], texts[1::2])
        return opening + ", ".join(texts) + closing, all(readable), any(recursive)

    def _ordered(self, view):
        """What is in a dict's view, in the order in which it is shown."""
        if not self._sort_dicts:
            return list(view)
        return sorted(view, key=_Rank if isinstance(view, (_KeysView, _ValuesView)) else lambda pair: _Rank(pair[0]))

    def _one_line(self, object, above, level):
        return self.format(object, above.copy(), self._depth, level)[0]

    def _laid_out(self, object, column, after, above, level):
        """The text of an object that begins at a column and behind which `after` characters must still fit.

        Above are the ids of what the object is in. Where one line is too short, the kind of object decides."""
        if id(object) in above:
            return _recursion(object)
        text = self._one_line(object, above, level)
        if column + len(text) + after <= self._width:
            return text
        shown_by = type(object).__repr__
        above = {**above, id(object): 1}
        if shown_by in _texts:
            return self._in_parts(object, column, after, level) or text
        if shown_by in _wrappers:
            return self._laid_out(object.data, column, after, above, level)
        take_apart = _frames.get(shown_by) or _frame_of_class(object)
        if take_apart is None:
            return text
        return self._framed(take_apart(_Site(self, object, column, above, level + 1)), after) or text

    def _framed(self, frame, after):
        """What opens a container, its entries below one another, what closes it."""
        site, style, opening, entries, closing = frame
        if not entries and len(opening) > 1 and style is not _FIELDS:
            return None
        _, newline, tail = opening.rpartition("\n")
        start = (0 if newline else site.column) + (len(tail) if style not in _hanging else _hanging[style])
        if style in (_ITEMS, _PAIRS, _VIEW):
            start += self._indent - 1
            opening += " " * (self._indent - 1)
        end, breaks, _ = closing.partition("\n")
        # Behind the last field or a mapping no place is kept for the parenthesis: the line may be longer by it.
        behind = (0 if style in (_FIELDS, _MAPPING) else len(end)) + (0 if breaks else after)
        rows = self._rows(site, style, entries, start, behind)
        return opening + (",\n" + " " * start).join(rows) + closing

    def _rows(self, site, style, entries, start, behind):
        """The text of each line of entries, where a new one must not begin in the middle of a line."""
        rows, has_room = [], False
        for number, (label, value) in enumerate(entries, 1):
            after = behind if number == len(entries) else 0
            if self._fills_lines and style in (_ITEMS, _VIEW):
                text = site.text(value)
                room = self._width - start - after - 1
                if has_room and len(rows[-1]) + 2 + len(text) <= room:
                    rows[-1] += ", " + text
                    continue
                has_room = len(text) <= room
            if number < len(entries):
                after = 1
            if style is _FIELDS and _elides and id(value) in site.above:
                rows.append(label + "...")
            else:
                rows.append(label + self._laid_out(value, start + len(label), after, site.above, site.level))
        return rows

    def _in_parts(self, object, column, after, level):
        """A string or bytes as literals below one another, in parentheses unless something else is around them."""
        is_bytes = isinstance(object, bytes)
        lines = [_fours(object)] if is_bytes else [_words(line) for line in object.splitlines(True)]
        if not object or is_bytes and len(object) <= 4:
            return None
        around = 1 if level == 0 else 0
        room = self._width - column - around
        # Bytes whose last four are complete keep no place for what follows them.
        kept = 0 if is_bytes and len(object) % 4 == 0 else after + around
        literals = [literal for line in lines[:-1] for literal in _packed(line, room, room)]
        literals += _packed(lines[-1], room, room - kept)
        text = ("\n" + " " * (column + around)).join(literals)
        return f"({text})" if around and (is_bytes or len(literals) > 1) else text


def _demand(holds, message):
    if not holds:
        raise ValueError(message)


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class _Rank:
    """Sorts what cannot be compared by the name of its type, then by its address."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return self._fallback() < other._fallback()

    def _fallback(self):
        return str(type(self.value)), id(self.value)


def _words(line):
    """Each word with the space behind it."""
    starts = [i for i in range(1, len(line)) if line[i - 1].isspace() and not line[i].isspace()]
    return [line[start:end] for start, end in zip([0] + starts, starts + [len(line)])]


def _fours(data):
    return [data[i:i + 4] for i in range(0, len(data), 4)]


def _packed(parts, room, last_room):
    """The parts as literals, in each as many as fit; where the last part is, there is another room."""
    held = parts[0]
    for number, part in enumerate(parts[1:], 2):
        if len(repr(held + part)) > (last_room if number == len(parts) else room):
            yield repr(held)
            held = part
        else:
            held += part
    yield repr(held)


# How entries stand in a container: from the brackets on by the indent, alone or behind a key; or right behind the
# parenthesis, behind a name or alone. What is in a view stands as if there were no name before its bracket, or nothing at all.
_ITEMS, _PAIRS, _FIELDS, _ARGUMENTS, _VIEW, _MAPPING = "items", "pairs", "fields", "arguments", "view", "mapping"
_hanging = {_VIEW: 1, _MAPPING: 0}
# A field that holds the object itself shows no address.
_elides = _sys.version_info >= (3, 10)


class _Site:
    """A container on its way to be taken apart, with all that its text depends on."""

    def __init__(self, printer, object, column, above, level):
        self.printer, self.object, self.column, self.above, self.level = printer, object, column, above, level
        self.name = type(object).__name__
        self.next_line = "\n" + " " * (column + len(self.name) + 1)

    def text(self, part):
        return self.printer._one_line(part, self.above, self.level)

    def items(self, opening, values, closing):
        return self, _ITEMS, opening, [("", value) for value in values], closing

    def pairs(self, opening, pairs, closing):
        return self, _PAIRS, opening, [(self.text(key) + ": ", value) for key, value in pairs], closing

    def arguments(self, name, values):
        return self, _ARGUMENTS, name + "(", [("", value) for value in values], ")"

    def fields(self, name, pairs):
        return self, _FIELDS, name + "(", [(key + "=", value) for key, value in pairs], ")"


def _set_frame(site):
    is_bare = type(site.object) is set and site.object
    ends = ("{", "}") if is_bare else (site.name + "({", "})")
    return site.items(ends[0], sorted(site.object, key=_Rank), ends[1])


def _deque_frame(site):
    length = site.object.maxlen
    closing = "])" if length is None else f"],{site.next_line}maxlen={site.text(length)})"
    return site.items(site.name + "([", site.object, closing)


def _defaultdict_frame(site):
    opening = f"{site.name}({site.text(site.object.default_factory)},{site.next_line}{{"
    return site.pairs(opening, site.printer._ordered(site.object.items()), "})")


def _namespace_frame(site):
    name = "namespace" if type(site.object) is _types.SimpleNamespace else site.name
    return site.fields(name, vars(site.object).items())


def _view_frame(site):
    entries = [("", value) for value in site.printer._ordered(site.object)]
    return site, _VIEW, site.name + "([", entries, "])"


def _mapping_view_frame(site):
    return site, _MAPPING, site.name + "(", [("", site.object._mapping)], ")"


def _frame_of_class(object):
    """How to take apart a dataclass that shows itself by the __repr__ made for it; before them it was any dict."""
    if _sys.version_info < (3, 10):
        return _frames[dict.__repr__] if isinstance(object, dict) else None
    if isinstance(object, type) or not _dataclasses.is_dataclass(object):
        return None
    made = getattr(object.__repr__, "__wrapped__", None)
    if not object.__dataclass_params__.repr or "__create_fn__" not in getattr(made, "__qualname__", ""):
        return None
    shown = [field.name for field in _dataclasses.fields(object) if field.repr]
    return lambda site: site.fields(site.name, [(name, getattr(object, name)) for name in shown])


_brackets = {dict.__repr__: "{}", list.__repr__: "[]", tuple.__repr__: "()"}
_texts = {str.__repr__, bytes.__repr__}
_wrappers = {_collections.UserDict.__repr__, _collections.UserList.__repr__}
_frames = {
    list.__repr__: lambda site: site.items("[", site.object, "]"),
    tuple.__repr__: lambda site: site.items("(", site.object, ",)" if len(site.object) == 1 else ")"),
    set.__repr__: _set_frame,
    frozenset.__repr__: _set_frame,
    _collections.deque.__repr__: _deque_frame,
    dict.__repr__: lambda site: site.pairs("{", site.printer._ordered(site.object.items()), "}"),
    _collections.defaultdict.__repr__: _defaultdict_frame,
    _collections.Counter.__repr__: lambda site: site.pairs(site.name + "({", site.object.most_common(), "})"),
    _collections.OrderedDict.__repr__: lambda site: site.arguments(
        site.name, [list(site.object.items())] if site.object else []
    ),
    _collections.ChainMap.__repr__: lambda site: site.arguments(site.name, site.object.maps),
    _types.MappingProxyType.__repr__: lambda site: site.arguments("mappingproxy", [site.object.copy()]),
    bytearray.__repr__: lambda site: site.arguments("bytearray", [bytes(site.object)]),
}
if _sys.version_info >= (3, 9):
    _frames[_types.SimpleNamespace.__repr__] = _namespace_frame
_views = set()
if _sys.version_info >= (3, 15):
    _dicts = ({}, _collections.OrderedDict())
    for _view in [view for made in _dicts for view in (made.keys(), made.values(), made.items())]:
        _views.add(type(_view).__repr__)
        _brackets[type(_view).__repr__] = (type(_view).__name__ + "([", "])")
    _frames.update(dict.fromkeys(_views, _view_frame))
    _views.add(_MappingView.__repr__)
    _frames[_MappingView.__repr__] = _mapping_view_frame
