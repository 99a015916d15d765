//! `cargo xtask`: from a fresh clone to the served page or to the tested project, by one command each.
//!
//! It turns a machine with rustup and Node into one with every tool of the build (all of them under `target/tools` and
//! `www/node_modules`), and runs the tools in order. Invariant: nothing is installed twice, and nothing outside the repository
//! changes but rustup's toolchain and, for the tests on a Debian machine, the browser's packages.
//!
//! It has no dependencies, so that on a fresh machine it starts, and says what it does, after two seconds of compiling.

mod arguments;
mod bench;
mod browser;
mod firefox;
mod page;
mod parts;
mod process;
mod project;
mod tally;
mod tools;

use std::process::ExitCode;

use arguments::Task;
use process::{Outcome, say};
use project::Project;

fn main() -> ExitCode {
    let task = match arguments::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(message) => {
            eprintln!("cargo xtask: {message}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match perform(&task, &Project::here()) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("\ncargo xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &Task, project: &Project) -> Outcome<ExitCode> {
    match task {
        Task::Help => println!("{}", arguments::USAGE),
        Task::Serve { port } => {
            page::port_is_free(*port)?;
            tools::install_for_page(project)?;
            page::build(project)?;
            page::serve(project, *port)?;
        }
        Task::Build => {
            tools::install_for_page(project)?;
            page::build(project)?;
            say(&format!("the page is in {}", project.dist().display()));
        }
        Task::Bench { n_objects } => bench::run_all(project, *n_objects)?,
        Task::Test { only } => {
            tools::install_for_page(project)?;
            tools::install_for_checks(project)?;
            let browser = browser::install(project)?;
            return Ok(parts::run(project, &browser, only));
        }
    }
    Ok(ExitCode::SUCCESS)
}
