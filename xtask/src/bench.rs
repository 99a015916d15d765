//! `cargo xtask bench`: the collector's time per object beside that of the CPython at hand, from one run.

use std::env;

use crate::process::{Outcome, answer, run, say};
use crate::project::Project;

/// The version that the collector's passes are compared with comes first: later ones collect by other rules.
const PYTHONS: [&str; 3] = ["python3.11", "python3", "python"];
/// Also read by the benchmark itself.
const PYTHON_VARIABLE: &str = "GCSCOPE_BENCH_PYTHON";

pub fn run_all(project: &Project, n_objects: Option<u32>) -> Outcome {
    let mut command = project.command("cargo");
    command.args(["bench", "--bench", "collection", "--"]);
    command.args(n_objects.map(|number| number.to_string()));
    match python(project) {
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

fn python(project: &Project) -> Option<(String, String)> {
    let named = env::var(PYTHON_VARIABLE).ok();
    let candidates = named.map_or_else(|| PYTHONS.map(str::to_owned).to_vec(), |named| vec![named]);
    candidates.into_iter().find_map(|python| {
        let version = answer(project.command(&python).arg("--version"))?;
        Some((python, version))
    })
}
