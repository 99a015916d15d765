//! The browser that the tests drive, and its WebDriver: found, or installed on Debian and its kin.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, answer, run, say};
use crate::project::Project;

pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

const CHROMIUMS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
/// A bare Debian has no font at all, and a page without letters passes few tests.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-liberation"];

pub fn install(project: &Project) -> Outcome<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if may_use_apt(project) {
        say("installing Chromium and its driver by apt, for the browser tests");
        apt(project, &["update"])?;
        apt(
            project,
            &[
                &["install", "--yes", "--no-install-recommends"],
                &PACKAGES[..],
            ]
            .concat(),
        )?;
    }
    find().ok_or_else(|| {
        format!(
            "the browser tests need Chromium (or Chrome) and the chromedriver of the same version. On Debian: \
             `apt install {}`. Elsewhere name them by the environment variables CHROMIUM and CHROMEDRIVER, or put them on the PATH. \
             (`cargo xtask test` as root on Debian installs them by itself.)",
            PACKAGES.join(" ")
        )
    })
}

fn find() -> Option<Browser> {
    let chromium =
        named_by("CHROMIUM").or_else(|| CHROMIUMS.iter().find_map(|name| on_path(name)))?;
    let chromedriver = named_by("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser {
        chromium,
        chromedriver,
    })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|directory| directory.join(name))
        .find(|file| file.is_file())
}

fn may_use_apt(project: &Project) -> bool {
    Path::new("/usr/bin/apt-get").is_file()
        && answer(project.command("id").arg("-u")).as_deref() == Some("0")
}

fn apt(project: &Project, arguments: &[&str]) -> Outcome {
    let mut command: Command = project.command("apt-get");
    // Nobody is there to answer a package's questions.
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut command)
}
