//! The command line: runs a program, or prints its trace.
//!
//! In: a Python file (or standard input) and options. Out: the program's output and exit status as CPython's, or its
//! events as JSON Lines. Mirrors Modules/main.c in what it says about files that cannot be read.

use std::io::{Read, Write};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gcscope::profile::{PROFILES, Profile};
use gcscope::python::vm::session::{Options, Outcome, Session};

/// See how CPython manages memory.
#[derive(Parser)]
#[command(name = "gcscope", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a Python program and print what CPython would
    Run(RunArguments),
    /// Run a Python program and print its events, one JSON object a line
    Trace(RunArguments),
}

#[derive(Args)]
struct RunArguments {
    /// The program; "-" reads standard input
    file: String,
    /// The version of CPython to behave like
    #[arg(long, default_value = Profile::latest_stable().name)]
    python: String,
    /// As a script, or as if typed line by line at the prompt
    #[arg(long, value_enum, default_value = "script")]
    mode: Mode,
    /// Statements and loop turns after which a program is stopped
    #[arg(long, default_value_t = 1_000_000_000)]
    max_steps: u64,
    /// Simulated bytes after which a program gets a MemoryError
    #[arg(long, default_value_t = 4 << 30)]
    max_heap: u64,
    /// Detailed events after which a trace keeps only statements, output and totals
    #[arg(long, default_value_t = 1_000_000)]
    max_events: usize,
    /// Statements and loop turns before which a trace has no details
    #[arg(long, default_value_t = 0)]
    details_from: u64,
    /// Check the heap's invariants before every statement (slow)
    #[arg(long, hide = true)]
    validate: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mode {
    Script,
    Repl,
}

/// Statements and loop turns between two looks at what the program wrote.
const STEPS_OF_A_SLICE: u64 = 100_000;
/// Native code that calls back into Python nests on the machine's stack: room for Python's own recursion limit.
const STACK: usize = 1 << 30;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runner = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || match arguments.command {
            Command::Run(arguments) => run(&arguments, false),
            Command::Trace(arguments) => run(&arguments, true),
        });
    let status = runner.map(std::thread::JoinHandle::join);
    match status {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(_)) => ExitCode::from(101),
        Err(error) => {
            eprintln!("gcscope: cannot start: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &RunArguments, traces: bool) -> u8 {
    let Some(profile) = Profile::by_name(&arguments.python) else {
        let known: Vec<&str> = PROFILES.iter().map(|profile| profile.name).collect();
        eprintln!(
            "gcscope: no Python version {:?}; there are {}",
            arguments.python,
            known.join(", ")
        );
        return 2;
    };
    let source = match read(&arguments.file) {
        Ok(source) => source,
        Err((message, status)) => {
            eprintln!("{message}");
            return status;
        }
    };
    let filename = if arguments.file == "-" {
        "<stdin>"
    } else {
        &arguments.file
    };
    let mut session = Session::new(Options {
        profile,
        max_steps: arguments.max_steps,
        max_heap_bytes: arguments.max_heap,
        record: traces.then_some(arguments.max_events),
        details_from: arguments.details_from,
        filename: filename.to_owned(),
        ..Options::default()
    });
    session.set_validating(arguments.validate);
    let ended = match arguments.mode {
        Mode::Script => run_in_slices(&mut session, &source, traces),
        Mode::Repl => Ok(session.run_inputs(&source)),
    };
    let outcome = match ended {
        Ok(outcome) => outcome,
        Err(error) => return cannot_write(&error),
    };
    session.finish();
    if arguments.validate
        && let Err(problem) = session.validate()
    {
        eprintln!("gcscope: {problem}");
        return 101;
    }
    let status = write(&mut session, &outcome, traces);
    // The process ends: taking the heap apart would only take time.
    std::mem::forget(session);
    status
}

/// Runs the program and prints what it writes now and then, so that a long one is seen to work.
fn run_in_slices(session: &mut Session, source: &str, traces: bool) -> std::io::Result<Outcome> {
    session.begin_program(source);
    loop {
        if let Some(outcome) = session.proceed(STEPS_OF_A_SLICE) {
            return Ok(outcome);
        }
        if !traces {
            write_output(session)?;
        }
    }
}

/// The status when output cannot be written.
fn cannot_write(error: &std::io::Error) -> u8 {
    // When nobody reads on: as CPython, end quietly.
    if error.kind() != std::io::ErrorKind::BrokenPipe {
        eprintln!("gcscope: cannot write: {error}");
    }
    120
}

/// Prints output or events; the status is the program's.
fn write(session: &mut Session, outcome: &Outcome, traces: bool) -> u8 {
    let written = if traces {
        write_events(session)
    } else {
        write_output(session)
    };
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => cannot_write(&error),
        _ => outcome.status() as u8,
    }
}

fn write_events(session: &Session) -> std::io::Result<()> {
    let mut stdout = std::io::stdout().lock();
    for event in session.events() {
        serde_json::to_writer(&mut stdout, event)?;
        stdout.write_all(b"\n")?;
    }
    stdout.flush()
}

/// What the program wrote since the last time.
fn write_output(session: &mut Session) -> std::io::Result<()> {
    let output = session.take_output();
    let mut stdout = std::io::stdout().lock();
    let written = stdout
        .write_all(output.stdout.as_bytes())
        .and_then(|()| stdout.flush());
    eprint!("{}", output.stderr);
    written
}

/// The program's text, or a message and a status.
fn read(file: &str) -> Result<String, (String, u8)> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut opened| opened.read_to_end(&mut bytes))
    };
    if let Err(error) = read {
        let number = error.raw_os_error().unwrap_or(0);
        let reason = error.to_string();
        let reason = reason.split(" (os error").next().unwrap_or_default();
        return Err((
            format!("gcscope: can't open file '{file}': [Errno {number}] {reason}"),
            2,
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
        let message = format!(
            "  File \"{file}\", line {line}\nSyntaxError: (unicode error) 'utf-8' codec can't decode byte 0x{:02x} in position {at}: invalid start byte",
            bytes[at]
        );
        (message, 1)
    })
}
