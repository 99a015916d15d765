//! Random programs on real CPython and on gcscope, where interpreters of the very releases are installed: the bounded run
//! of `tests/fuzz.py`. The folder that `GCSCOPE_PYTHONS` names is searched for interpreters before pyenv and PATH.

use std::io::Write;
use std::process::Command;

/// Programs for each version: seeds that stay the same, so that a failure can be run again.
const SEEDS: [&str; 2] = ["0", "1000"];
/// Those of which no difference is known: see docs/differences.md for the others.
const VERSIONS: [&str; 6] = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"];

/// Past the test harness, which keeps what a passing test prints to itself.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[test]
fn random_programs_print_what_cpython_prints() {
    let mut command = Command::new("python3");
    command
        .args(["tests/fuzz.py", env!("CARGO_BIN_EXE_gcscope")])
        .args(["--same-release", "--no-counts", "--most", "1"])
        .arg("--seeds")
        .args(SEEDS)
        .arg("--versions")
        .args(VERSIONS)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    if let Some(folder) = std::env::var_os("GCSCOPE_PYTHONS") {
        command.arg("--pythons").arg(folder);
    }
    let Ok(output) = command.output() else {
        return say("random programs: skipped, there is no python3");
    };
    let text = String::from_utf8_lossy(&output.stdout);
    say(text.trim_end());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}{errors}");
}
