//! The page: the core compiled to wasm, bundled with the page's own modules, and served.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::Duration;

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

fn wasm_pack_build(project: &Project) -> std::process::Command {
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

/// Serves the built page until the server ends, which is at Ctrl-C.
pub fn serve(project: &Project, port: u16) -> Outcome {
    let mut command = project.command_in_www("vite");
    command.args(["preview", "--logLevel", "warn", "--port", &port.to_string()]);
    let mut server = command
        .spawn()
        .map_err(|error| format!("vite cannot be started: {error}"))?;
    wait_until_it_listens(&mut server, port)?;
    say(&format!(
        "gcscope is at http://127.0.0.1:{port}/ (Ctrl-C ends it; run this again after a change)"
    ));
    let status = server.wait().map_err(|error| format!("vite: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("the server ended ({status})"))
    }
}

fn wait_until_it_listens(server: &mut Child, port: u16) -> Outcome {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if let Ok(Some(status)) = server.try_wait() {
            return Err(format!("the server ended before it listened ({status})"));
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
