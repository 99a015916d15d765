//! Where things are in the repository, and commands that run there with the installed tools in reach.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::Outcome;

pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository that this program was built from.
    pub fn here() -> Project {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        Project {
            root: own.parent().unwrap_or(own).to_owned(),
        }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.www().join("dist")
    }

    /// The wasm module with its JavaScript glue, as wasm-pack writes it.
    pub fn pkg(&self) -> PathBuf {
        self.www().join("pkg")
    }

    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// The settings of the wasm build: a Cargo configuration file.
    pub fn wasm_settings(&self) -> PathBuf {
        self.root.join("wasm-pack.toml")
    }

    /// A command that runs in the repository's root and finds the installed tools first.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        // wasm-pack makes a directory for its downloads even where it downloads nothing, by default in the user's home.
        command.env("WASM_PACK_CACHE", self.tools().join("cache"));
        command
    }

    /// The same, in `www`.
    pub fn command_in_www(&self, program: &str) -> Command {
        let mut command = self.command(program);
        command.current_dir(self.www());
        command
    }

    fn path(&self) -> OsString {
        let own = [
            self.tools().join("bin"),
            self.www().join("node_modules/.bin"),
        ];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(env::split_paths(&inherited));
        // Only a repository whose path contains the separator cannot be joined; then the tools are installed in vain,
        // and the first of them that is missing says so.
        env::join_paths(all).unwrap_or(inherited)
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked_version(&self, name: &str) -> Outcome<String> {
        let file = self.root.join("Cargo.lock");
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        version_in_lock(&text, name)
            .map(str::to_owned)
            .ok_or_else(|| format!("Cargo.lock names no crate `{name}`"))
    }
}

fn version_in_lock<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = text.lines();
    lines.find(|line| *line == wanted)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_is_read_by_the_whole_name() {
        let text = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(text, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(text, "wasm"), None);
    }

    #[test]
    fn this_repositorys_lock_names_wasm_bindgen() {
        let version = Project::here().locked_version("wasm-bindgen");
        assert!(version.is_ok_and(|version| version.starts_with("0.2.")));
    }
}
