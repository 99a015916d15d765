#!/usr/bin/env python3
"""Run the methods of CPython's own test_gc and test_weakref on gcscope.

In: an interpreter that has Lib/test, and a gcscope binary. Out: a table with one line for each test method: what the
interpreter says of it, what gcscope says, or why it cannot stand alone.
Invariant: nothing of CPython's tests is stored here. Each method is cut out of the installed file, with what it uses, and
becomes a program of its own, with a TestCase of a few lines that says where an expectation does not hold; the same
program runs on both sides.

    tests/cpython_tests.py target/debug/gcscope --versions 3.11
    tests/cpython_tests.py target/debug/gcscope --versions 3.11 --tests gc --only test_saveall --show
"""

import argparse
import ast
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import record

TIMEOUT_SECONDS = 60
TESTS = ["gc", "weakref"]

# What stands for unittest and test.support in a program.
PRELUDE = '''\
class SkipTest(Exception):
    pass


class Raises:
    def __init__(self, kinds, pattern=None):
        self.kinds = kinds
        self.pattern = pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            raise AssertionError("%r was not raised" % (self.kinds,))
        if not issubclass(kind, self.kinds):
            return False
        if self.pattern is not None and not found(self.pattern, str(value)):
            raise AssertionError("%s does not match %s" % (value, self.pattern))
        self.exception = value
        return True


class Warns:
    def __init__(self, kind):
        self.kind = kind

    def __enter__(self):
        import warnings
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, value, traceback):
        self.catcher.__exit__(kind, value, traceback)
        if kind is None and not any(issubclass(w.category, self.kind) for w in self.warnings):
            raise AssertionError("%r was not warned of" % (self.kind,))


def found(pattern, text):
    """Of regular expressions, what the tests use: words with .* between them. gcscope has no module re."""
    at = 0
    for word in pattern.replace("[0-9a-fA-F]+", ".*").split(".*"):
        at = text.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


class TestCase:
    def __init__(self):
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, *args, **kwargs):
        return SubTest()

    def fail(self, message="failed"):
        raise AssertionError(message)

    def _check(self, holds, *what):
        if not holds:
            raise AssertionError(" ".join([str(x) for x in what]))

    def assertTrue(self, x, message=None):
        self._check(x, "not true:", x)

    def assertFalse(self, x, message=None):
        self._check(not x, "not false:", x)

    def assertEqual(self, a, b, message=None):
        self._check(a == b, a, "!=", b)

    def assertNotEqual(self, a, b, message=None):
        self._check(a != b, a, "==", b)

    def assertIs(self, a, b, message=None):
        self._check(a is b, a, "is not", b)

    def assertIsNot(self, a, b, message=None):
        self._check(a is not b, a, "is", b)

    def assertIsNone(self, a, message=None):
        self._check(a is None, a, "is not None")

    def assertIsNotNone(self, a, message=None):
        self._check(a is not None, "None")

    def assertIn(self, a, b, message=None):
        self._check(a in b, a, "not in", b)

    def assertNotIn(self, a, b, message=None):
        self._check(a not in b, a, "in", b)

    def assertLess(self, a, b, message=None):
        self._check(a < b, a, "is not <", b)

    def assertLessEqual(self, a, b, message=None):
        self._check(a <= b, a, "is not <=", b)

    def assertGreater(self, a, b, message=None):
        self._check(a > b, a, "is not >", b)

    def assertGreaterEqual(self, a, b, message=None):
        self._check(a >= b, a, "is not >=", b)

    def assertIsInstance(self, a, b, message=None):
        self._check(isinstance(a, b), a, "is no", b)

    def assertNotIsInstance(self, a, b, message=None):
        self._check(not isinstance(a, b), a, "is a", b)

    def assertHasAttr(self, a, name, message=None):
        self._check(hasattr(a, name), a, "has no", name)

    def assertNotHasAttr(self, a, name, message=None):
        self._check(not hasattr(a, name), a, "has", name)

    def assertRegex(self, text, pattern, message=None):
        self._check(found(pattern, text), text, "does not match", pattern)

    def assertRaises(self, kinds, *args, **kwargs):
        if not args:
            return Raises(kinds)
        with Raises(kinds):
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, kinds, pattern):
        return Raises(kinds, pattern)

    def assertWarns(self, kind):
        return Warns(kind)


class SubTest:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return False


def skipping(reason):
    def decorate(x):
        def skipped(*args):
            raise SkipTest(reason)
        return skipped
    return decorate


def same(x):
    return x


class unittest:
    TestCase = TestCase
    SkipTest = SkipTest
    skip = staticmethod(skipping)
    skipIf = staticmethod(lambda condition, reason: skipping(reason) if condition else same)
    skipUnless = staticmethod(lambda condition, reason: same if condition else skipping(reason))


def gc_collect():
    import gc
    gc.collect()
    gc.collect()
    gc.collect()


class disable_gc:
    def __enter__(self):
        import gc
        self.was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *error):
        import gc
        if self.was_enabled:
            gc.enable()


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


ALWAYS_EQ = _AlwaysEqual()
verbose = 0
Py_GIL_DISABLED = False
cpython_only = refcount_test = no_tracing = same


def suppress_immortalization(*args):
    return same


def requires_gil_enabled(*args):
    return same


class support:
    ALWAYS_EQ = ALWAYS_EQ
    verbose = 0
    Py_GIL_DISABLED = False
    gc_collect = staticmethod(gc_collect)
    disable_gc = disable_gc
    cpython_only = refcount_test = staticmethod(same)
    suppress_immortalization = staticmethod(suppress_immortalization)
    requires_gil_enabled = staticmethod(requires_gil_enabled)
'''

