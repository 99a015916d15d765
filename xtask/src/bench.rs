//! `cargo xtask bench`: the collector's time per object, and whole programs, beside those of the CPython at hand, from
//! one run.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::{Outcome, answer, run, say};
use crate::project::Project;

/// The version that the collector's passes are compared with comes first: later ones collect by other rules.
const PYTHONS: [&str; 3] = ["python3.11", "python3", "python"];
/// Also read by the benchmark itself.
const PYTHON_VARIABLE: &str = "GCSCOPE_BENCH_PYTHON";

/// Each program runs so often on each side, turn by turn; the quickest run counts.
const N_RUNS: usize = 5;
/// The program whose time is that of starting and ending, which the others' times are told without.
const NOTHING: &str = "nothing.py";

pub fn run_all(project: &Project, n_objects: Option<u32>) -> Outcome {
    let python = python(project);
    time_collections(project, n_objects, python.as_ref())?;
    match python {
        Some((python, version)) => time_programs(project, &python, &version),
        None => Ok(()),
    }
}

fn time_collections(
    project: &Project,
    n_objects: Option<u32>,
    python: Option<&(String, String)>,
) -> Outcome {
    let mut command = project.command("cargo");
    command.args(["bench", "--bench", "collection", "--"]);
    command.args(n_objects.map(|number| number.to_string()));
    match python {
        Some((python, version)) => {
            say(&format!(
                "comparing with {version} ({python}; {PYTHON_VARIABLE} names another)"
            ));
            command.env(PYTHON_VARIABLE, python);
        }
        None => say(&format!(
            "no Python was found to compare with; {PYTHON_VARIABLE} can name one"
        )),
    }
    run(&mut command)
}

/// The programs of benches/programs, on both sides.
fn time_programs(project: &Project, python: &str, version: &str) -> Outcome {
    say("building gcscope as it is released");
    run(project
        .command("cargo")
        .args(["build", "--release", "--bin", "gcscope"]))?;
    let gcscope = project.root().join("target/release/gcscope");
    let like = minor_version(version).ok_or(format!("`{version}` is no version"))?;
    let mut both = [
        Side::new(Command::new(python)),
        Side::new({
            let mut command = Command::new(gcscope);
            command.args(["run", "--python", &like]);
            command
        }),
    ];
    say(&format!(
        "whole programs, seconds without start and end (quickest of {N_RUNS}), {version} beside gcscope as {like}"
    ));
    let folder = project.root().join("benches/programs");
    for side in &mut both {
        side.start = side.quickest(&folder.join(NOTHING))?;
    }
    println!("program            gcscope   CPython    CPython/gcscope");
    let mut product = 1.0;
    let programs = programs(&folder)?;
    for program in &programs {
        let [cpython, gcscope] = quickest_of_both(&both, program)?;
        let ratio = cpython / gcscope;
        product *= ratio;
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        println!("{name:15} {gcscope:10.3} {cpython:9.3} {ratio:18.2}");
    }
    let mean = f64::powf(product, 1.0 / programs.len() as f64);
    println!("{:15} {:>39.2}", "geometric mean", mean);
    Ok(())
}

/// All programs but the empty one, in order of name.
fn programs(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = folder
        .read_dir()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut programs: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| !path.ends_with(NOTHING))
        .collect();
    programs.sort();
    Ok(programs)
}

/// "3.11" of "Python 3.11.7".
fn minor_version(version: &str) -> Option<String> {
    let number = version.strip_prefix("Python ")?;
    let (minor, _) = number.rsplit_once('.')?;
    Some(minor.to_owned())
}

/// An interpreter: what starts it, and how long that takes.
struct Side {
    command: Command,
    start: Duration,
}

impl Side {
    fn new(command: Command) -> Side {
        let start = Duration::ZERO;
        Side { command, start }
    }

    fn quickest(&self, program: &Path) -> Outcome<Duration> {
        let mut best = Duration::MAX;
        for _ in 0..N_RUNS {
            best = best.min(self.time(program)?);
        }
        Ok(best)
    }

    fn time(&self, program: &Path) -> Outcome<Duration> {
        let mut command = Command::new(self.command.get_program());
        command.args(self.command.get_args()).arg(program);
        let began = Instant::now();
        let status = command.stdout(Stdio::null()).status();
        let took = began.elapsed();
        match status {
            Ok(status) if status.success() => Ok(took),
            Ok(status) => Err(format!("{}: {status}", program.display())),
            Err(error) => Err(format!("{}: {error}", program.display())),
        }
    }
}

/// Seconds of the quickest run of each, one after the other so that both meet the same machine.
fn quickest_of_both(both: &[Side; 2], program: &Path) -> Outcome<[f64; 2]> {
    let mut best = [Duration::MAX; 2];
    for _ in 0..N_RUNS {
        for (side, best) in both.iter().zip(&mut best) {
            *best = side.time(program)?.saturating_sub(side.start).min(*best);
        }
    }
    Ok(best.map(|duration| duration.as_secs_f64()))
}

fn python(project: &Project) -> Option<(String, String)> {
    let named = env::var(PYTHON_VARIABLE).ok();
    let candidates = named.map_or_else(|| PYTHONS.map(str::to_owned).to_vec(), |named| vec![named]);
    candidates.into_iter().find_map(|python| {
        let version = answer(project.command(&python).arg("--version"))?;
        Some((python, version))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minor_version_is_without_the_patch() {
        assert_eq!(minor_version("Python 3.11.7").as_deref(), Some("3.11"));
        assert_eq!(minor_version("PyPy"), None);
    }
}
