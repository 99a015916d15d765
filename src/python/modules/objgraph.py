import _gcscope
import gc
import sys
from types import FrameType, FunctionType, MethodType, ModuleType

_peaks = {}
_drawings = []


def _short(obj):
    return type(obj).__name__


def _long(obj):
    kind = type(obj)
    name = getattr(kind, "__qualname__", kind.__name__)
    return f"{kind.__module__}.{name}"


def count(typename, objects=None):
    name = _long if "." in typename else _short
    return sum(1 for obj in (gc.get_objects() if objects is None else objects) if name(obj) == typename)


def by_type(typename, objects=None):
    name = _long if "." in typename else _short
    return [obj for obj in (gc.get_objects() if objects is None else objects) if name(obj) == typename]


def typestats(objects=None, shortnames=True, filter=None):
    name = _short if shortnames else _long
    stats = {}
    for obj in gc.get_objects() if objects is None else objects:
        if filter is None or filter(obj):
            key = name(obj)
            stats[key] = stats.get(key, 0) + 1
    return stats


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    stats = sorted(
        typestats(objects, shortnames=shortnames, filter=filter).items(),
        key=lambda pair: pair[1],
        reverse=True,
    )
    return stats[:limit] if limit else stats


def _table(rows, file):
    width = max(len(row[0]) for row in rows)
    for name, number, *more in rows:
        line = "%-*s %i" % (width, name, number)
        file.write(line + "\n")


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    file = sys.stdout if file is None else file
    stats = most_common_types(limit, objects, shortnames=shortnames, filter=filter)
    width = max(len(name) for name, number in stats)
    for name, number in stats:
        file.write("%-*s %i\n" % (width, name, number))


def growth(limit=10, peak_stats=None, shortnames=True, filter=None):
    peaks = _peaks if peak_stats is None else peak_stats
    gc.collect()
    stats = typestats(shortnames=shortnames, filter=filter)
    deltas = {}
    for name, number in stats.items():
        before = peaks.get(name, 0)
        if number > before:
            deltas[name] = number - before
            peaks[name] = number
    rows = sorted(deltas.items(), key=lambda pair: pair[1], reverse=True)
    if limit:
        rows = rows[:limit]
    return [(name, stats[name], delta) for name, delta in rows]


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    rows = growth(limit, peak_stats, shortnames, filter)
    if rows:
        file = sys.stdout if file is None else file
        width = max(len(name) for name, number, delta in rows)
        for name, number, delta in rows:
            file.write("%-*s%9d %+9d\n" % (width, name, number, delta))


def _ids_by_type(shortnames):
    name = _short if shortnames else _long
    ids = {}
    for obj in gc.get_objects():
        ids.setdefault(name(obj), set()).add(id(obj))
    return ids


def get_new_ids(skip_update=False, limit=10, sortby="deltas", shortnames=None, file=None, _state={}):
    if not _state:
        _state.update(current={}, new={}, shortnames=True)
    if skip_update:
        return _state["new"]
    if shortnames is None:
        shortnames = _state["shortnames"]
    _state["shortnames"] = shortnames
    gc.collect()
    old, current = _state["current"], _ids_by_type(shortnames)
    new, rows = {}, []
    for name in {**old, **current}:
        before, now = old.get(name, set()), current.get(name, set())
        new[name] = now - before
        rows.append((name, len(before), len(now), len(new[name]), len(now) - len(before)))
    _state["current"], _state["new"] = current, new
    column = {"old": 1, "current": 2, "new": 3, "deltas": 4}[sortby]
    rows.sort(key=lambda row: (row[column], row[0]), reverse=True)
    rows = rows if limit is None else rows[:limit]
    if rows:
        _show_new_ids(rows, sys.stdout if file is None else file)
    return new


def _show_new_ids(rows, file):
    width = max(len(row[0]) for row in rows)
    line = "=" * (width + 13 * 4) + "\n"
    titles = ("Type", "Old_ids", "Current_ids", "New_ids", "Count_Deltas")
    file.write(line + "%-*s%13s%13s%13s%13s\n" % ((width,) + titles) + line)
    for row in rows:
        file.write("%-*s%13d%13d%+13d%+13d\n" % ((width,) + row))
    file.write(line)