MAIN = '''\


# What the first repr() of a container and the first use of a keyword make stays for ever.
repr([[]])
import gc
gc.get_objects(generation=None)


def main():
    test = {test_class}()
    try:
        test.setUp()
        try:
            test.{method}()
        finally:
            test.tearDown()
            for function, args, kwargs in reversed(test._cleanups):
                function(*args, **kwargs)
    except SkipTest as error:
        print("skipped:", error)
    except Exception as error:
        print("FAILED:", type(error).__name__, error)
    else:
        print("ok")


main()
'''

# Names that make a method lean on more than itself.
REASONS = [
    ("a second interpreter", {"assert_python_ok", "assert_python_failure", "script_helper", "make_script", "run_python",
                              "subprocess", "requires_subprocess"}),
    ("threads", {"threading", "threading_helper", "start_threads", "collect_in_thread"}),
    ("a C test module", {"_testcapi", "_testinternalcapi", "import_helper", "import_module", "_testbuffer"}),
    ("files", {"TESTFN", "temp_dir", "unlink", "os_helper"}),
    ("unittest.mock", {"mock"}),
    ("doctest", {"doctest"}),
    ("captured output", {"captured_stderr", "captured_stdout", "catch_unraisable_exception"}),
    ("ctypes", {"ctypes"}),
]


def main():
    arguments = parse_arguments()
    interpreters = record.find_interpreters(arguments)
    for version in arguments.versions:
        for test in arguments.tests:
            path = test_file(interpreters.get(version), test)
            if path is None:
                print("%s: no interpreter with Lib/test/test_%s.py" % (version, test))
                continue
            run_file(version, interpreters[version], path, arguments)


def parse_arguments():
    parser = argparse.ArgumentParser(description="Run methods of CPython's own tests on gcscope.")
    parser.add_argument("binary")
    parser.add_argument("--versions", nargs="+", default=["3.11"], choices=record.VERSIONS)
    parser.add_argument("--tests", nargs="+", default=TESTS, choices=TESTS)
    parser.add_argument("--only", metavar="METHOD", help="methods whose name contains it")
    parser.add_argument("--show", action="store_true", help="print the programs and their outputs")
    parser.add_argument("--pythons", metavar="DIR", action="append", default=[])
    parser.add_argument("--python", metavar="VERSION=PATH", action="append", default=[])
    return parser.parse_args()


