//! The words after `cargo xtask`, turned into a [`Task`].

use crate::parts::NAMES;
use crate::process::Outcome;

pub const USAGE: &str = "\
usage: cargo xtask <task>

  serve [--port N]   build the page and serve it on 127.0.0.1 (port 4173 unless told)
  build              build the page into www/dist, to be copied to any static host
  test [PART …]      run every test of the project, or the named parts of it:
                     fmt clippy clippy-wasm cargo-test page wasm-test wasm-test-firefox types browser
  bench [N]          time full collections of N objects (1,000,000 unless told) beside CPython's

Each installs what it lacks, into target/tools and www/node_modules.";

const DEFAULT_PORT: u16 = 4173;

#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Serve {
        port: u16,
    },
    Build,
    /// The benchmark has its own number where none is told.
    Bench {
        n_objects: Option<u32>,
    },
    /// Runs the named parts, or all where none is named.
    Test {
        only: Vec<String>,
    },
}

pub fn parse(mut words: impl Iterator<Item = String>) -> Outcome<Task> {
    let Some(name) = words.next() else {
        return Err("no task is named".to_owned());
    };
    match name.as_str() {
        "serve" => serve(words),
        "build" => match words.next() {
            None => Ok(Task::Build),
            Some(word) => Err(format!("build takes no `{word}`")),
        },
        "test" => test(words),
        "bench" => bench(words),
        "help" | "-h" | "--help" => Ok(Task::Help),
        other => Err(format!("there is no task `{other}`")),
    }
}

fn serve(mut words: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut port = DEFAULT_PORT;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--port") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => return Err(format!("serve takes no `{word}`")),
        };
        port = value
            .and_then(|value| value.parse().ok())
            .filter(|&port| port != 0)
            .ok_or("--port needs a number from 1 to 65535")?;
    }
    Ok(Task::Serve { port })
}

fn test(words: impl Iterator<Item = String>) -> Outcome<Task> {
    let only: Vec<String> = words.collect();
    match only.iter().find(|word| !NAMES.contains(&word.as_str())) {
        Some(word) => Err(format!("test has no part `{word}`")),
        None => Ok(Task::Test { only }),
    }
}

fn bench(mut words: impl Iterator<Item = String>) -> Outcome<Task> {
    let Some(word) = words.next() else {
        return Ok(Task::Bench { n_objects: None });
    };
    match (word.parse(), words.next()) {
        (Ok(number), None) if number > 0 => Ok(Task::Bench {
            n_objects: Some(number),
        }),
        _ => Err("bench takes one number of objects, or none".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Outcome<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn serve_takes_a_port() {
        assert_eq!(parsed("serve"), Ok(Task::Serve { port: DEFAULT_PORT }));
        assert_eq!(parsed("serve --port 80"), Ok(Task::Serve { port: 80 }));
        assert_eq!(parsed("serve --port=8000"), Ok(Task::Serve { port: 8000 }));
    }

    #[test]
    fn a_port_that_is_none_is_refused() {
        for line in [
            "serve --port",
            "serve --port 0",
            "serve --port 65536",
            "serve --port=x",
            "serve --ports 1",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn test_takes_the_names_of_its_parts() {
        let only = vec!["fmt".to_owned(), "browser".to_owned()];
        assert_eq!(parsed("test fmt browser"), Ok(Task::Test { only }));
        assert_eq!(parsed("test fnt"), Err("test has no part `fnt`".to_owned()));
    }

    #[test]
    fn bench_takes_a_number_of_objects() {
        assert_eq!(parsed("bench"), Ok(Task::Bench { n_objects: None }));
        let n_objects = Some(1000);
        assert_eq!(parsed("bench 1000"), Ok(Task::Bench { n_objects }));
        for line in ["bench 0", "bench many", "bench 1 2"] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn usage_names_every_part() {
        for name in NAMES {
            assert!(USAGE.contains(name), "{name}");
        }
    }

    #[test]
    fn an_unknown_task_is_refused() {
        assert!(parsed("").is_err());
        assert!(parsed("sevre").is_err());
        assert!(parsed("build now").is_err());
    }
}
