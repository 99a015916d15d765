//! How many tests passed and failed, read from what the test programs print.

use std::ops::AddAssign;

use crate::process::{Outcome, Output};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// A check without parts, such as a lint, counts as one test.
    pub fn of_check(outcome: Outcome) -> Outcome<Tally> {
        outcome.map(|()| Tally {
            passed: 1,
            failed: 0,
        })
    }

    /// From the lines `test result: ok. 3 passed; 1 failed; …` of Rust's and wasm-bindgen's test programs, one per program.
    pub fn of_rust_tests(output: &Output) -> Outcome<Tally> {
        let mut tally = Tally::default();
        for line in output
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("test result: "))
        {
            let counts = line.split_once(". ").map_or(line, |(_, counts)| counts);
            for (count, word) in counts.split(';').filter_map(count_and_word) {
                tally.add(count, word);
            }
        }
        tally.checked(output)
    }

    /// From the last lines of Playwright's list: `  1 failed`, `  12 passed (3.4s)`.
    pub fn of_playwright(output: &Output) -> Outcome<Tally> {
        let mut tally = Tally::default();
        for (count, word) in output.text.lines().filter_map(count_and_word) {
            tally.add(count, word);
        }
        tally.checked(output)
    }

    fn add(&mut self, count: usize, word: &str) {
        match word {
            "passed" => self.passed += count,
            "failed" | "flaky" | "interrupted" | "did" => self.failed += count,
            _ => {}
        }
    }

    /// A program that failed has a failure even if it counts none (it did not compile, or died), and one without a single test
    /// tested nothing.
    fn checked(mut self, output: &Output) -> Outcome<Tally> {
        if !output.succeeded && self.failed == 0 {
            self.failed = 1;
        }
        if self == Tally::default() {
            return Err("no test was found".to_owned());
        }
        Ok(self)
    }
}

/// `  12 passed (3.4s)` is 12 and `passed`; `  3 did not run` is 3 and `did`.
fn count_and_word(line: &str) -> Option<(usize, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.parse().ok()?, words.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(text: &str, succeeded: bool) -> Output {
        Output {
            text: text.to_owned(),
            succeeded,
        }
    }

    #[test]
    fn rust_tests_are_summed_over_the_programs() {
        let text = "running 3 tests\ntest a ... ok\n\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\n\
                    test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            Tally::of_rust_tests(&output(text, false)),
            Ok(Tally {
                passed: 7,
                failed: 2
            })
        );
    }

    #[test]
    fn playwrights_last_lines_are_read() {
        let text = "Running 6 tests using 2 workers\n\n  ok 1 a.spec.js:3:1 › it (1.2s)\n\n  1 failed\n    a.spec.js:9:1 › that ──\n  1 flaky\n  2 did not run\n  2 passed (3.4s)\n";
        assert_eq!(
            Tally::of_playwright(&output(text, false)),
            Ok(Tally {
                passed: 2,
                failed: 4
            })
        );
    }

    #[test]
    fn a_program_that_dies_has_failed() {
        assert_eq!(
            Tally::of_rust_tests(&output("", false)),
            Ok(Tally {
                passed: 0,
                failed: 1
            })
        );
        let text = "test result: ok. 3 passed; 0 failed; 0 ignored\n";
        assert_eq!(
            Tally::of_rust_tests(&output(text, false)),
            Ok(Tally {
                passed: 3,
                failed: 1
            })
        );
    }

    #[test]
    fn no_tests_at_all_is_an_error() {
        let text = "test result: ok. 0 passed; 0 failed; 0 ignored\n";
        assert!(Tally::of_rust_tests(&output(text, true)).is_err());
        assert!(Tally::of_playwright(&output("", true)).is_err());
    }
}