def test_file(interpreter, test):
    if interpreter is None:
        return None
    code = "import sysconfig; print(sysconfig.get_path('stdlib'))"
    folder = subprocess.run([interpreter, "-c", code], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    path = os.path.join(folder, "test", "test_%s.py" % test)
    return path if os.path.exists(path) else None


def run_file(version, interpreter, path, arguments):
    with open(path, encoding="utf-8") as file:
        module = Module(ast.parse(file.read()))
    counts = {}
    print("## %s of %s" % (os.path.basename(path), version))
    for test_class, method in module.methods():
        if arguments.only and arguments.only not in method:
            continue
        try:
            program = module.program(test_class, method)
        except NotAlone as reason:
            row = ("cannot stand alone: %s" % reason, "-")
        else:
            commands = [[interpreter, "-s"], [os.path.abspath(arguments.binary), "run", "--python", version]]
            row = tuple(run(command, program) for command in commands)
            if arguments.show:
                print(program)
        verdict = judge(*row)
        counts[verdict] = counts.get(verdict, 0) + 1
        shown = row[0] if verdict in ("equal", "not alone") else "CPython %s, gcscope %s" % row
        print("%-9s %s.%s: %s" % (verdict, test_class, method, shown), flush=True)
    print("   ".join("%s %d" % item for item in sorted(counts.items())))


def judge(theirs, ours):
    if ours == "-" or theirs.startswith("skipped") or "requires _testcapi" in theirs:
        return "not alone"
    return "equal" if theirs == ours else "DIFFERS"


def run(command, program):
    """The last lines that a program prints: its verdict, or the error that ended it."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(os.path.realpath(folder), "method.py")
        with open(path, "w", encoding="utf-8") as file:
            file.write(program)
        try:
            done = subprocess.run(command + [path], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            return "no end"
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        if done.returncode != 0 or not lines:
            lines = ["status %d" % done.returncode] + done.stderr.decode("utf-8", "replace").splitlines()[-1:]
            return record.normalise(": ".join(lines), folder)
        return record.normalise(lines[-1], folder)


# -------------------------------------------------------------- cutting it out

class NotAlone(Exception):
    """Why a method cannot be a program."""


class Module:
    """A test file, by the names that its statements bind."""

    def __init__(self, tree):
        self.statements = []
        for statement in tree.body:
            if not self.is_dropped(statement):
                self.statements.extend(without_c_modules(statement))
        self.binders = {}
        for statement in self.statements:
            for name in bound_names(statement):
                self.binders.setdefault(name, []).append(statement)

    @staticmethod
    def is_dropped(statement):
        """The prelude stands for unittest and test.support; a docstring and the call of main do nothing."""
        if isinstance(statement, ast.ImportFrom):
            return (statement.module or "").split(".")[0] == "test"
        if isinstance(statement, ast.Import):
            statement.names = [a for a in statement.names if a.name.split(".")[0] not in ("unittest", "test")]
            return not statement.names
        return isinstance(statement, ast.Expr) or (isinstance(statement, ast.If) and "__name__" in names_in(statement))

    def methods(self):
        for statement in self.statements:
            if isinstance(statement, ast.ClassDef):
                for name in self.test_methods(statement):
                    yield statement.name, name

    def test_methods(self, node):
        """Its own test methods and those of the bases in the file, if it is a TestCase at all."""
        if not self.is_test_case(node):
            return []
        return sorted({m for c in self.lineage(node) for m in methods_of(c) if m.startswith("test")})

    def lineage(self, node):
        """The class and its bases, as far as they stand in the file."""
        found = [node]
        for base in node.bases:
            if isinstance(base, ast.Name):
                for statement in self.binders.get(base.id, []):
                    if isinstance(statement, ast.ClassDef):
                        found.extend(self.lineage(statement))
        return found

    def is_test_case(self, node):
        return any(isinstance(base, ast.Attribute) and base.attr == "TestCase"
                   for c in self.lineage(node) for base in c.bases)

    def program(self, test_class, method):
        """The text of a program that runs this method alone."""
        (node,) = [s for s in self.binders[test_class] if isinstance(s, ast.ClassDef)]
        kept = {c.name: self.kept_methods(c, self.lineage(node), method) for c in self.lineage(node)}
        needed, names = set(), []
        self.need(cut(node, kept), needed, names, kept)
        check(names)
        parts = [PRELUDE]
        for statement in self.statements:
            if id(statement) in needed:
                parts.append(ast.unparse(cut(statement, kept)))
        return "\n\n".join(parts) + MAIN.format(test_class=test_class, method=method)

    def kept_methods(self, node, lineage, method):
        """The names of the methods that the test method calls by way of self, and of what runs around it."""
        bodies = {}
        for c in reversed(lineage):
            bodies.update(methods_of(c))
        wanted, kept = [method, "setUp", "tearDown"], set()
        while wanted:
            name = wanted.pop()
            if name in bodies and name not in kept:
                kept.add(name)
                wanted.extend(n.attr for n in ast.walk(bodies[name]) if isinstance(n, ast.Attribute))
        return kept

    def need(self, node, needed, names, kept):
        """Collects the statements that what stands in a node uses, and the names that nothing in the file binds."""
        for name in sorted(names_in(node)):
            if name in names:
                continue
            names.append(name)
            for statement in self.binders.get(name, []):
                if id(statement) not in needed:
                    needed.add(id(statement))
                    self.need(cut(statement, kept), needed, names, kept)
        for c in [node] if isinstance(node, ast.ClassDef) else []:
            for statement in self.binders.get(c.name, []):
                needed.add(id(statement))


def without_c_modules(statement):
    """What a file does where it finds no C test module, in place of the attempt to import it."""
    if isinstance(statement, ast.Try) and isinstance(statement.body[0], (ast.Import, ast.ImportFrom)):
        first = statement.body[0]
        modules = [first.module] if isinstance(first, ast.ImportFrom) else [a.name for a in first.names]
        if {"_testcapi", "_testinternalcapi"} & set(modules):
            return statement.handlers[0].body
    return [statement]


def cut(node, kept):
    """A test class with nothing but the methods that are kept; anything else as it is."""
    if not isinstance(node, ast.ClassDef) or node.name not in kept:
        return node
    body = [s for s in node.body
            if not isinstance(s, ast.FunctionDef) or s.name in kept[node.name] or not s.name.startswith("test")]
    body = [s for s in body if not isinstance(s, ast.FunctionDef) or s.name in kept[node.name]]
    return ast.ClassDef(name=node.name, bases=node.bases, keywords=node.keywords, body=body or [ast.Pass()],
                        decorator_list=[], **({"type_params": []} if sys.version_info >= (3, 12) else {}))


def methods_of(node):
    return {s.name: s for s in node.body if isinstance(s, ast.FunctionDef)}


def names_in(node):
    """Every name that is read somewhere in a node, and attributes that would lead out of the program."""
    outside = set().union(*(names for _, names in REASONS))
    names = set()
    for n in ast.walk(node):
        if isinstance(n, ast.Name):
            names.add(n.id)
        elif isinstance(n, ast.Attribute) and n.attr in outside:
            names.add(n.attr)
        elif isinstance(n, (ast.Import, ast.ImportFrom)):
            names.update(a.name.split(".")[0] for a in n.names if a.name in outside)
            names.update([n.module] if isinstance(n, ast.ImportFrom) and n.module in outside else [])
    return names


def bound_names(statement):
    """The names that a statement of the module binds, not those of scopes within it."""
    if isinstance(statement, (ast.ClassDef, ast.FunctionDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(a.asname or a.name).split(".")[0] for a in statement.names}
    if isinstance(statement, ast.Name):
        return {statement.id} if isinstance(statement.ctx, ast.Store) else set()
    return set().union(*(bound_names(child) for child in ast.iter_child_nodes(statement)))


def check(names):
    for reason, leading_out in REASONS:
        if leading_out & set(names):
            raise NotAlone(reason)


if __name__ == "__main__":
    main()
