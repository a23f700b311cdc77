//! Calls the built program in a directory of its own.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A directory to call the program in.
pub(crate) struct Sandbox {
    directory: TempDir,
}

/// What a call gave.
#[derive(Debug)]
pub(crate) struct Run {
    /// Exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Sandbox {
    /// One with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let sandbox = Sandbox { directory: tempfile::tempdir().unwrap() };
        for (path, content) in files {
            let path = sandbox.path(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        sandbox
    }

    /// A path in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    /// Calls the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Calls the program in a directory of the sandbox.
    pub(crate) fn run_in(&self, directory: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aud-rules"));
        Run::of(command.args(arguments).current_dir(self.path(directory)).output().unwrap())
    }
}

impl Run {
    /// What a process gave.
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}
