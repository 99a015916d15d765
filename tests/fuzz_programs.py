"""Random programs about memory management, for tests/fuzz.py.

In: a seed. Out: a program as a tree of statements, which can be rendered and taken apart again.
Invariant: the same seed gives the same program on every Python; a program prints nothing that
depends on addresses, on time or on what the interpreter created before it.

A statement is a line of text, or a pair of a head and the statements below it.
"""

import random

# What every program of a batch stands between. The collection and the freeze put the collector into a state that does
# not depend on what ran before; the names are deleted in the order in which they were bound.
PRELUDE = """\
# Random programs about memory management, made by tests/fuzz.py (seeds {seeds}).
# versions: 3.8-3.14
# needs: everything
import gc
import sys
import weakref
from collections import OrderedDict, defaultdict, deque
from functools import partial


def begin(number):
    print("==", number)
    sys.stderr.write("== %d\\n" % number)
    gc.disable()
    gc.set_threshold(700, 10, 10)
    gc.set_debug(0)
    gc.callbacks.clear()
    gc.garbage.clear()
    gc.collect()
    gc.freeze()
    gc.collect()


def end():
    gc.disable()
    gc.set_debug(0)
    gc.callbacks.clear()
    for name in list(globals()):
        if name not in KEEP:
            del globals()[name]
    gc.garbage.clear()
    print("left", gc.collect())
    gc.unfreeze()


def note(ref):
    print("callback")


def watch(phase, info):
    print(phase, info["generation"], info["collected"], info["uncollectable"])


def kinds(objects):
    return [type(x).__name__ for x in objects]


def counted(x):
    # What the interpreter itself refers to has a count that depends on its start-up: None, bools, small ints, (), texts
    # and its own types. (Not ==, which asks an abstract base class, whose caches depend on the modules loaded before.)
    kind = type(x)
    return not (x is None or kind in (str, bool) or kind is tuple and not x or kind is int and -6 < x < 1025
                or isinstance(x, type) and x.__module__ != "__main__")


# The first repr() of a container and the first use of a keyword make objects that CPython keeps for ever.
repr([[]])
weakref.finalize(note, print).detach()
gc.get_objects(generation=0)


class Row(list):
    pass


class Table(dict):
    pass


KEEP = set(globals()) | {{"KEEP"}}
"""

CLASSES = {
    "A": ["class A:", ["pass"]],
    "D": ["class D:", [
        ("def __init__(self, name):", ["self.name = name"]),
        ("def __del__(self):", ["print('del', self.name)"])]],
    "R": ["class R:", [
        ("def __init__(self, name):", ["self.name = name"]),
        ("def __del__(self):", ["print('rescue', self.name)", "rescued.append(self)"])]],
    "B": ["class B:", [
        ("def __init__(self, name):", ["self.name = name", "self.me = self"]),
        ("def __del__(self):", ["print('break', self.name)", "self.me = None"])]],
    "N": ["class N:", [
        ("def __init__(self, name):", ["self.name = name"]),
        ("def __del__(self):", ["print('new', self.name)", "x = [self.name]", "x.append(x)"])]],
    "S": ["class S:", ["__slots__ = ('x', 'y', '__weakref__')"]],
    "T": ["class T:", ["__slots__ = ('x', 'y')"]],
    "L": ["class L(list):", ["pass"]],
    "M": ["class M(dict):", ["pass"]],
    "P": ["class P(A):", [
        ("def __init__(self, part):", ["super().__init__()", "self.part = part"]),
        ("def own(self):", ["return self.part"])]],
    "E": ["class E(Exception):", ["pass"]],
    "C": ["class C:", [
        ("def __enter__(self):", ["print('enter')", "return self"]),
        ("def __exit__(self, kind, value, traceback):", ["print('exit', kind is None)", "return True"])]],
}
NAMED = {"D", "R", "B", "N"}
# A program that uses the key needs the other class, too.
NEEDS = {"P": "A"}

FUNCTIONS = {
    "make": ["def make(x):", [("def inner():", ["return x"]), "return inner"]],
    "gen": ["def gen(x):", [
        ("try:", ["yield x", "yield 2"]), ("finally:", ["print('closed')"])]],
    "give": ["def give(x, y=None, *rest, **named):", ["return x"]],
    "fail": ["def fail(x):", ["local = [x]", "raise ValueError('failed')"]],
    "counter": ["def counter():", [
        "n = []", ("def add(x):", ["nonlocal n", "n = n + [x]", "return len(n)"]), "return add"]],
    "deep": ["def deep(x, n):", [("if n == 0:", ["return sys.getrefcount(x)"]), "return deep(x, n - 1)"]],
}