def get_leaking_objects(objects=None):
    if objects is None:
        gc.collect()
        objects = gc.get_objects()
    try:
        ids = set(id(obj) for obj in objects)
        for obj in objects:
            ids.difference_update(id(part) for part in gc.get_referents(obj))
        return [obj for obj in objects if id(obj) in ids]
    finally:
        del objects, obj


def at(addr):
    for obj in gc.get_objects():
        if id(obj) == addr:
            return obj
    return None


def at_addrs(address_set):
    return [obj for obj in gc.get_objects() if id(obj) in address_set]


def is_proper_module(obj):
    return isinstance(obj, ModuleType) and obj is sys.modules.get(getattr(obj, "__name__", None))


def _chain(obj, predicate, max_depth, neighbours, extra_ignore):
    queue = [obj]
    depth = {id(obj): 0}
    parent = {id(obj): None}
    ignore = set(extra_ignore)
    ignore.update((id(extra_ignore), id(queue), id(depth), id(parent), id(ignore)))
    frame = sys._getframe()
    while frame is not None and frame.f_code.co_filename.startswith("<frozen objgraph"):
        ignore.add(id(frame))
        frame = frame.f_back
    while queue:
        target = queue.pop(0)
        if predicate(target):
            chain = [target]
            while parent[id(target)] is not None:
                target = parent[id(target)]
                chain.append(target)
            return chain
        level = depth[id(target)]
        if level < max_depth:
            found = neighbours(target)
            ignore.add(id(found))
            for source in found:
                if isinstance(source, FrameType) or id(source) in ignore:
                    continue
                if id(source) not in depth:
                    depth[id(source)] = level + 1
                    parent[id(source)] = target
                    queue.append(source)
    return [obj]


def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    return _chain(obj, predicate, max_depth, gc.get_referents, extra_ignore)[::-1]


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    return _chain(obj, predicate, max_depth, gc.get_referrers, extra_ignore)


def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None,
              filename=None, extra_info=None, refcounts=False, shortnames=True, output=None,
              extra_node_attrs=None):
    if not isinstance(objs, (list, tuple)):
        objs = [objs]
    return _graph(objs, gc.get_referents, False, max_depth, extra_ignore, filter, too_many,
                  highlight, filename, extra_info, refcounts, shortnames, output, lambda x: False)


def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None,
                  filename=None, extra_info=None, refcounts=False, shortnames=True, output=None,
                  extra_node_attrs=None):
    if not isinstance(objs, (list, tuple)):
        objs = [objs]
    return _graph(objs, gc.get_referrers, True, max_depth, extra_ignore, filter, too_many,
                  highlight, filename, extra_info, refcounts, shortnames, output, is_proper_module)


def show_chain(*chains, **keywords):
    backrefs = keywords.pop("backrefs", True)
    chains = [chain for chain in chains if chain]
    wanted = set()
    for chain in chains:
        wanted.update(id(obj) for obj in chain)

    def in_chains(x):
        return id(x) in wanted

    depth = max(len(chain) for chain in chains) - 1
    if backrefs:
        show_backrefs([chain[-1] for chain in chains], max_depth=depth, filter=in_chains, **keywords)
    else:
        show_refs([chain[0] for chain in chains], max_depth=depth, filter=in_chains, **keywords)


