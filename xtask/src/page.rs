//! The page: the core compiled to wasm, bundled with the page's own modules, and served.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;

use crate::process::{Outcome, run, say};
use crate::project::Project;
use crate::tools::without_caller_flags;

/// `wasm-pack build` into www/pkg, then Vite into www/dist. What an earlier build left is removed first: a build that fails
/// leaves no page, and no test can pass on a page of yesterday.
pub fn build(project: &Project) -> Outcome {
    remove(&project.dist())?;
    remove(&project.pkg())?;
    say("compiling the core to wasm");
    run(&mut wasm_pack_build(project))?;
    say("bundling the page");
    run(project.command_in_www("vite").arg("build"))
}

fn wasm_pack_build(project: &Project) -> Command {
    let mut command = project.command("wasm-pack");
    // Everything is installed by now, so wasm-pack is kept from downloading anything.
    command
        .args([
            "build",
            "--mode",
            "no-install",
            "--target",
            "web",
            "--no-pack",
            "--out-dir",
        ])
        .arg(project.pkg());
    command
        .arg(project.root())
        .args(["--", "--no-default-features", "--config"])
        .arg(project.wasm_settings());
    without_caller_flags(&mut command);
    command
}

fn remove(directory: &Path) -> Outcome {
    match fs::remove_dir_all(directory) {
        Err(error) if directory.exists() => Err(format!(
            "{} cannot be removed: {error}",
            directory.display()
        )),
        _ => Ok(()),
    }
}

/// Asked before the build, which takes longer than to choose another port.
pub fn port_is_free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| format!("port {port} cannot be had ({error}). Choose another: `cargo xtask serve --port {}`", port ^ 1))
}

/// A port that nothing listens on at this moment.
pub fn any_free_port() -> Outcome<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener
        .map(|address| address.port())
        .map_err(|error| format!("no port is free: {error}"))
}

/// Serves the built page until the server ends, which is at Ctrl-C. Vite prints the address as soon as it listens.
pub fn serve(project: &Project, port: u16) -> Outcome {
    say("serving the page; Ctrl-C ends it, and after a change run this again");
    let mut command = project.command_in_www("vite");
    // Without colours the address is one word, to be copied or found by another program.
    command
        .args(["preview", "--port", &port.to_string()])
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR");
    become_process(&mut command)
}

/// The server takes this process's place, so that whoever ends this process ends the server.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("vite cannot be started: {}", command.exec()))
}

#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Outcome {
    run(command)
}
