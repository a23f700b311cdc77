//! From what `git diff` says to the lines that are other ones than in a revision.
//!
//! Where lines were only removed, the two lines around them count as changed: what was removed may have made them safe.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, Output};

use super::finding::{Finding, Place};

/// The lines that changed, by path below the folder that git was asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Changed {
    lines: BTreeMap<String, Vec<RangeInclusive<u32>>>,
    /// Files that the revision does not have, and git does not track.
    new_files: BTreeSet<String>,
}

/// Why git can not say what changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum ChangedError {
    /// The program is not there, or can not be run.
    NoGit(String),
    /// The folder is in no repository.
    NoRepository,
    /// The repository has no such revision.
    NoRevision(String),
    /// Git failed, with these words.
    Failed(String),
}

impl Changed {
    /// What changed below `root` since the revision, in the files as they lie there.
    ///
    /// # Errors
    ///
    /// When git can not say it.
    pub(crate) fn since(root: &Path, revision: &str) -> Result<Self, ChangedError> {
        if !run(root, &["rev-parse", "--is-inside-work-tree"])?.status.success() {
            return Err(ChangedError::NoRepository);
        }
        let commit =
            run(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])?;
        if !commit.status.success() {
            return Err(ChangedError::NoRevision(revision.to_owned()));
        }
        let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
        let diff = [
            "diff",
            "--unified=0",
            "--relative",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &commit,
            "--",
        ];
        let mut changed = Changed::parse(&said(run(root, &diff)?)?);
        let untracked = said(run(root, &["ls-files", "--others", "--exclude-standard", "-z"])?)?;
        changed.new_files = untracked.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
        Ok(changed)
    }

    /// Reads a diff without lines of context.
    pub(crate) fn parse(diff: &str) -> Self {
        let mut changed = Changed::default();
        let mut file = None;
        // The lines of a hunk are told from headers by their number: a changed line may look like a header.
        let mut n_left = 0;
        for line in diff.lines() {
            if n_left > 0 && line.starts_with(['+', '-']) {
                n_left -= 1;
            } else if let Some(path) = line.strip_prefix("+++ ") {
                file = path_of(path);
            } else if let Some((old, new)) = line.strip_prefix("@@ ").and_then(hunk) {
                n_left = old.1.saturating_add(new.1);
                let lines =
                    if new.1 == 0 { new.0..=new.0.saturating_add(1) } else { new.0..=new.0.saturating_add(new.1 - 1) };
                if let Some(file) = &file {
                    changed.lines.entry(String::clone(file)).or_default().push(lines);
                }
            }
        }
        changed
    }

    /// The finding speaks of a line that changed.
    pub(crate) fn touches(&self, finding: &Finding) -> bool {
        finding.places().any(|place| self.has(place))
    }

    fn has(&self, place: &Place) -> bool {
        let is_on = |lines: &RangeInclusive<u32>| *lines.start() <= place.end_line && place.line <= *lines.end();
        self.new_files.contains(&place.file)
            || self.lines.get(&place.file).is_some_and(|ranges| ranges.iter().any(is_on))
    }
}

fn run(root: &Path, arguments: &[&str]) -> Result<Output, ChangedError> {
    let mut git = Command::new("git");
    git.args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-C"]).arg(root).args(arguments);
    git.output().map_err(|error| ChangedError::NoGit(error.to_string()))
}

fn said(output: Output) -> Result<String, ChangedError> {
    if output.status.success() {
        // Bytes that are no text are in lines, never in the headers that are read.
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(ChangedError::Failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

/// The path behind `+++ `; none for a file that was removed.
fn path_of(text: &str) -> Option<String> {
    let text = text.trim_end_matches('\t');
    let path = match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(quoted) => unquoted(quoted),
        None => text.to_owned(),
    };
    path.strip_prefix("b/").map(str::to_owned)
}

/// A path that git has quoted as C does, since it has control characters, quotes or backslashes.
fn unquoted(quoted: &str) -> String {
    let mut bytes = Vec::with_capacity(quoted.len());
    let mut rest = quoted.bytes().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'r') => bytes.push(b'\r'),
            Some(digit @ b'0'..=b'7') => {
                let mut value = u32::from(digit - b'0');
                for _ in 0..2 {
                    if let Some(digit) = rest.next_if(|byte| (b'0'..=b'7').contains(byte)) {
                        value = value * 8 + u32::from(digit - b'0');
                    }
                }
                bytes.push(value as u8);
            }
            Some(other) => bytes.push(other),
            None => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// First line and number of lines, before and after, of `-1,2 +3,4 @@`.
fn hunk(header: &str) -> Option<((u32, u32), (u32, u32))> {
    let mut words = header.split(' ');
    let range = |word: &str| -> Option<(u32, u32)> {
        match word.split_once(',') {
            Some((first, count)) => Some((first.parse().ok()?, count.parse().ok()?)),
            None => Some((word.parse().ok()?, 1)),
        }
    };
    let old = range(words.next()?.strip_prefix('-')?)?;
    let new = range(words.next()?.strip_prefix('+')?)?;
    Some((old, new))
}