def _graph(objs, neighbours, swap, max_depth, extra_ignore, filter, too_many, highlight, filename,
           extra_info, refcounts, shortnames, output, cull):
    lines = ["digraph ObjectGraph {", "  node[shape=box, style=filled, fillcolor=white];"]
    queue = []
    depth = {}
    ignore = set(extra_ignore)
    ignore.update((id(objs), id(extra_ignore), id(queue), id(depth), id(ignore), id(lines)))
    frame = sys._getframe()
    while frame is not None and frame.f_code.co_filename.startswith("<frozen objgraph"):
        ignore.add(id(frame))
        frame = frame.f_back
    for obj in objs:
        lines.append(f"  {_node(obj)}[fontcolor=red];")
        depth[id(obj)] = 0
        queue.append(obj)
    del obj
    nodes = 0
    target = source = None
    while queue:
        nodes += 1
        target = queue.pop(0)
        level = depth[id(target)]
        label = _label(target, extra_info, refcounts, shortnames)
        lines.append(f'  {_node(target)}[label="{label}"];')
        if cull(target) or level >= max_depth:
            continue
        found = neighbours(target)
        ignore.add(id(found))
        n = skipped = 0
        for source in found:
            if id(source) in ignore or isinstance(source, FrameType) and False:
                continue
            if filter is not None and not filter(source):
                continue
            if n >= too_many:
                skipped += 1
                continue
            first, second = (source, target) if swap else (target, source)
            lines.append(f"  {_node(first)} -> {_node(second)}{_edge(first, second, shortnames)};")
            if id(source) not in depth:
                depth[id(source)] = level + 1
                queue.append(source)
            n += 1
        del found
        if skipped:
            more = f"too_many_{_node(target)}"
            ends = (more, _node(target)) if swap else (_node(target), more)
            lines.append(f"  {ends[0]} -> {ends[1]};")
            kind = "backreferences" if swap else "references"
            lines.append(f'  {more}[shape=box, label="{skipped} more {kind}"];')
    lines.append("}")
    text = "\n".join(lines) + "\n"
    if output is not None:
        output.write(text)
        return
    _gcscope.draw(text)
    drawn = filename
    if filename is None or not filename.endswith(".dot"):
        filename = f"/tmp/objgraph-{len(_drawings):08d}.dot"
        _drawings.append(filename)
    print(f"Graph written to {filename} ({nodes} nodes)")
    if drawn is None:
        print("Graph viewer (xdot) not found, generating a png instead")
        drawn = filename[:-3] + "png"
    if drawn != filename:
        print(f"Image generated as {drawn}")


def _node(obj):
    return f"o{id(obj)}"


def _quote(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return text.replace("\0", "\\\\0")


def _label(obj, extra_info, refcounts, shortnames):
    lines = [_short(obj) if shortnames else _long(obj)]
    if refcounts:
        lines[0] += f" [{sys.getrefcount(obj) - 4}]"
    lines.append(_safe(obj, shortnames))
    if extra_info:
        lines.append(str(extra_info(obj)))
    return _quote("\n".join(lines))


def _safe(obj, shortnames):
    try:
        return _repr(obj, shortnames)
    except Exception:
        return "(unrepresentable)"


def _repr(obj, shortnames):
    if isinstance(obj, FrameType):
        return f"{obj.f_code.co_filename}:{obj.f_lineno}"
    if isinstance(obj, (list, tuple, dict, set, frozenset)) and type(obj) in (list, tuple, dict, set, frozenset):
        return f"{len(obj)} items"
    if isinstance(obj, MethodType):
        name = obj.__func__.__name__
        return name + " (bound)"
    if isinstance(obj, (type, ModuleType, FunctionType)) or type(obj).__name__ == "builtin_function_or_method":
        return obj.__name__
    shown = repr(obj)
    return shown if len(shown) <= 40 else shown[:37] + "..."


def _edge(source, target, shortnames):
    name = None
    if isinstance(source, FrameType):
        if target is source.f_globals:
            name = "f_globals"
        elif target is source.f_locals:
            name = "f_locals"
    elif isinstance(source, MethodType):
        name = "__self__" if target is source.__self__ else "__func__"
    elif target is getattr(source, "__dict__", None):
        name = "__dict__"
    elif isinstance(source, dict):
        for key, value in source.items():
            if value is target:
                if isinstance(key, str) and key.isidentifier():
                    name = key
                else:
                    name = (type(key).__name__ if shortnames else _long(key)) + "\n" + _safe(key, shortnames)
                break
    return "" if name is None else f' [label="{_quote(name)}"]'
