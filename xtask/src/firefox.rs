//! Firefox and its WebDriver, for the wasm tests in a second browser: found, or installed.

use std::fs;
use std::path::PathBuf;

use crate::browser::{apt_install, may_use_apt, named_by, on_path};
use crate::process::{Outcome, say};
use crate::project::Project;
use crate::tools;

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const PACKAGE: &str = "firefox-esr";

pub struct Firefox {
    firefox: PathBuf,
    pub geckodriver: PathBuf,
}

pub fn install(project: &Project) -> Outcome<Firefox> {
    if find_firefox().is_none() && may_use_apt(project) {
        say("installing Firefox by apt, for the wasm tests");
        apt_install(project, &[PACKAGE])?;
    }
    let firefox = find_firefox().ok_or_else(|| {
        format!(
            "these tests need Firefox. On Debian: `apt install {PACKAGE}`. Elsewhere name it by the environment variable \
             FIREFOX, or put it on the PATH."
        )
    })?;
    let geckodriver = match named_by("GECKODRIVER").or_else(|| on_path("geckodriver")) {
        Some(geckodriver) => geckodriver,
        None => tools::install_geckodriver(project)?,
    };
    Ok(Firefox {
        firefox,
        geckodriver,
    })
}

fn find_firefox() -> Option<PathBuf> {
    named_by("FIREFOX").or_else(|| FIREFOXES.iter().find_map(|name| on_path(name)))
}

impl Firefox {
    /// What geckodriver is asked for, as a file for wasm-bindgen's test runner.
    pub fn write_capabilities(&self, project: &Project) -> Outcome<PathBuf> {
        let written = project.tools().join("webdriver-firefox.json");
        let binary = self
            .firefox
            .to_string_lossy()
            .replace('\\', "\\\\")
            .replace('"', "\\\"");
        let text = format!(
            "{{ \"moz:firefoxOptions\": {{ \"binary\": \"{binary}\", \"args\": [\"-headless\"] }} }}\n"
        );
        fs::create_dir_all(project.tools())
            .and_then(|()| fs::write(&written, text))
            .map_err(|error| format!("{}: {error}", written.display()))?;
        Ok(written)
    }
}
