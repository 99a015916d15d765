#!/usr/bin/env python3
"""Record what real CPython prints for the programs in tests/programs.

In: tests/programs/*.py and the interpreters found on this machine.
Out: beside each program an .expected file: standard output, standard error and
exit status, versions that print the same folded into one section.
Invariant: nothing in an .expected file was typed by hand, and nothing in it
depends on hash seed, addresses, directory or the interpreter's start-up
objects: a program for which two unlike runs differ is refused.

    tests/record.py --pythons DIR          every program, every version found
    tests/record.py cycles__ring.py        one program (paths or bare names)
    tests/record.py --check                write nothing, fail where they differ

The form of the files is described in tests/programs/README.md.
"""

import argparse
import collections
import concurrent.futures
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs")
VERSIONS = ["2.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]
# 2.7 reads Python 3 programs only where they happen to be valid in both, so a
# program asks for it by name in its "# versions:" line.
DEFAULT_VERSIONS = VERSIONS[1:]
HEADER_LINES = 6
TIMEOUT_SECONDS = 120


class Refused(Exception):
    """The program cannot be recorded; the message says why."""


# What a run is given beside the program: the hash seed (which also sets the
# size of the environment), the folder's name, the interpreter's flags and how
# many lists more the start-up leaves alive.
Surroundings = collections.namedtuple("Surroundings", "seed folder flags n_lists")


def main():
    arguments = parse_arguments()
    interpreters = find_interpreters(arguments)
    wanted = arguments.versions or VERSIONS
    interpreters = {v: p for v, p in interpreters.items() if v in wanted}
    if not interpreters:
        sys.exit("no interpreter found: use --pythons DIR or --python VERSION=PATH")
    for version in VERSIONS:
        if version in interpreters:
            print("%-5s %s" % (version, interpreters[version]), file=sys.stderr)
    programs = choose_programs(arguments)
    n_bad = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        jobs = [(p, pool.submit(record, p, interpreters, arguments)) for p in programs]
        for program, job in jobs:
            try:
                verdict = job.result()
            except Refused as refusal:
                n_bad += 1
                verdict = "REFUSED: %s" % refusal
            else:
                n_bad += verdict == "DIFFERS"
            if verdict != "same":
                print("%s: %s" % (os.path.basename(program), verdict), flush=True)
    print("%d programs, %d refused or different" % (len(programs), n_bad))
    sys.exit(1 if n_bad else 0)


def parse_arguments():
    parser = argparse.ArgumentParser(
        description="Record what real CPython prints for tests/programs."
    )
    parser.add_argument("programs", nargs="*", help="programs (default: all)")
    parser.add_argument("--pythons", metavar="DIR", action="append", default=[],
                        help="a folder with python3.x in it, before pyenv and PATH")
    parser.add_argument("--python", metavar="VERSION=PATH", action="append", default=[],
                        help="one interpreter, before everything else")
    parser.add_argument("--versions", nargs="+", choices=VERSIONS, help="only these")
    parser.add_argument("--packages", metavar="DIR",
                        help="a folder put on sys.path of programs that need objgraph or psutil")
    parser.add_argument("--missing", action="store_true",
                        help="only programs that changed or were never recorded")
    parser.add_argument("--check", action="store_true",
                        help="write nothing; say where a recording differs")
    parser.add_argument("--jobs", type=int, default=1, help="programs at a time")
    return parser.parse_args()


# ---------------------------------------------------------------- interpreters

def find_interpreters(arguments):
    """Version -> path; the first source that has a working one wins."""
    found = {}
    for item in arguments.python:
        version, _, path = item.partition("=")
        if version not in VERSIONS or not path:
            sys.exit("--python wants VERSION=PATH with one of %s" % ", ".join(VERSIONS))
        found[version] = path
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    for version in VERSIONS:
        candidates = [os.path.join(d, "python" + version) for d in arguments.pythons]
        installed = glob.glob(os.path.join(pyenv, "versions", version + ".*", "bin", "python"))
        candidates += sorted(installed, key=patch_number, reverse=True)
        candidates.append(shutil.which("python" + version))
        for path in candidates:
            if path and version not in found and answers_to(path, version):
                found[version] = os.path.abspath(path)
    return found


def patch_number(path):
    numbers = re.findall(r"versions/\d+\.\d+\.(\d+)", path)
    return int(numbers[0]) if numbers else -1


def answers_to(path, version):
    """A pyenv shim exists for versions that are not active; ask before trusting."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        run = subprocess.run([path, "-c", code], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, timeout=30)
    except OSError:
        return False
    return run.returncode == 0 and run.stdout.decode().strip() == version


# -------------------------------------------------------------------- programs

def choose_programs(arguments):
    names = arguments.programs
    if names:
        programs = [n if os.path.exists(n) else os.path.join(PROGRAMS, n) for n in names]
    else:
        programs = sorted(glob.glob(os.path.join(PROGRAMS, "*.py")))
    for program in programs:
        if not re.match(r"[a-z0-9_]+__[a-z0-9_]+(\.repl)?\.py$", os.path.basename(program)):
            sys.exit("%s: a program is named <area>__<law>.py" % program)
    if arguments.missing:
        programs = [p for p in programs if read_expected(p)[0] != digest(p)]
    return programs


def header_field(program, field):
    """The value of a "# field: value" comment in the first lines, or None."""
    with open(program, encoding="utf-8") as source:
        for _ in range(HEADER_LINES):
            match = re.match(r"#\s*%s:\s*(.+)" % field, source.readline())
            if match:
                return match.group(1).strip()
    return None


def versions_of(program):
    """"3.12+", "3.8-3.11", "2.7 3.8+", … -> the set of versions."""
    field = header_field(program, "versions")
    if field is None:
        return set(DEFAULT_VERSIONS)
    chosen = set()
    for item in field.replace(",", " ").split():
        match = re.match(r"(\d\.\d+)(\+|-(\d\.\d+))?$", item)
        if not match or match.group(1) not in VERSIONS:
            raise Refused("cannot read the versions %r" % field)
        first = VERSIONS.index(match.group(1))
        last = first
        if match.group(2) == "+":
            last = len(VERSIONS) - 1
        elif match.group(3):
            last = VERSIONS.index(match.group(3))
        chosen.update(VERSIONS[first:last + 1])
    return chosen


def digest(program):
    with open(program, "rb") as source:
        return hashlib.sha256(source.read()).hexdigest()[:16]


# ------------------------------------------------------------------- recording

def record(program, interpreters, arguments):
    wanted = versions_of(program)
    old_digest, old = read_expected(program)
    new_digest = digest(program)
    # Versions that this machine lacks keep what another machine recorded, as
    # long as the program itself is the same.
    kept = old if old_digest == new_digest else {}
    results = {v: r for v, r in kept.items() if v in wanted}
    for version in VERSIONS:
        if version in wanted and version in interpreters:
            results[version] = record_one(program, version, interpreters[version], arguments)
    if not results:
        raise Refused("no interpreter for the versions it asks for")
    text = render(new_digest, results)
    path = expected_path(program)
    before = None
    if os.path.exists(path):
        with open(path, encoding="utf-8", newline="") as file:
            before = file.read()
    if before == text:
        return "same"
    if arguments.check:
        return "DIFFERS"
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    n_sections = text.count("\n## ")
    return "recorded, %d version(s), %d section(s)" % (len(results), n_sections)


def record_one(program, version, interpreter, arguments):
    """Runs that differ in all that must not matter, and their one result."""
    surroundings = [
        Surroundings("0", "a", [], 0),
        Surroundings("4711", "another_folder", ["-S"], 0),
        # Half of the youngest generation's threshold: an automatic collection
        # in the middle of the program shows itself.
        Surroundings("1", "b", [], 1000 if version in ("3.13", "3.14", "3.15") else 350),
    ]
    results = [run(program, version, interpreter, arguments, s) for s in surroundings]
    for result in results[1:]:
        if result != results[0]:
            raise Refused("not deterministic on %s:\n%s\n---\n%s"
                          % (version, render_result(results[0]), render_result(result)))
    return results[0]


def run(program, version, interpreter, arguments, surroundings):
    name = os.path.basename(program)
    environment = {
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8",
        "PYTHONHASHSEED": surroundings.seed, "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_COLORS": "0", "PYTHON_BASIC_REPL": "1",
        "PADDING": "x" * int(surroundings.seed),
    }
    paths = []
    if arguments.packages and re.search("objgraph|psutil", header_field(program, "needs") or ""):
        packages = os.path.join(arguments.packages, version)
        paths.append(packages if os.path.isdir(packages) else arguments.packages)
    with tempfile.TemporaryDirectory() as top:
        home = os.path.join(os.path.realpath(top), surroundings.folder)
        os.mkdir(home)
        environment["PATH"] = put_renderer(top) + os.pathsep + environment["PATH"]
        if surroundings.n_lists:
            paths.append(os.path.join(top, "site"))
            os.mkdir(paths[-1])
            with open(os.path.join(paths[-1], "sitecustomize.py"), "w") as file:
                file.write("keep = [[] for i in range(%d)]\n" % surroundings.n_lists)
        environment["PYTHONPATH"] = os.pathsep.join(paths)
        environment["HOME"] = home
        copy = os.path.join(home, name)
        source = put_in_place(program, copy, version)
        command = [interpreter, "-s"] + surroundings.flags
        if name.endswith(".repl.py"):
            command += ["-q", "-i"] if version != "2.7" else ["-i"]
        else:
            source = b""
            command += [copy]
        try:
            done = subprocess.run(command, input=source, cwd=home, env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            raise Refused("does not end on %s" % version)
        stderr = done.stderr.decode("utf-8")
        if name.endswith(".repl.py"):
            stderr = strip_prompts(stderr, version)
        if "-S" in surroundings.flags:
            stderr = re.sub(r"\. Site initialization is disabled, .*", "", stderr)
        stdout = done.stdout.decode("utf-8")
        return (done.returncode, normalise(stdout, home), normalise(stderr, home))


def put_renderer(top):
    """A folder with a program `dot` that renders nothing: what objgraph prints must not depend on what is installed."""
    folder = os.path.join(top, "bin")
    os.mkdir(folder)
    path = os.path.join(folder, "dot")
    with open(path, "w") as file:
        file.write("#!/bin/sh\n")
    os.chmod(path, 0o755)
    return folder


def put_in_place(program, copy, version):
    """Copy the program; for 2.7 its first line becomes a future import."""
    with open(program, "rb") as file:
        source = file.read()
    if version == "2.7":
        first, newline, rest = source.partition(b"\n")
        if not first.startswith(b"#"):
            raise Refused("for 2.7 the first line must be a comment")
        source = b"from __future__ import print_function, division" + newline + rest
    with open(copy, "wb") as file:
        file.write(source)
    return source


def strip_prompts(stderr, version):
    """Drop the prompts, which a piped REPL writes to standard error."""
    lines = [re.sub(r"^((>>>|\.\.\.) )+", "", line) for line in stderr.split("\n")]
    if version == "2.7":
        lines = lines[2:]  # 2.7 has no -q: its banner is two lines
    text = "\n".join(lines)
    # The end of input ends the line of the last prompt.
    return text[:-1] if text.endswith("\n\n") or text == "\n" else text


def normalise(text, home):
    """Replace what differs from run to run; the runner does the same."""
    text = text.replace(home + os.sep, "")
    text = re.sub(r"0x[0-9a-f]+", "0xADDRESS", text)
    text = re.sub(r"\d+\.\d+s elapsed", "TIME elapsed", text)
    text = re.sub(r"(?m)^(gc: objects in (each|permanent) generation:)( \d+)+$",
                  lambda m: m.group(1) + " N" * m.group(0)[len(m.group(1)):].count(" "), text)
    text = re.sub(r"\d+\.\d+ MB\b", lambda m: round_memory(float(m.group(0)[:-3])), text)
    text = re.sub(r"/tmp/objgraph-[a-z0-9_]{8}\.", "objgraph-NAME.", text)
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text):
        raise Refused("prints control characters")
    return text


def round_memory(megabytes):
    """Real memory is never the same twice; its hundreds are (up to a hundred: its fifties)."""
    step = 50 if megabytes < 75 else 100
    return "%d MB" % (int(megabytes / step + 0.5) * step)


# -------------------------------------------------------------- expected files

def expected_path(program):
    return program[:-len(".py")] + ".expected"


def read_expected(program):
    """(digest of the program recorded, {version: (status, stdout, stderr)})."""
    path = expected_path(program)
    if not os.path.exists(path):
        return None, {}
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    recorded = lines[0].rpartition(" ")[2]
    results = {}
    versions, status, streams = [], 0, {"|": "", "!": ""}

    def close():
        for version in versions:
            results[version] = (status, streams["|"], streams["!"])

    last = None
    for line in lines[1:]:
        if line.startswith("## "):
            close()
            versions, status, streams = line[3:].split(), 0, {"|": "", "!": ""}
        elif line.startswith("status "):
            status = int(line[len("status "):])
        elif line[:1] in streams:
            last = line[0]
            streams[last] += line[1:] + "\n"
        elif line == "\\":
            streams[last] = streams[last][:-1]
    close()
    return recorded, results


def render(program_digest, results):
    sections = []
    for version in VERSIONS:
        if version not in results:
            continue
        for versions, result in sections:
            if result == results[version]:
                versions.append(version)
                break
        else:
            sections.append(([version], results[version]))
    text = "# program %s\n" % program_digest
    for versions, result in sections:
        text += "\n## %s\n%s" % (" ".join(versions), render_result(result))
    return text


def render_result(result):
    status, stdout, stderr = result
    return "status %d\n%s%s" % (status, mark(stdout, "|"), mark(stderr, "!"))


def mark(text, sign):
    if not text:
        return ""
    lines = text.split("\n")
    if lines[-1] == "":
        return "".join(sign + line + "\n" for line in lines[:-1])
    return "".join(sign + line + "\n" for line in lines) + "\\\n"


if __name__ == "__main__":
    main()
