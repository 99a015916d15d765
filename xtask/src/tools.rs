//! What the build needs beyond rustup and Node, installed where it is missing.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{Outcome, answer, run, say};
use crate::project::Project;

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.1";
const OLDEST_NODE: u32 = 20;

/// For the page: the wasm32 target, wasm-bindgen, wasm-pack, and the packages of npm.
pub fn install_for_page(project: &Project) -> Outcome {
    require_node(project)?;
    add_wasm_target(project)?;
    install_wasm_pack(project)?;
    install_wasm_bindgen(project)?;
    install_npm_packages(project)
}

/// For the checks: rustfmt and clippy, which rustup's minimal profile leaves out.
pub fn install_for_checks(project: &Project) -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer(project.command("cargo").args([subcommand, "--version"])).is_none() {
            say(&format!("adding {component} to the Rust toolchain"));
            run(project
                .command("rustup")
                .args(["component", "add", component]))
            .map_err(|error| {
                format!("{error}\n{component} is needed: `rustup component add {component}`")
            })?;
        }
    }
    Ok(())
}

fn require_node(project: &Project) -> Outcome {
    let advice =
        format!("Node {OLDEST_NODE} or newer, with npm, is needed: https://nodejs.org/en/download");
    let version = answer(project.command("node").arg("--version"))
        .ok_or_else(|| format!("`node` was not found. {advice}"))?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(format!("this is Node {version}. {advice}"));
    }
    answer(project.command("npm").arg("--version"))
        .map(drop)
        .ok_or_else(|| format!("`npm` was not found. {advice}"))
}

fn add_wasm_target(project: &Project) -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    // The sysroot is asked, not rustup, as Rust may have come without rustup but with the target.
    let libraries =
        answer(
            project
                .command("rustc")
                .args(["--print", "target-libdir", "--target", TARGET]),
        );
    if libraries.is_some_and(|directory| {
        fs::read_dir(directory).is_ok_and(|mut files| files.next().is_some())
    }) {
        return Ok(());
    }
    say(&format!("adding the target {TARGET} to the Rust toolchain"));
    run(project.command("rustup").args(["target", "add", TARGET])).map_err(|error| {
        format!("{error}\nThe target {TARGET} is needed: `rustup target add {TARGET}`, or your system's package of it")
    })
}

fn install_wasm_pack(project: &Project) -> Outcome {
    if is_installed(project, "wasm-pack", WASM_PACK) {
        return Ok(());
    }
    cargo_install(project, "wasm-pack", WASM_PACK, &["--locked"])
}

/// The version must be that of the library: the two share an unstable format.
fn install_wasm_bindgen(project: &Project) -> Outcome {
    let version = project.locked_version("wasm-bindgen")?;
    if is_installed(project, "wasm-bindgen", &version)
        && is_installed(project, "wasm-bindgen-test-runner", &version)
    {
        return Ok(());
    }
    // Not `--locked`: its lock file names a crate version that the registry no longer has.
    cargo_install(project, "wasm-bindgen-cli", &version, &[])
}

/// The driver of Firefox: none of Debian's packages has it.
pub fn install_geckodriver(project: &Project) -> Outcome<PathBuf> {
    let installed = project.tools().join("bin/geckodriver");
    if !installed.is_file() {
        cargo_install(project, "geckodriver", GECKODRIVER, &["--locked"])?;
    }
    Ok(installed)
}

/// Whether `<tool> --version` answers with the version: one of the user's own serves as well as one in target/tools.
fn is_installed(project: &Project, tool: &str, version: &str) -> bool {
    let answered = answer(project.command(tool).arg("--version"));
    answered.is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
}

fn cargo_install(project: &Project, name: &str, version: &str, options: &[&str]) -> Outcome {
    say(&format!(
        "installing {name} {version} into target/tools (once; a few minutes)"
    ));
    let mut command = project.command("cargo");
    command
        .args(["install", name, "--version", version, "--force", "--root"])
        .arg(project.tools());
    command.args(["--profile", "dev"]).args(options);
    without_caller_flags(&mut command);
    // One directory for both, so that what they have in common is compiled once, and no optimisation: they run for a second but
    // compile for minutes, for twice as many with it.
    command
        .env("CARGO_TARGET_DIR", project.tools().join("build"))
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_INCREMENTAL", "0");
    run(&mut command).map_err(|error| {
        format!(
            "{error}\n{name} {version} could not be installed. It needs the crates registry and a C compiler \
             (Debian: `apt install build-essential`); a {name} {version} on the PATH is used as well."
        )
    })
}

/// Flags meant for the user's own builds would replace the flags of wasm-pack.toml, or another target this one.
pub fn without_caller_flags(command: &mut Command) {
    for name in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
    ] {
        command.env_remove(name);
    }
}

/// `npm ci` where the packages are not those of the lock file; the file's copy beside them tells.
fn install_npm_packages(project: &Project) -> Outcome {
    let locked = fs::read(project.www().join("package-lock.json"))
        .map_err(|error| format!("package-lock.json: {error}"))?;
    let copy = project.www().join("node_modules/.installed-lock.json");
    if fs::read(&copy).is_ok_and(|installed| installed == locked) {
        return Ok(());
    }
    say("installing the page's npm packages into www/node_modules");
    let mut command = project.command_in_www("npm");
    command
        .args(["ci", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut command).map_err(|error| format!("{error}\nThe packages come from npm's registry (`npm config get registry`): is it in reach?"))?;
    fs::write(&copy, locked).map_err(|error| format!("{}: {error}", copy.display()))
}
