#!/usr/bin/env python3
"""Compare what a gcscope binary prints with what real CPython printed.

In: a gcscope binary and the recordings in tests/programs. Out: one line for each
program that differs, a table by area, and on demand the difference itself.
Invariant: the recordings are only read; both sides are normalised by the same
function, the recorder's.

    tests/compare.py target/debug/gcscope                 the small language
    tests/compare.py target/debug/gcscope --all           everything
    tests/compare.py target/debug/gcscope --show NAME.py  the differences
"""

import argparse
import collections
import difflib
import glob
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import record

PROFILES = ["3.8", "3.11", "3.12", "3.13", "3.14", "3.15"]


def main():
    parser = argparse.ArgumentParser(
        description="Compare a gcscope binary with the recordings.")
    parser.add_argument("binary")
    parser.add_argument("programs", nargs="*", help="programs (default: all)")
    parser.add_argument("--all", action="store_true",
                        help="also programs that need more than the small language")
    parser.add_argument("--versions", nargs="+", default=PROFILES)
    parser.add_argument("--show", action="store_true", help="print the differences")
    arguments = parser.parse_args()
    names = arguments.programs or sorted(glob.glob(os.path.join(record.PROGRAMS, "*.py")))
    table = collections.defaultdict(collections.Counter)
    for name in names:
        program = name if os.path.exists(name) else os.path.join(record.PROGRAMS, name)
        if not arguments.programs and not arguments.all and record.header_field(program, "needs"):
            continue
        compare(program, arguments, table)
    total = collections.Counter()
    for area, counts in sorted(table.items()):
        print("%-14s %4d equal %4d different" % (area, counts["equal"], counts["different"]))
        total.update(counts)
    print("%d equal, %d different" % (total["equal"], total["different"]))
    sys.exit(1 if total["different"] else 0)


def compare(program, arguments, table):
    recorded, results = record.read_expected(program)
    base = os.path.basename(program)
    if recorded != record.digest(program):
        sys.exit("%s: not recorded in its present form" % base)
    different = []
    for version in arguments.versions:
        if version not in results:
            continue
        ours = run(os.path.abspath(arguments.binary), program, version)
        equal = ours == results[version]
        table[base.split("__")[0]]["equal" if equal else "different"] += 1
        if not equal:
            different.append(version)
            if arguments.show:
                show(base, version, results[version], ours)
    if different:
        print("%s: differs on %s" % (base, " ".join(different)), flush=True)


def run(binary, program, version):
    """(status, stdout, stderr), normalised as the recorder does it."""
    name = os.path.basename(program)
    mode = "repl" if name.endswith(".repl.py") else "script"
    with tempfile.TemporaryDirectory() as top:
        home = os.path.realpath(top)
        copy = os.path.join(home, name)
        shutil.copyfile(program, copy)
        command = [binary, "run", copy, "--python", version, "--mode", mode]
        try:
            done = subprocess.run(command, cwd=home, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        except subprocess.TimeoutExpired:
            return ("timeout", "", "")
        stdout = done.stdout.decode("utf-8", "replace")
        stderr = done.stderr.decode("utf-8", "replace")
        try:
            return (done.returncode, record.normalise(stdout, home),
                    record.normalise(stderr, home))
        except record.Refused as refusal:
            return (str(refusal), "", "")


def show(base, version, expected, ours):
    lines = [text.splitlines() for text in map(render, (expected, ours))]
    for line in difflib.unified_diff(lines[0], lines[1], "CPython " + version,
                                     "gcscope " + base, lineterm="", n=2):
        print("    " + line)


def render(result):
    status, stdout, stderr = result
    return "status %s\n%s%s" % (status, record.mark(stdout, "|"), record.mark(stderr, "!"))


if __name__ == "__main__":
    main()
