#!/usr/bin/env python3
"""Record what real CPython says about compiling the sources in this directory.

In: interpreters. Out: the .expected files beside this script, one set for each
version. Invariant: run by the interpreter itself, this file prints; nothing is
computed here that the interpreter did not say.

    tests/compile/record.py python3.8 python3.14 …
"""

import dis
import os
import subprocess
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    if sys.argv[1:] == ["--print-syntax-errors"]:
        print_syntax_errors()
    elif sys.argv[1:] == ["--print-borrowing"]:
        print_borrowing()
    else:
        for interpreter in sys.argv[1:]:
            record(interpreter)


def record(interpreter):
    script = os.path.abspath(__file__)
    version = run(interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()
    write("syntax_errors.%s.expected" % version, run(interpreter, "-W", "ignore", script, "--print-syntax-errors"))
    if version in ("3.14", "3.15"):
        write("borrowing.%s.expected" % version, run(interpreter, script, "--print-borrowing"))


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8",
                          env=dict(os.environ, PYTHONIOENCODING="utf-8")).stdout


def write(name, text):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def print_syntax_errors():
    with open(os.path.join(HERE, "syntax_errors.txt"), encoding="utf-8", newline="\n") as file:
        sources = file.read().split("\n====\n")
    for source in sources:
        if not source.endswith("\n"):
            source += "\n"
        try:
            compile(source, "test", "exec", dont_inherit=True)
        except SyntaxError as error:
            end = [getattr(error, "end_lineno", None), getattr(error, "end_offset", None)]
            place = [error.lineno, error.offset] + end
            print(type(error).__name__, *place, error.msg, sep="|")
        else:
            print("compiles")


def print_borrowing():
    with open(os.path.join(HERE, "borrowing.py"), encoding="utf-8") as file:
        code = compile(file.read(), "borrowing.py", "exec", dont_inherit=True)
    print_loads(code)


def print_loads(code):
    """One line for each local and line: how many loads borrow there, and how many do not."""
    loads = {}
    for instruction in dis.get_instructions(code):
        for name, borrows in loaded(instruction):
            key = (instruction.positions.lineno, name)
            if name not in code.co_cellvars + code.co_freevars:
                loads.setdefault(key, set()).add(borrows)
    for (line, name), kinds in sorted(loads.items()):
        print(code.co_qualname, line, name, *sorted("borrows" if kind else "owns" for kind in kinds))
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            print_loads(constant)


def loaded(instruction):
    name = instruction.opname
    if name in ("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW"):
        return [(instruction.argval, "BORROW" in name)]
    if name in ("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW"):
        return [(local, "BORROW" in name) for local in instruction.argval]
    if name == "STORE_FAST_LOAD_FAST":
        return [(instruction.argval[1], False)]
    return []


if __name__ == "__main__":
    main()
