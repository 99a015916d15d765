#!/usr/bin/env python3
"""Run random programs on real CPython and on gcscope, and say where they differ.

In: seeds, a gcscope binary and the interpreters found on this machine. Out: for each difference the seed, the program
shrunk to what is needed for it, and both outputs; at the end how many programs were run.
Invariant: a program is compared line by line after the recorder's normalisation, standard error included; nothing is
retried until it passes. A difference that only shows after other programs is shrunk together with them.

    tests/fuzz.py target/debug/gcscope --versions 3.8 3.12 --seeds 0 1000
    tests/fuzz.py target/debug/gcscope --versions 3.12 --show 17    the program of seed 17
    tests/fuzz.py --write 0 300 40 --without 17 23      write programs fuzz__*.py, 40 in each, to be recorded
"""

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import fuzz_programs
import record

TIMEOUT_SECONDS = 60
# So many smaller programs are tried to shrink one difference.
MOST_TRIALS = 400
RELEASE = "import sys; print('%d.%d.%d' % sys.version_info[:3])"


def main():
    arguments = parse_arguments()
    if arguments.write:
        return write(*arguments.write, arguments)
    if arguments.show is not None:
        print(fuzz_programs.batch([make(arguments.show, arguments)], arguments.show))
        return None
    interpreters = record.find_interpreters(arguments)
    if arguments.same_release:
        interpreters = same_releases(interpreters, arguments)
        arguments.versions = [v for v in arguments.versions if v in interpreters]
    missing = [v for v in arguments.versions if v not in interpreters]
    if missing:
        sys.exit("no interpreter for %s: use --pythons DIR" % ", ".join(missing))
    n_different = 0
    for version in arguments.versions:
        n_different += fuzz(version, interpreters[version], arguments)
    sys.exit(1 if n_different else 0)


def parse_arguments():
    parser = argparse.ArgumentParser(description="Compare gcscope with CPython on random programs.")
    parser.add_argument("binary", nargs="?", default="target/debug/gcscope")
    parser.add_argument("--versions", nargs="+", default=["3.8", "3.11", "3.12", "3.13"], choices=record.VERSIONS)
    parser.add_argument("--seeds", nargs=2, type=int, default=[0, 1000], metavar=("FIRST", "END"))
    parser.add_argument("--batch", type=int, default=50, help="programs in one process")
    parser.add_argument("--most", type=int, default=5, help="differences to shrink for each version")
    parser.add_argument("--no-counts", action="store_true", help="programs that do not show the collector's counts")
    parser.add_argument("--same-release", action="store_true",
                        help="only interpreters of the very releases that gcscope's versions stand for")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the program of a seed")
    parser.add_argument("--write", nargs=3, type=int, metavar=("FIRST", "END", "EACH"))
    parser.add_argument("--without", nargs="+", type=int, default=[], metavar="SEED", help="seeds not to write")
    parser.add_argument("--pythons", metavar="DIR", action="append", default=[])
    parser.add_argument("--python", metavar="VERSION=PATH", action="append", default=[])
    return parser.parse_args()


def make(seed, arguments):
    """(number, statements) of a seed."""
    return seed, fuzz_programs.Generator(seed, not arguments.no_counts).program()


def same_releases(interpreters, arguments):
    """Those of the release that gcscope names as its own: others of the same version differ in small things."""
    same = {}
    for version in arguments.versions:
        commands = [[interpreters.get(version), "-c", RELEASE],
                    [os.path.abspath(arguments.binary), "run", "--python", version, "-"]]
        if version in interpreters:
            outputs = [subprocess.run(command, input=RELEASE.encode(), stdout=subprocess.PIPE, check=True).stdout
                       for command in commands]
            release = outputs[1].decode().strip()
            if outputs[0] == outputs[1]:
                same[version] = interpreters[version]
        else:
            release = version
        if version not in same:
            print("%s: skipped, there is no CPython %s" % (version, release), flush=True)
    return same


# --------------------------------------------------------------------- running

def fuzz(version, interpreter, arguments):
    """Runs all seeds on one version; the number of programs that differ."""
    first, end = arguments.seeds
    sides = Sides(version, interpreter, os.path.abspath(arguments.binary))
    started, different = time.time(), []
    for start in range(first, end, arguments.batch):
        programs = [make(seed, arguments) for seed in range(start, min(start + arguments.batch, end))]
        numbers = sides.differing(programs)
        for program in [p for p in programs if p[0] in numbers]:
            different.append(program[0])
            if len(different) <= arguments.most:
                before = programs[:programs.index(program)]
                report(sides, [program] if sides.differ([program]) else before + [program])
    print("%s: %d programs, %d different, %d s %s" % (version, end - first, len(different), time.time() - started,
                                                     different[:60] or ""), flush=True)
    return len(different)


