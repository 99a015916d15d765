//! Running other programs: with their output shown, shown and kept, or kept alone.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// The error is a sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// Tells what is being done, apart from the output of the programs that do it.
pub fn say(line: &str) {
    println!("\n» {line}");
    // The programs write to the same terminal by themselves; without this their lines might come first.
    let _ = std::io::stdout().flush();
}

/// Runs a program whose output goes to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", line_of(command)))
    }
}

/// What a program printed, and whether it succeeded.
pub struct Output {
    pub text: String,
    pub succeeded: bool,
}

/// Runs a program whose standard output goes to the terminal line by line, and is kept as well.
pub fn run_and_keep(command: &mut Command) -> Outcome<Output> {
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| cannot_start(command, &error))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| format!("`{}`: {error}", line_of(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("`{}`: {error}", line_of(command)))?;
    Ok(Output {
        text,
        succeeded: status.success(),
    })
}

/// The trimmed standard output of a program that ran and succeeded, else nothing.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be started: {error}", line_of(command))
}

/// The command as one would type it.
fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
