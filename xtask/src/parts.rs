//! `cargo xtask test`: every part is run, whatever the others did, and one line at the end counts them all.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::browser::Browser;
use crate::firefox;
use crate::page;
use crate::process::{Outcome, run as run_shown, run_and_keep, say};
use crate::project::Project;
use crate::tally::Tally;
use crate::tools::without_caller_flags;

struct Part {
    name: &'static str,
    what: &'static str,
    run: fn(&Project, &Browser) -> Outcome<Tally>,
}

/// In this order: what fails soonest first, and the page before the parts that read it.
const PARTS: [Part; 9] = [
    Part {
        name: "fmt",
        what: "rustfmt",
        run: fmt,
    },
    Part {
        name: "clippy",
        what: "clippy, native",
        run: clippy,
    },
    Part {
        name: "clippy-wasm",
        what: "clippy, wasm32",
        run: clippy_wasm,
    },
    Part {
        name: "cargo-test",
        what: "cargo test",
        run: cargo_test,
    },
    Part {
        name: "page",
        what: "the page's build",
        run: build_page,
    },
    Part {
        name: "wasm-test",
        what: "wasm-pack test in Chromium",
        run: wasm_test,
    },
    Part {
        name: "wasm-test-firefox",
        what: "wasm-pack test in Firefox",
        run: wasm_test_in_firefox,
    },
    Part {
        name: "types",
        what: "type check of the page",
        run: types,
    },
    Part {
        name: "browser",
        what: "Playwright tests of the page",
        run: browser,
    },
];

/// The names by which `cargo xtask test` takes its parts.
pub const NAMES: [&str; PARTS.len()] = {
    let mut names = [""; PARTS.len()];
    let mut index = 0;
    while index < PARTS.len() {
        names[index] = PARTS[index].name;
        index += 1;
    }
    names
};

/// Runs the parts, all where `only` is empty. The last line printed is `N passed, N failed`.
pub fn run(project: &Project, browser: &Browser, only: &[String]) -> ExitCode {
    let chosen = PARTS
        .iter()
        .filter(|part| only.is_empty() || only.iter().any(|name| name == part.name));
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for part in chosen {
        let (tally, line) = run_part(part, project, browser);
        total += tally;
        lines.push(line);
    }
    println!(
        "\n{}\n{} passed, {} failed",
        lines.join("\n"),
        total.passed,
        total.failed
    );
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn run_part(part: &Part, project: &Project, browser: &Browser) -> (Tally, String) {
    say(part.what);
    let begun = Instant::now();
    let (tally, why) = match (part.run)(project, browser) {
        Ok(tally) => (tally, String::new()),
        Err(message) => {
            eprintln!("{message}");
            (
                Tally {
                    passed: 0,
                    failed: 1,
                },
                format!(": {message}"),
            )
        }
    };
    let Tally { passed, failed } = tally;
    let verdict = if failed == 0 { "ok    " } else { "FAILED" };
    let seconds = begun.elapsed().as_secs();
    (
        tally,
        format!(
            "{verdict} {:<30}{passed:>5} passed {failed:>3} failed {seconds:>4} s{why}",
            part.what
        ),
    )
}

fn fmt(project: &Project, _: &Browser) -> Outcome<Tally> {
    Tally::of_check(run_shown(
        project.command("cargo").args(["fmt", "--all", "--check"]),
    ))
}

fn clippy(project: &Project, _: &Browser) -> Outcome<Tally> {
    let mut command = project.command("cargo");
    command.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]);
    Tally::of_check(run_shown(&mut command))
}

fn clippy_wasm(project: &Project, _: &Browser) -> Outcome<Tally> {
    let mut command = project.command("cargo");
    command.args([
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
        "--test",
        "web",
    ]);
    for_wasm(&mut command, project);
    command.args(["--", "--deny", "warnings"]);
    Tally::of_check(run_shown(&mut command))
}

fn cargo_test(project: &Project, _: &Browser) -> Outcome<Tally> {
    let mut command = project.command("cargo");
    command.args(["test", "--workspace", "--no-fail-fast"]);
    Tally::of_rust_tests(&run_and_keep(&mut command)?)
}

fn build_page(project: &Project, _: &Browser) -> Outcome<Tally> {
    Tally::of_check(page::build(project))
}

fn wasm_test(project: &Project, browser: &Browser) -> Outcome<Tally> {
    let capabilities = browser.write_capabilities(project)?;
    wasm_pack_test(project, "chrome", &browser.chromedriver, &capabilities)
}

fn wasm_test_in_firefox(project: &Project, _: &Browser) -> Outcome<Tally> {
    let firefox = firefox::install(project)?;
    let capabilities = firefox.write_capabilities(project)?;
    wasm_pack_test(project, "firefox", &firefox.geckodriver, &capabilities)
}

fn wasm_pack_test(
    project: &Project,
    browser: &str,
    driver: &Path,
    capabilities: &Path,
) -> Outcome<Tally> {
    let driver_option = match browser {
        "chrome" => "--chromedriver",
        _ => "--geckodriver",
    };
    let mut command = project.command("wasm-pack");
    command
        .args(["test", "--headless", &format!("--{browser}")])
        .args(["--mode", "no-install", driver_option])
        .arg(driver)
        .arg(project.root())
        .args(["--test", "web"]);
    for_wasm(&mut command, project);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // In seconds, for one test program. A busy machine may need longer to start a browser than the 20 s it has by default.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Tally::of_rust_tests(&run_and_keep(&mut command)?)
}

/// Without the command line's dependencies and with the settings that the page's module is built with.
fn for_wasm(command: &mut Command, project: &Project) {
    command
        .args(["--no-default-features", "--config"])
        .arg(project.wasm_settings());
    without_caller_flags(command);
}

fn types(project: &Project, _: &Browser) -> Outcome<Tally> {
    require_page(project)?;
    Tally::of_check(run_shown(project.command_in_www("tsc").arg("--checkJs")))
}

fn browser(project: &Project, browser: &Browser) -> Outcome<Tally> {
    require_page(project)?;
    let mut command = project.command_in_www("playwright");
    command
        .arg("test")
        .env("GCSCOPE_CHROMIUM", &browser.chromium);
    command.env("GCSCOPE_PORT", page::any_free_port()?.to_string());
    // The counts are read from the text, so there must be no colours in it; there are none unless something asks for them.
    command.env_remove("FORCE_COLOR");
    Tally::of_playwright(&run_and_keep(&mut command)?)
}

fn require_page(project: &Project) -> Outcome {
    if project.dist().join("index.html").is_file() {
        Ok(())
    } else {
        Err("not run: the page is not built".to_owned())
    }
}