class Sides:
    """CPython and gcscope, of one version."""

    def __init__(self, version, interpreter, binary):
        self.commands = [[interpreter, "-s", "-S"], [binary, "run", "--python", version]]
        self.version = version

    def outputs(self, programs):
        """What each side prints for a batch: (status, stdout, stderr)."""
        text = fuzz_programs.batch(programs, "%s to %s" % (programs[0][0], programs[-1][0]))
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            path = os.path.join(folder, "fuzz.py")
            with open(path, "w") as file:
                file.write(text)
            return [self.output(command + [path], folder) for command in self.commands]

    def output(self, command, folder):
        environment = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
                       "PYTHON_COLORS": "0"}
        try:
            done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            return ("no end", "", "")
        streams = [record.normalise(s.decode("utf-8", "replace"), folder) for s in (done.stdout, done.stderr)]
        return (done.returncode, streams[0], streams[1])

    def differ(self, programs):
        first, second = self.outputs(programs)
        return first != second

    def differing(self, programs):
        """The numbers of the programs of a batch whose part of the output differs."""
        first, second = self.outputs(programs)
        if first == second:
            return set()
        numbers = set()
        for ours, theirs in zip(first[1:], second[1:]):
            ours, theirs = parts(ours), parts(theirs)
            numbers.update(n for n in set(ours) | set(theirs) if ours.get(n) != theirs.get(n))
        # What differs before the first or after the last of them.
        return numbers or {programs[-1][0]}


def parts(stream):
    """The lines that stand after each "== number"."""
    found, lines = {}, []
    for line in stream.split("\n"):
        if line.startswith("== ") and line[3:].isdigit():
            lines = found.setdefault(int(line[3:]), [])
        lines.append(line)
    return found


# ------------------------------------------------------------------- shrinking

def report(sides, programs):
    programs = shrink(sides, programs)
    first, second = sides.outputs(programs)
    print("---- seed %d on %s" % (programs[-1][0], sides.version))
    for number, statements in programs:
        if len(programs) > 1:
            print("# program %d" % number)
        print("\n".join(fuzz_programs.render(statements)))
    lines = [("status %s\n%s\n%s" % side).splitlines() for side in (first, second)]
    for line in difflib.unified_diff(lines[0], lines[1], "CPython " + sides.version, "gcscope", lineterm="", n=1):
        print("    " + line)
    sys.stdout.flush()


def shrink(sides, programs):
    """Takes programs, then statements away as long as both sides still differ in the same way."""
    trials = 0
    changed = True
    while changed and trials < MOST_TRIALS:
        changed = False
        for less in candidates(programs):
            trials += 1
            if trials >= MOST_TRIALS:
                break
            if still_differs(sides, less):
                programs, changed = less, True
                break
    return programs


def candidates(programs):
    for at in range(len(programs) - 1):
        yield programs[:at] + programs[at + 1:]
    for at, (number, statements) in enumerate(programs):
        for less in fuzz_programs.smaller(statements):
            yield programs[:at] + [(number, less)] + programs[at + 1:]


def still_differs(sides, programs):
    """A cut that makes a name unbound, or leaves no program, is no smaller example."""
    first, second = sides.outputs(programs)
    unbound = any(error in stream for stream in first[1:] for error in ("NameError", "UnboundLocalError"))
    broken = "SyntaxError" in first[2] or "IndentationError" in first[2]
    return first != second and not unbound and not broken


# --------------------------------------------------------------------- writing

def write(first, end, each, arguments):
    """Programs to be recorded: they keep what was found from coming back where no interpreter is installed."""
    seeds = [seed for seed in range(first, end) if seed not in arguments.without]
    for number, start in enumerate(range(0, len(seeds), each)):
        programs = [make(seed, arguments) for seed in seeds[start:start + each]]
        path = os.path.join(record.PROGRAMS, "fuzz__seeds_%d.py" % number)
        with open(path, "w", encoding="utf-8") as file:
            file.write(fuzz_programs.batch(programs, "%d to %d" % (programs[0][0], programs[-1][0])))
        print(path)


if __name__ == "__main__":
    main()
