//! The files that programs see: a few bytes each, in memory, gone with the program.
//!
//! In: paths and descriptors. Out: bytes, or the number of Linux's error. Descriptors are given as the kernel gives them,
//! the smallest free number first.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Numbers of Linux's errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errno {
    NoEntry = 2,
    BadDescriptor = 9,
    Exists = 17,
    NoDirectory = 20,
    IsDirectory = 21,
    Invalid = 22,
    NotEmpty = 39,
}

impl Errno {
    pub fn text(self) -> &'static str {
        match self {
            Errno::NoEntry => "No such file or directory",
            Errno::BadDescriptor => "Bad file descriptor",
            Errno::Exists => "File exists",
            Errno::NoDirectory => "Not a directory",
            Errno::IsDirectory => "Is a directory",
            Errno::Invalid => "Invalid argument",
            Errno::NotEmpty => "Directory not empty",
        }
    }
}

/// How a file is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Access {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    /// What was in it goes.
    pub truncate: bool,
    /// It is made when it is not there.
    pub create: bool,
    /// It must not be there.
    pub exclusive: bool,
}

type Content = Rc<RefCell<Vec<u8>>>;

struct Open {
    content: Content,
    position: usize,
    append: bool,
}

/// Standard input, output and error come first.
const FIRST_DESCRIPTOR: i64 = 3;

pub struct Store {
    files: BTreeMap<String, Content>,
    directories: BTreeSet<String>,
    open: BTreeMap<i64, Open>,
}

impl Default for Store {
    fn default() -> Store {
        Store {
            files: BTreeMap::new(),
            directories: ["/", "/tmp"].into_iter().map(str::to_owned).collect(),
            open: BTreeMap::new(),
        }
    }
}

/// The path from the root, without `.`, `..` and doubled slashes. The program runs in the root.
pub fn absolute(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

fn parent(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) | None => "/",
        Some(at) => &path[..at],
    }
}

impl Store {
    /// Puts a file where the program will find it.
    pub fn put(&mut self, path: &str, bytes: &[u8]) {
        self.files
            .insert(absolute(path), Rc::new(RefCell::new(bytes.to_vec())));
    }

    pub fn is_file(&self, path: &str) -> bool {
        !path.is_empty() && self.files.contains_key(&absolute(path))
    }

    pub fn is_directory(&self, path: &str) -> bool {
        !path.is_empty() && self.directories.contains(&absolute(path))
    }

    pub fn size(&self, path: &str) -> Result<usize, Errno> {
        match self.files.get(&absolute(path)) {
            Some(content) => Ok(content.borrow().len()),
            None if self.is_directory(path) => Ok(4096),
            None => Err(Errno::NoEntry),
        }
    }

    /// The directory that the path is in must be there.
    fn check_parent(&self, path: &str) -> Result<(), Errno> {
        let parent = parent(path);
        if self.directories.contains(parent) {
            return Ok(());
        }
        Err(if self.files.contains_key(parent) {
            Errno::NoDirectory
        } else {
            Errno::NoEntry
        })
    }

    pub fn open(&mut self, path: &str, access: Access) -> Result<i64, Errno> {
        if path.is_empty() {
            return Err(Errno::NoEntry);
        }
        let path = absolute(path);
        if self.directories.contains(&path) {
            return Err(if access.exclusive {
                Errno::Exists
            } else {
                Errno::IsDirectory
            });
        }
        self.check_parent(&path)?;
        let content = match self.files.get(&path) {
            Some(_) if access.exclusive => return Err(Errno::Exists),
            Some(content) => content.clone(),
            None if access.create => self.files.entry(path).or_default().clone(),
            None => return Err(Errno::NoEntry),
        };
        if access.truncate {
            content.borrow_mut().clear();
        }
        let position = if access.append {
            content.borrow().len()
        } else {
            0
        };
        let mut descriptor = FIRST_DESCRIPTOR;
        while self.open.contains_key(&descriptor) {
            descriptor += 1;
        }
        let open = Open {
            content,
            position,
            append: access.append,
        };
        self.open.insert(descriptor, open);
        Ok(descriptor)
    }

    pub fn close(&mut self, descriptor: i64) {
        self.open.remove(&descriptor);
    }

    fn opened(&mut self, descriptor: i64) -> Result<&mut Open, Errno> {
        self.open.get_mut(&descriptor).ok_or(Errno::BadDescriptor)
    }

    /// What stands from the position on; the position stays.
    pub fn rest(&mut self, descriptor: i64) -> Result<Vec<u8>, Errno> {
        let open = self.opened(descriptor)?;
        let content = open.content.borrow();
        Ok(content.get(open.position..).unwrap_or(&[]).to_vec())
    }

    pub fn write(&mut self, descriptor: i64, bytes: &[u8]) -> Result<(), Errno> {
        let open = self.opened(descriptor)?;
        let mut content = open.content.borrow_mut();
        if open.append {
            open.position = content.len();
        }
        let end = open.position + bytes.len();
        if content.len() < end {
            content.resize(end, 0);
        }
        content[open.position..end].copy_from_slice(bytes);
        open.position = end;
        Ok(())
    }

    pub fn position(&mut self, descriptor: i64) -> Result<usize, Errno> {
        Ok(self.opened(descriptor)?.position)
    }

    pub fn length(&mut self, descriptor: i64) -> Result<usize, Errno> {
        Ok(self.opened(descriptor)?.content.borrow().len())
    }

    pub fn seek(&mut self, descriptor: i64, position: usize) -> Result<(), Errno> {
        self.opened(descriptor)?.position = position;
        Ok(())
    }

    pub fn truncate(&mut self, descriptor: i64, length: usize) -> Result<(), Errno> {
        let open = self.opened(descriptor)?;
        open.content.borrow_mut().resize(length, 0);
        Ok(())
    }

    pub fn remove(&mut self, path: &str) -> Result<(), Errno> {
        let path = absolute(path);
        if self.directories.contains(&path) {
            return Err(Errno::IsDirectory);
        }
        match self.files.remove(&path) {
            Some(_) => Ok(()),
            None => Err(Errno::NoEntry),
        }
    }

    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), Errno> {
        let to = absolute(to);
        self.check_parent(&to)?;
        match self.files.remove(&absolute(from)) {
            Some(content) => {
                self.files.insert(to, content);
                Ok(())
            }
            None => Err(Errno::NoEntry),
        }
    }

    pub fn make_directory(&mut self, path: &str) -> Result<(), Errno> {
        let path = absolute(path);
        self.check_parent(&path)?;
        if self.files.contains_key(&path) || !self.directories.insert(path) {
            return Err(Errno::Exists);
        }
        Ok(())
    }

    pub fn remove_directory(&mut self, path: &str) -> Result<(), Errno> {
        if !self.list(path)?.is_empty() {
            return Err(Errno::NotEmpty);
        }
        self.directories.remove(&absolute(path));
        Ok(())
    }

    /// Names in a directory, in order.
    pub fn list(&self, path: &str) -> Result<Vec<String>, Errno> {
        let path = absolute(path);
        if !self.directories.contains(&path) {
            return Err(if self.files.contains_key(&path) {
                Errno::NoDirectory
            } else {
                Errno::NoEntry
            });
        }
        let all = self.files.keys().chain(&self.directories);
        let mut names: Vec<String> = all
            .filter(|entry| **entry != "/" && parent(entry) == path)
            .filter_map(|entry| entry.rsplit('/').next())
            .map(str::to_owned)
            .collect();
        names.sort();
        Ok(names)
    }
}
