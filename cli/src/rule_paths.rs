//! From paths on the command line to the rule files that they mean.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use aud_rules_codegen::diag::{Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::source::rule_files::{RuleFiles, read_text};

use crate::exit::Failure;
use crate::rule_packs::add_library;

/// Rule files with the paths under which they were found.
#[derive(Debug, Default)]
pub(crate) struct RulePaths {
    /// Their text; the paths lead from the current directory to them.
    pub(crate) sources: SourceMap,
    /// Where each lies, in the same order.
    pub(crate) files: Vec<PathBuf>,
}

impl RulePaths {
    /// Reads the files, and the rule files of the directories. A file that is named twice is read once.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<RulePaths, Failure> {
        let mut found = RulePaths::default();
        let mut seen = BTreeSet::new();
        for path in paths {
            for (file, text) in rule_files(path)? {
                if seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())) {
                    found.sources.add(shown(&file), text);
                    found.files.push(file);
                }
            }
        }
        if found.files.is_empty() {
            let paths: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
            let message = format!("there is no rule file below {}", paths.join(" and "));
            return Err(Failure::misuse(message).with_help("rule files end in `.rules`".to_owned()));
        }
        Ok(found)
    }

    /// The same, and the catalogue for what they name of it.
    pub(crate) fn read_with_library(paths: &[PathBuf]) -> Result<RulePaths, Failure> {
        let mut found = RulePaths::read(paths)?;
        add_library(&mut found.sources);
        Ok(found)
    }
}

/// The rule files that one path means, with their text.
fn rule_files(path: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    if !path.exists() {
        return Err(Failure::misuse(format!("there is no file or directory `{}`", path.display())));
    }
    if path.is_dir() {
        let RuleFiles { sources, files, .. } = RuleFiles::read(path).map_err(Failure::broken)?;
        let texts = sources.ids().map(|id| sources.file(id).text.clone());
        return Ok(files.into_iter().zip(texts).collect());
    }
    let unreadable = |error| Failure::broken(format!("`{}` can not be read: {error}", path.display()));
    let text = read_text(path).map_err(unreadable)?;
    Ok(vec![(path.to_owned(), text)])
}

/// The path as diagnostics show it: with `/`, and without the `./` of the current directory.
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Colour, when standard output is a terminal whose owner has nothing against it.
pub(crate) fn color_for(output: &impl IsTerminal) -> Color {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if output.is_terminal() && !is_refused { Color::Always } else { Color::Never }
}

/// Writes the findings to standard error and gives the failure of a command that can not work with such rules.
pub(crate) fn unusable(found: &Diagnostics, sources: &SourceMap) -> Failure {
    eprintln!("{}", found.render(sources, color_for(&std::io::stderr())));
    let n_errors = found.n_errors();
    let plural = if n_errors == 1 { "" } else { "s" };
    Failure::misuse(format!("the rule files can not be used: {n_errors} error{plural}"))
}