INSTANCES = ["A", "D", "R", "B", "N", "P", "S", "T"]
WITH_DICT = {"A", "D", "R", "B", "N", "P", "L", "M"}
REFERABLE = {"A", "D", "R", "B", "N", "P", "S", "L", "M", "set", "function", "generator", "class", "deque",
             "method", "partial"}
HASHABLE = {"A", "D", "R", "B", "N", "P", "S", "T", "int", "function", "class", "str"}


class Generator:
    """Makes one program. `kinds` says what each name is bound to, as far as that is sure."""

    def __init__(self, seed, with_counts):
        self.random = random.Random(seed)
        self.with_counts = with_counts
        self.used = set()
        self.n_names = 0
        self.n_printed = 0
        self.kinds = {}
        self.depth = 0
        self.prefix = "v"

    def program(self):
        body = []
        for _ in range(self.random.randint(6, 26)):
            body.extend(self.statement())
        body.extend(self.observation() for _ in range(2))
        for needs, needed in NEEDS.items():
            if needs in self.used:
                self.used.add(needed)
        head = ["rescued = []"] if "R" in self.used else []
        for table in (CLASSES, FUNCTIONS):
            head.extend(tuple(table[name]) for name in table if name in self.used)
        head.append("base = len(gc.get_objects())")
        return head + body

    # ------------------------------------------------------------ names and values

    def chance(self, probability):
        return self.random.random() < probability

    def new_name(self):
        self.n_names += 1
        return "%s%d" % (self.prefix, self.n_names)

    def target(self):
        """A name to bind: mostly a new one."""
        if self.kinds and self.chance(0.3):
            return self.random.choice(sorted(self.kinds))
        return self.new_name()

    def name_of(self, wanted=None):
        """A bound name of one of the wanted kinds, or None."""
        names = [n for n in sorted(self.kinds) if wanted is None or self.kinds[n] in wanted]
        return self.random.choice(names) if names else None

    def label(self):
        self.n_printed += 1
        return "%d:" % self.n_printed

    def operand(self):
        name = self.name_of()
        if name is None or self.chance(0.15):
            return self.random.choice(["1", "'text'", "None", "2.5", "1000 + %d" % self.n_names, "[]", "{}", "()"])
        return name

    def operands(self, most):
        return ", ".join(self.operand() for _ in range(self.random.randint(0, most)))

    def value(self):
        """An expression for a new object, and its kind."""
        choice = self.random.randrange(28)
        if choice >= 24:
            return self.derived_value()
        if choice < 7:
            kind = self.random.choice(INSTANCES)
            self.used.add(kind)
            if kind in NAMED:
                return "%s(%r)" % (kind, "%s%d" % (kind.lower(), self.n_names)), kind
            return ("P(%s)" % self.operand() if kind == "P" else "%s()" % kind), kind
        if choice < 10:
            return "[%s]" % self.operands(3), "list"
        if choice == 10:
            inner = self.operands(3)
            return "(%s,)" % inner if inner else "()", "tuple"
        if choice in (11, 12):
            pairs = ["%r: %s" % (k, self.operand()) for k in "abc"[:self.random.randint(0, 3)]]
            return "{%s}" % ", ".join(pairs), "dict"
        if choice == 13:
            name = self.name_of(HASHABLE)
            return ("{%s, 1}" % name if name else "{1, 2}"), "set"
        if choice == 14:
            kind = self.random.choice(["L", "M"])
            self.used.add(kind)
            return "%s()" % kind, kind
        if choice == 15:
            self.used.add("make")
            return "make(%s)" % self.operand(), "function"
        if choice == 16:
            self.used.add("gen")
            return "gen(%s)" % self.operand(), "generator"
        if choice == 17:
            return "lambda x=%s: x" % self.operand(), "function"
        if choice == 18:
            self.used.add("counter")
            return "counter()", "counter"
        if choice == 19:
            return "[[i] for i in range(%d)]" % self.random.randint(0, 12), "list"
        if choice == 20:
            name = self.name_of(REFERABLE)
            if name is None:
                return "None", "None"
            return "weakref.ref(%s%s)" % (name, ", note" if self.chance(0.4) else ""), "ref"
        if choice == 21:
            return self.random.choice([
                ("deque([%s])" % self.operands(3), "deque"),
                ("defaultdict(list)", "dict"),
                ("OrderedDict(a=%s)" % self.operand(), "ordered"),
                ("partial(print, %s)" % self.operand(), "partial"),
            ])
        if choice == 22:
            name = self.name_of({"P"})
            return ("%s.own" % name, "method") if name else ("[].append", "builtin")
        return self.random.choice([("%d" % self.random.randint(0, 5000), "int"), ("'s%d'" % self.n_names, "str"),
                                   ("iter([%s])" % self.operands(2), "iterator"), ("object()", "object")])

    def derived_value(self):
        """An object made out of others."""
        items, pairs, operand = self.name_of({"list", "L"}), self.name_of({"dict", "M"}), self.operand()
        member = self.name_of(HASHABLE) or "1"
        choices = [
            ("{k: [k] for k in 'ab'}", "dict"), ("{k: %s for k in range(3)}" % operand, "dict"),
            ("[x for x in (%s, %s)]" % (operand, member), "list"), ("[(x, %s) for x in range(2)]" % operand, "list"),
            ("{x for x in (%s, 2)}" % member, "set"), ("(x for x in [%s])" % operand, "generator"),
            ("frozenset([%s])" % member, "frozenset"), ("tuple([%s])" % self.operands(3), "tuple"),
            ("list(map(lambda x: [x], range(%d)))" % self.random.randint(0, 4), "list"),
            ("list(enumerate('ab'))", "list"), ("dict(enumerate('ab'))", "dict"), ("dict.fromkeys('ab', %s)" % operand, "dict"),
            ("reversed([%s])" % operand, "iterator"), ("slice(%s)" % operand, "other"), ("range(5)", "other"),
            ("property(lambda self: %s)" % operand, "other"), ("type(%s)" % operand, "any"), ("b'bytes'", "other"),
            ("bool(%s)" % operand, "other"), ("[%s] * %d" % (operand, self.random.randint(0, 3)), "list"),
        ]
        if items is not None:
            choices += [("[*%s, %s]" % (items, operand), "list"), ("%s[:]" % items, "list"), ("%s[:2]" % items, "list"),
                        ("list(%s)" % items, "list"), ("tuple(%s)" % items, "tuple"), ("%s + [%s]" % (items, operand), "list"),
                        ("list(zip(%s, %s))" % (items, items), "list"), ("list(reversed(%s))" % items, "list"),
                        ("iter(%s)" % items, "iterator"), ("enumerate(%s)" % items, "iterator"), ("%s.copy()" % items, "list"),
                        ("(%s or [None])[-1]" % items, "any"), ("[x for x in %s if x is not None]" % items, "list")]
        if pairs is not None:
            choices += [("{**%s}" % pairs, "dict"), ("dict(%s)" % pairs, "dict"), ("list(%s.values())" % pairs, "list"),
                        ("%s.keys()" % pairs, "other"), ("list(%s.items())" % pairs, "list"), ("%s.copy()" % pairs, "dict"),
                        ("%s.get('a')" % pairs, "any"), ("{k: v for k, v in %s.items()}" % pairs, "dict")]
        return self.random.choice(choices)

    # ------------------------------------------------------------------ statements

    def statement(self):
        makers = [
            (30, self.bind), (26, self.change), (9, self.delete), (26, self.observe), (9, self.collect),
            (5, self.ring), (5, self.loop), (4, self.function), (4, self.exception), (3, self.use_function),
            (2, self.a_class), (3 * self.with_counts, self.automatic), (2, self.weak_container), (2, self.unpack), (2, self.advance),
            (1, self.context), (1, self.saveall), (1, self.rescue), (1, self.starred), (1, self.finalizer),
            (1, self.methods), (1, self.walrus), (1, self.whole),
        ]
        total = sum(weight for weight, _ in makers)
        at = self.random.randrange(total)
        for weight, maker in makers:
            at -= weight
            if at < 0:
                return maker()
        raise AssertionError("the weights add up")

    def bind(self):
        text, kind = self.value()
        name = self.target()
        self.kinds[name] = kind
        return ["%s = %s" % (name, text)]

    def change(self):
        """Something is stored in, or taken out of, an object."""
        name = self.name_of()
        if name is None:
            return self.bind()
        kind, value = self.kinds[name], self.operand()
        if kind in ("list", "L"):
            return [self.random.choice([
                "%s.append(%s)" % (name, value), "%s.append(%s)" % (name, name), "%s.insert(0, %s)" % (name, value),
                "%s.extend([%s])" % (name, self.operands(3)), "%s[:1] = [%s]" % (name, value),
                "%s += [%s]" % (name, value), "%s.clear()" % name, "%s.reverse()" % name,
                "%s[1:] = []" % name, "del %s[:2]" % name, "%s[len(%s):] = (%s,)" % (name, name, value)])]
        if kind in ("dict", "M"):
            key = self.random.choice(["'a'", "'b'", "'k'", "7"])
            return [self.random.choice([
                "%s[%s] = %s" % (name, key, value), "%s[%s] = %s" % (name, key, name), "%s.pop(%s, None)" % (name, key),
                "%s.update(z=%s)" % (name, value), "%s.clear()" % name, "%s.setdefault(%s, [])" % (name, key)])]
        if kind in WITH_DICT and self.chance(0.12):
            return ["%s.__dict__[%r] = %s" % (name, self.random.choice("xyz"), value)]
        if kind in WITH_DICT or kind in ("S", "T"):
            attribute = self.random.choice("xy" if kind in ("S", "T") else "xyz")
            return ["%s.%s = %s" % (name, attribute, name if self.chance(0.2) else value)]
        if kind == "set":
            # Two members with addresses for hashes would die, and be found by the collector, in an order of addresses.
            member = self.name_of({"int", "str"})
            return ["%s.add(%s)" % (name, member or "3")]
        if kind == "function":
            return ["%s.mark = %s" % (name, name if self.chance(0.3) else value)]
        if kind == "counter":
            return ["print(%r, %s(%s))" % (self.label(), name, value)]
        if kind == "class":
            return ["%s.mark = %s" % (name, value)]
        if kind == "deque":
            return [self.random.choice(["%s.append(%s)" % (name, value), "%s.appendleft(%s)" % (name, name),
                                        "%s.clear()" % name])]
        return self.bind()

    def delete(self):
        name = self.name_of()
        if name is None:
            return self.bind()
        kind = self.kinds[name]
        if self.chance(0.2):
            self.kinds[name] = "None"
            return ["%s = None" % name]
        if kind in WITH_DICT and self.chance(0.2):
            return [("if hasattr(%s, 'x'):" % name, ["del %s.x" % name])]
        del self.kinds[name]
        if self.chance(0.15):
            other = self.name_of()
            if other is not None:
                del self.kinds[other]
                return ["del %s, %s" % (name, other)]
        return ["del %s" % name]

    def observe(self):
        return [self.observation()]

    def observation(self):
        name, label = self.name_of(), self.label()
        choices = [
            "print(%r, len(gc.get_objects()) - base)" % label,
            "print(%r, [len(gc.get_objects(generation=g)) for g in (1, 2)])" % label,
        ]
        if self.with_counts:
            choices += ["print(%r, gc.get_count())" % label] * 2
        if name is not None:
            kind = self.kinds[name]
            shown = "print(%r, sys.getrefcount(%s))" % (label, name)
            if kind in ("int", "str", "None", "tuple", "any", "object", "exception", "other"):
                shown = ("if counted(%s):" % name, [shown])
            choices += [
                shown,
                "print(%r, gc.is_tracked(%s))" % (label, name),
            ]
            if kind not in ("function", "method", "counter", "generator", "iterator", "partial", "ordered", "weak",
                            "deque", "any"):
                # The order of a set's members depends on their addresses.
                shown = "sorted(kinds(gc.get_referents(%s)))" if kind == "set" else "kinds(gc.get_referents(%s))"
                choices.append("print(%r, %s)" % (label, shown % name))
            if kind in ("list", "dict", "set", "L", "M", "tuple", "deque"):
                choices.append("print(%r, len(%s))" % (label, name))
            if kind in REFERABLE:
                choices.append("print(%r, weakref.getweakrefcount(%s))" % (label, name))
            if kind == "list":
                choices.append("print(%r, sys.getsizeof(%s))" % (label, name))
        ref = self.name_of({"ref"})
        if ref is not None:
            choices += ["print(%r, %s() is None)" % (label, ref)] * 3
        return self.random.choice(choices)

    def collect(self):
        generation = self.random.choice(["", "", "", "0", "1", "2"])
        return ["print(%r, gc.collect(%s))" % (self.label(), generation)]

    def ring(self):
        """Objects of which each refers to the next."""
        kind = self.random.choice(["A", "D", "S", "list", "dict", "R", "N"])
        self.used.add(kind)
        name, n = self.new_name(), self.random.randint(1, 5)
        if kind == "list":
            lines = ["%s = [[] for i in range(%d)]" % (name, n)]
            link = "%s[i].append(%s[(i + 1) %% %d])" % (name, name, n)
        elif kind == "dict":
            lines = ["%s = [{} for i in range(%d)]" % (name, n)]
            link = "%s[i]['next'] = %s[(i + 1) %% %d]" % (name, name, n)
        else:
            made = "%s('%s%d.' + str(i))" % (kind, kind.lower(), self.n_names) if kind in NAMED else "%s()" % kind
            lines = ["%s = [%s for i in range(%d)]" % (name, made, n)]
            link = "%s[i].x = %s[(i + 1) %% %d]" % (name, name, n)
        lines.append(("for i in range(%d):" % n, [link]))
        if self.chance(0.6):
            lines.append("del %s, i" % name)
        else:
            self.kinds[name] = "list"
            self.kinds["i"] = "int"
        return lines

    def loop(self):
        name = self.name_of({"list", "L"})
        n = self.random.randint(1, 8)
        if name is None or self.chance(0.3):
            self.kinds["i"] = "int"
            body = []
            for _ in range(self.random.randint(1, 3)):
                body.extend(self.nested())
            return [("for i in range(%d):" % n, body)]
        self.kinds["i"] = "int"
        item = self.random.choice(["[i]", "(i, i)", "{'k': i}", "A()", "[%s]" % name, "{i}", "lambda: i"])
        if item == "A()":
            self.used.add("A")
        return [("for i in range(%d):" % n, ["%s.append(%s)" % (name, item)])]

    def nested(self):
        """A statement inside another one: names that it binds may stay unbound, so they are forgotten."""
        before = dict(self.kinds)
        self.depth += 1
        made = self.bind() + self.change() if self.chance(0.5) else self.change()
        self.depth -= 1
        self.kinds = {name: kind for name, kind in self.kinds.items() if before.get(name) == kind}
        return made

    def function(self):
        """A function with statements of its own, called once or twice."""
        if self.depth:
            return self.bind()
        outer, prefix, depth = self.kinds, self.prefix, self.depth
        name, parameter = "f%d" % self.n_names, "p%d" % self.n_names
        self.n_names += 1
        self.kinds, self.prefix, self.depth = {parameter: "any"}, "w", 1
        body = []
        for _ in range(self.random.randint(2, 7)):
            body.extend(self.statement())
        returned = self.name_of() if self.chance(0.6) else None
        if returned:
            body.append("return %s" % returned)
        self.kinds, self.prefix, self.depth = outer, prefix, depth
        argument, target = self.operand(), self.target()
        self.kinds[name] = "function"
        self.kinds[target] = "any"
        calls = ["%s = %s(%s)" % (target, name, argument)]
        if self.chance(0.3):
            calls.append("%s(%s)" % (name, argument))
        return [("def %s(%s):" % (name, parameter), body)] + calls

    def exception(self):
        value, name = self.operand(), self.target()
        kind = self.random.randrange(4)
        if kind == 0:
            self.used.add("fail")
            self.kinds[name] = "exception"
            return ["%s = None" % name,
                    ("try:", ["fail(%s)" % value]),
                    ("except ValueError as error:", ["%s = error" % name]),
                    "print(%r, %s.__traceback__ is None)" % (self.label(), name)]
        if kind == 1:
            self.used.add("E")
            return [("try:", ["raise E(%s)" % value]),
                    ("except E as error:", ["print(%r, len(error.args))" % self.label()])]
        if kind == 2:
            self.used.update(["fail", "E"])
            self.kinds[name] = "exception"
            return ["%s = []" % name,
                    ("try:", [("try:", ["fail(%s)" % value]),
                              ("except ValueError as error:", ["raise E(1) from error"])]),
                    ("except E as error:", ["%s = error.__cause__" % name]),
                    "%s.me = %s" % (name, name)]
        self.used.add("fail")
        return [("try:", ["fail(%s)" % value]), ("except ValueError:", self.nested()),
                ("finally:", ["print(%r, 'finally')" % self.label()])]

    def use_function(self):
        value = self.operand()
        if self.chance(0.4):
            self.used.add("deep")
            name = self.name_of({"list", "dict", "A", "D", "set"})
            if name:
                return ["print(%r, deep(%s, %d))" % (self.label(), name, self.random.randint(0, 3))]
        self.used.add("give")
        name = self.target()
        self.kinds[name] = "any"
        arguments = self.random.choice(["%s", "%s, y=1", "*[%s]", "%s, 1, 2, 3", "%s, k=[]", "x=%s", "**{'x': %s}"])
        return ["%s = give(%s)" % (name, arguments % value)]

    def a_class(self):
        name = "K%d" % self.n_names
        self.n_names += 1
        body = self.random.choice([["pass"], ["x = []"], [("def m(self):", ["return K"])],
                                   ["__slots__ = ()"], [("def __init__(self):", ["self.x = self"])]])
        self.kinds[name] = "class"
        lines = [("class %s:" % name, body)]
        if self.chance(0.6):
            instance = self.new_name()
            self.kinds[instance] = "object"
            lines.append("%s = %s()" % (instance, name))
        return lines

    def automatic(self):
        """Automatic collections while containers are made; what they do is printed."""
        n, kind = self.random.randint(3, 60), self.random.choice(["[i]", "A()", "(i, [])", "{'k': []}"])
        if kind == "A()":
            self.used.add("A")
        name = self.new_name()
        threshold = self.random.choice(["5, 2, 2", "10, 2, 2", "20, 3, 3", "7"])
        watch = self.chance(0.7)
        store = "%s.append(x)" % name if self.chance(0.5) else "x = [x]; x.append(x)"
        lines = ["%s = []" % name, "gc.collect()", "gc.set_threshold(%s)" % threshold]
        if watch:
            lines.append("gc.callbacks.append(watch)")
        lines += ["gc.enable()", ("for i in range(%d):" % n, ["x = %s" % kind, store]), "gc.disable()"]
        if watch:
            lines.append("gc.callbacks.clear()")
        self.kinds.update({name: "list", "i": "int", "x": "any"})
        return lines

    def weak_container(self):
        member, name = self.name_of(REFERABLE & HASHABLE), self.new_name()
        if member is None:
            return self.bind()
        label = self.label()
        make, store = self.random.choice([
            ("weakref.WeakSet()", "%s.add(%s)" % (name, member)),
            ("weakref.WeakValueDictionary()", "%s['k'] = %s" % (name, member)),
            ("weakref.WeakKeyDictionary()", "%s[%s] = %s" % (name, member, self.operand())),
        ])
        self.kinds[name] = "weak"
        lines = ["%s = %s" % (name, make), store, "print(%r, len(%s))" % (label, name)]
        if self.chance(0.6):
            del self.kinds[member]
            lines += ["del %s" % member, "print(%r, len(%s))" % (label, name), "gc.collect()",
                      "print(%r, len(%s))" % (label, name)]
        return lines

    def unpack(self):
        first, second = self.name_of(), self.name_of()
        if first is None or first == second:
            return self.bind()
        self.kinds[first], self.kinds[second] = self.kinds[second], self.kinds[first]
        return ["%s, %s = %s, %s" % (first, second, second, first)]

    def starred(self):
        """The first of several objects, and a list of the others."""
        first, rest = self.new_name(), self.new_name()
        line = "%s, *%s = %s, %s, %s" % (first, rest, self.operand(), self.operand(), self.operand())
        self.kinds.update({first: "any", rest: "list"})
        return [line]

    def walrus(self):
        text, kind = self.value()
        name = self.new_name()
        self.kinds[name] = kind
        return ["print(%r, (%s := %s) is None)" % (self.label(), name, text)]

    def finalizer(self):
        """weakref.finalize, called by a death or by hand."""
        target = self.name_of(REFERABLE - {"method"})
        if target is None:
            return self.bind()
        name, text = self.new_name(), "final%d" % self.n_names
        self.kinds[name] = "finalize"
        lines = ["%s = weakref.finalize(%s, print, %r, %s)" % (name, target, text, self.random.choice("123"))]
        if self.chance(0.4):
            lines.append(self.random.choice(["%s()" % name, "%s.detach()" % name, "print(%r, %s.alive)" % (self.label(), name)]))
        return lines

    def methods(self):
        """A class with methods of all kinds, and what binding them gives."""
        class_name, name, bound = "Q%d" % self.n_names, self.new_name(), self.new_name()
        body = [("def own(self):", ["return self"]),
                ("@property", []), ("def p(self):", ["return [self]"]),
                ("@classmethod", []), ("def c(cls):", ["return cls"]),
                ("@staticmethod", []), ("def s(x=None):", ["return x"])]
        lines = []
        for head, below in body:
            lines.append((head, below) if below else head)
        how = self.random.choice(["%s.own", "%s.own()", "%s.p", "%s.c", "%s.c()", "%s.s", "%s.s(1)"])
        self.kinds.update({class_name: "class", name: "object", bound: "any"})
        return [("class %s:" % class_name, lines), "%s = %s()" % (name, class_name), "%s = %s" % (bound, how % name)]

    def whole(self):
        """Something about all objects that a name leads to."""
        name = self.name_of()
        if name is None:
            return self.bind()
        return [self.random.choice([
            "print(%r, sorted(set(kinds(gc.get_referrers(%s)))) == None)" % (self.label(), name),
            "print(%r, type(%s) is type(%s))" % (self.label(), name, self.name_of()),
            "print(%r, len(repr(%s)) > 0)" % (self.label(), name),
            "print(%r, isinstance(%s, (list, dict)))" % (self.label(), name),
            "print(%r, [x is %s for x in [%s]])" % (self.label(), name, self.operands(2)),
        ])]

    def advance(self):
        name = self.name_of({"generator"})
        if name is None:
            return self.bind()
        return [self.random.choice(["next(%s, None)" % name, "%s.close()" % name,
                                    "print(%r, len(list(%s)))" % (self.label(), name)])]

    def context(self):
        self.used.update(["C", "fail"])
        name = self.new_name()
        self.kinds[name] = "object"
        body = self.nested() + (["fail(%s)" % name] if self.chance(0.5) else [])
        return ["%s = None" % name, ("with C() as %s:" % name, body)]

    def saveall(self):
        return ["gc.set_debug(gc.DEBUG_SAVEALL)", "print(%r, gc.collect())" % self.label(), "gc.set_debug(0)",
                "print(%r, kinds(gc.garbage))" % self.label(), "gc.garbage.clear()"]

    def rescue(self):
        self.used.add("R")
        name = self.new_name()
        return ["%s = R('r%d')" % (name, self.n_names), "%s.x = %s" % (name, name), "del %s" % name,
                "print(%r, gc.collect(), len(rescued))" % self.label(), "rescued.clear()",
                "print(%r, gc.collect())" % self.label()]


def render(statements, depth=0):
    """The text of statements; an empty block becomes `pass`."""
    lines = []
    for statement in statements:
        if isinstance(statement, str):
            lines.append("    " * depth + statement)
        else:
            head, body = statement
            lines.append("    " * depth + head)
            lines.extend(render(body or ["pass"], depth + 1))
    return lines


def smaller(statements):
    """Every tree with one statement, or one half of them, less; larger cuts first."""
    n = len(statements)
    size = max(n // 2, 1)
    while n:
        for start in range(0, n, size):
            yield statements[:start] + statements[start + size:]
        if size == 1:
            break
        size //= 2
    for at, statement in enumerate(statements):
        if not isinstance(statement, str):
            head, body = statement
            for less in smaller(body):
                if less:
                    yield statements[:at] + [(head, less)] + statements[at + 1:]


def batch(programs, seeds):
    """One file out of several programs: (number, statements)."""
    text = PRELUDE.format(seeds=seeds)
    for number, statements in programs:
        body = "\n".join(render(statements or ["pass"], 1))
        text += "\nbegin(%d)\ntry:\n%s\nexcept Exception as error:\n" % (number, body)
        text += "    print(type(error).__name__, error)\nend()\n"
    return text
