//! The browser that the tests drive, and its WebDriver: found, or installed on Debian and its kin.

use std::env;
use std::fs;
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
        apt_install(project, &PACKAGES)?;
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

impl Browser {
    /// The repository's webdriver.json with this browser in it, as chromedriver by itself would take the one it was made for.
    pub fn write_capabilities(&self, project: &Project) -> Outcome<PathBuf> {
        let file = project.root().join("webdriver.json");
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let written = project.tools().join("webdriver.json");
        fs::create_dir_all(project.tools())
            .map_err(|error| format!("{}: {error}", project.tools().display()))?;
        fs::write(&written, with_browser(&text, &self.chromium)?)
            .map_err(|error| format!("{}: {error}", written.display()))?;
        Ok(written)
    }
}

fn with_browser(capabilities: &str, chromium: &Path) -> Outcome<String> {
    const OPTIONS: &str = "\"goog:chromeOptions\": {";
    let path = chromium
        .to_string_lossy()
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    match capabilities.split_once(OPTIONS) {
        Some((before, after)) => Ok(format!(
            "{before}{OPTIONS}\n    \"binary\": \"{path}\",{after}"
        )),
        None => Err(format!("webdriver.json has no {OPTIONS}")),
    }
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

/// The file that an environment variable names.
pub fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|directory| directory.join(name))
        .find(|file| file.is_file())
}

pub fn may_use_apt(project: &Project) -> bool {
    Path::new("/usr/bin/apt-get").is_file()
        && answer(project.command("id").arg("-u")).as_deref() == Some("0")
}

pub fn apt_install(project: &Project, packages: &[&str]) -> Outcome {
    apt(project, &["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(project, &[&install, packages].concat())
}

fn apt(project: &Project, arguments: &[&str]) -> Outcome {
    let mut command: Command = project.command("apt-get");
    // Nobody is there to answer a package's questions.
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_put_into_the_capabilities() {
        let text = "{\n  \"goog:chromeOptions\": {\n    \"args\": []\n  }\n}\n";
        let expected = "{\n  \"goog:chromeOptions\": {\n    \"binary\": \"/opt/a \\\"b\\\"\",\n    \"args\": []\n  }\n}\n";
        assert_eq!(
            with_browser(text, Path::new("/opt/a \"b\"")).as_deref(),
            Ok(expected)
        );
        assert!(with_browser("{}", Path::new("/opt/chrome")).is_err());
    }
}
