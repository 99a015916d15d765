//! Every recorded program, on every recorded version, prints here what it printed on real CPython.
//!
//! In: tests/programs/*.py with their recordings (see README.md there) and known-gaps.txt. A program that differs must be
//! listed as a gap, and a gap that does not differ any more fails: the list only ever tells the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use gcscope::profile::Profile;
use gcscope::python::vm::session::{Options, Session};

/// Deep recursion of the program nests native calls; the command line gives them as much.
const STACK: usize = 512 << 20;
const THREADS: usize = 2;
const MAX_STEPS: u64 = 50_000_000;
const MAX_HEAP: u64 = 2 << 30;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Printed {
    status: i32,
    stdout: String,
    stderr: String,
}

struct Case {
    program: String,
    version: String,
    source: String,
    expected: Printed,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

/// All programs with all versions that exist here.
fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .expect("tests/programs can be read")
        .map(|entry| entry.expect("its entries can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let program = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let source = fs::read_to_string(&path).expect("a program is UTF-8");
        let recording = fs::read_to_string(path.with_extension("expected"))
            .unwrap_or_else(|error| panic!("{program} has no recording: {error}"));
        for (version, expected) in read_recording(&recording) {
            if Profile::by_name(&version).is_some() {
                cases.push(Case {
                    program: program.clone(),
                    version,
                    source: source.clone(),
                    expected,
                });
            }
        }
    }
    cases
}

/// The sections of a recording, by version.
fn read_recording(text: &str) -> BTreeMap<String, Printed> {
    let mut sections = BTreeMap::new();
    let mut versions: Vec<String> = Vec::new();
    let mut printed = Printed::default();
    let mut last_is_stdout = true;
    for line in text.split('\n').skip(1) {
        if let Some(names) = line.strip_prefix("## ") {
            close(&mut sections, &versions, &printed);
            versions = names.split(' ').map(str::to_owned).collect();
            printed = Printed::default();
        } else if let Some(status) = line.strip_prefix("status ") {
            printed.status = status.parse().expect("a status is a number");
        } else if let Some(line) = line.strip_prefix('|') {
            last_is_stdout = true;
            printed.stdout.push_str(line);
            printed.stdout.push('\n');
        } else if let Some(line) = line.strip_prefix('!') {
            last_is_stdout = false;
            printed.stderr.push_str(line);
            printed.stderr.push('\n');
        } else if line == "\\" {
            let stream = if last_is_stdout {
                &mut printed.stdout
            } else {
                &mut printed.stderr
            };
            stream.pop();
        }
    }
    close(&mut sections, &versions, &printed);
    sections
}

fn close(sections: &mut BTreeMap<String, Printed>, versions: &[String], printed: &Printed) {
    for version in versions {
        sections.insert(version.clone(), printed.clone());
    }
}

/// What gcscope prints; a panic shows as what it says.
fn run(case: &Case) -> Printed {
    let profile = Profile::by_name(&case.version).expect("cases() chose known versions");
    let is_prompt = case.program.ends_with(".repl.py");
    let result = catch_unwind(AssertUnwindSafe(|| {
        let mut session = Session::new(Options {
            profile,
            max_steps: MAX_STEPS,
            max_heap_bytes: MAX_HEAP,
            record: None,
            filename: case.program.clone(),
            ..Options::default()
        });
        let outcome = if is_prompt {
            session.run_inputs(&case.source)
        } else {
            session.run_program(&case.source)
        };
        session.finish();
        let output = session.take_output();
        Printed {
            status: outcome.status(),
            stdout: normalise(&output.stdout),
            stderr: normalise(&output.stderr),
        }
    }));
    result.unwrap_or_else(|panic| Printed {
        status: 101,
        stdout: String::new(),
        stderr: panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_default(),
    })
}

/// Addresses, times and the collector's numbers of objects differ from run to run: as the recorder does.
fn normalise(text: &str) -> String {
    text.split('\n')
        .map(normalise_line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn normalise_line(line: &str) -> String {
    let line = replace_addresses(line);
    let line = replace_time(&line);
    let line = replace_graph_names(&round_memory(&line));
    for start in [
        "gc: objects in each generation: ",
        "gc: objects in permanent generation: ",
    ] {
        if let Some(numbers) = line.strip_prefix(start) {
            let numbers: Vec<&str> = numbers
                .split(' ')
                .map(|word| {
                    if word.bytes().all(|b| b.is_ascii_digit()) {
                        "N"
                    } else {
                        word
                    }
                })
                .collect();
            return format!("{start}{}", numbers.join(" "));
        }
    }
    line
}

fn replace_addresses(line: &str) -> String {
    let mut replaced = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..]
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
            .count();
        replaced.push_str(&rest[..at]);
        replaced.push_str(if digits > 0 { "0xADDRESS" } else { "0x" });
        rest = &rest[at + 2 + digits..];
    }
    replaced.push_str(rest);
    replaced
}

fn replace_time(line: &str) -> String {
    let Some(end) = line.find("s elapsed") else {
        return line.to_owned();
    };
    let start = line[..end]
        .rfind(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map_or(0, |at| at + 1);
    format!("{}TIME{}", &line[..start], &line[end + 1..])
}

/// Real memory is never the same twice; its hundreds are (up to a hundred: its fifties).
fn round_memory(line: &str) -> String {
    let mut rounded = String::new();
    let mut rest = line;
    while let Some(end) = rest.find(" MB") {
        let start = rest[..end]
            .rfind(|c: char| !(c.is_ascii_digit() || c == '.'))
            .map_or(0, |at| {
                at + rest[at..].chars().next().map_or(1, char::len_utf8)
            });
        match rest[start..end].parse::<f64>() {
            Ok(megabytes) if rest[start..end].contains('.') => {
                let step = if megabytes < 75.0 { 50.0 } else { 100.0 };
                let steps = (megabytes / step + 0.5).floor();
                rounded.push_str(&format!("{}{} MB", &rest[..start], steps * step));
            }
            _ => rounded.push_str(&rest[..end + 3]),
        }
        rest = &rest[end + 3..];
    }
    rounded.push_str(rest);
    rounded
}

/// objgraph writes into files with names by chance.
fn replace_graph_names(line: &str) -> String {
    const START: &str = "/tmp/objgraph-";
    let mut replaced = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(START) {
        let name = &rest[at + START.len()..];
        replaced.push_str(&rest[..at]);
        if name.as_bytes().get(8) == Some(&b'.') {
            replaced.push_str("objgraph-NAME");
            rest = &name[8..];
        } else {
            replaced.push_str(START);
            rest = name;
        }
    }
    replaced.push_str(rest);
    replaced
}

/// `program version` of each known gap.
fn known_gaps() -> BTreeSet<(String, String)> {
    let text =
        fs::read_to_string(folder().join("known-gaps.txt")).expect("known-gaps.txt is there");
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .flat_map(|line| {
            let mut words = line.split(' ');
            let program = words.next().unwrap_or_default().to_owned();
            words
                .map(move |version| (program.clone(), version.to_owned()))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Runs all cases on a few threads; those that differ, with what they printed.
fn differing(cases: Vec<Case>) -> Vec<(Case, Printed)> {
    let cases = Arc::new(
        cases
            .into_iter()
            .map(|case| Mutex::new(Some(case)))
            .collect::<Vec<_>>(),
    );
    let next = Arc::new(AtomicUsize::new(0));
    let found = Arc::new(Mutex::new(Vec::new()));
    let runners: Vec<_> = (0..THREADS)
        .map(|_| {
            let (cases, next, found) = (cases.clone(), next.clone(), found.clone());
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn(move || {
                    while let Some(place) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let case = place
                            .lock()
                            .expect("no runner panics")
                            .take()
                            .expect("each is taken once");
                        let printed = run(&case);
                        if printed != case.expected {
                            found
                                .lock()
                                .expect("no runner panics")
                                .push((case, printed));
                        }
                    }
                })
                .expect("a thread can be started")
        })
        .collect();
    for runner in runners {
        runner.join().expect("no runner panics");
    }
    let mut found = Arc::into_inner(found)
        .expect("the runners are done")
        .into_inner()
        .expect("no runner panics");
    found.sort_by(|(a, _), (b, _)| (&a.program, &a.version).cmp(&(&b.program, &b.version)));
    found
}

fn first_difference(expected: &str, printed: &str) -> Option<String> {
    let (mut expected, mut printed) = (expected.lines(), printed.lines());
    for line in 1.. {
        let pair = (expected.next(), printed.next());
        match pair {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => {
                return Some(format!(
                    "line {line}: CPython {:?}, gcscope {:?}",
                    a.unwrap_or("(end)"),
                    b.unwrap_or("(end)")
                ));
            }
        }
    }
    None
}

#[test]
fn programs_print_what_cpython_prints() {
    std::panic::set_hook(Box::new(|_| {}));
    let cases = cases();
    let n = cases.len();
    let all: BTreeSet<(String, String)> = cases
        .iter()
        .map(|case| (case.program.clone(), case.version.clone()))
        .collect();
    let gaps = known_gaps();
    let found = differing(cases);
    if std::env::var_os("GCSCOPE_WRITE_GAPS").is_some() {
        write_gaps(&found);
        return;
    }
    let mut problems = String::new();
    let mut different = BTreeSet::new();
    for (case, printed) in &found {
        let key = (case.program.clone(), case.version.clone());
        if !gaps.contains(&key) {
            let at = first_difference(&case.expected.stdout, &printed.stdout)
                .or_else(|| first_difference(&case.expected.stderr, &printed.stderr))
                .unwrap_or_else(|| {
                    format!(
                        "status {} instead of {}",
                        printed.status, case.expected.status
                    )
                });
            problems.push_str(&format!("{} on {}: {at}\n", key.0, key.1));
        }
        different.insert(key);
    }
    for gap in &gaps {
        if !different.contains(gap) {
            let what = if all.contains(gap) {
                "prints what CPython prints"
            } else {
                "is not recorded"
            };
            problems.push_str(&format!(
                "{} on {} {what}: take it out of tests/programs/known-gaps.txt\n",
                gap.0, gap.1
            ));
        }
    }
    println!(
        "{} of {n} runs equal, {} known gaps",
        n - found.len(),
        gaps.len()
    );
    // The hook that keeps the panics of programs quiet would keep this one quiet, too.
    print!("{problems}");
    assert!(problems.is_empty());
}

/// Writes the list of gaps anew: `GCSCOPE_WRITE_GAPS=1 cargo test --test programs`.
fn write_gaps(found: &[(Case, Printed)]) {
    let mut by_program: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (case, _) in found {
        by_program
            .entry(&case.program)
            .or_default()
            .push(&case.version);
    }
    let mut text = String::from(
        "# Programs that do not yet print what CPython prints, with the versions on which they differ.\n\
         # Written by: GCSCOPE_WRITE_GAPS=1 cargo test --test programs\n",
    );
    for (program, versions) in by_program {
        text.push_str(&format!("{program} {}\n", versions.join(" ")));
    }
    fs::write(folder().join("known-gaps.txt"), text).expect("the list can be written");
}
