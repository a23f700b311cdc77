//! Exit statuses, the failures that lead to them, and writing to a reader who may leave early.

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use aud_rules_codegen::diag::printable;

/// The exit statuses, for `--help`.
pub(crate) const EXIT_STATUS_HELP: &str = "\
Exit status:
  0  done
  1  done, but the answer is no: `index --strict` and not every file was wholly understood, a test failed, `check` and a \
rule file has an error, `fmt --check` and a rule file has another form, `explain --rule` and no row is given, `tree` and \
nothing is on the line
  2  nothing was done, because what was asked for can not be: wrong arguments, a path that is not there, an unknown \
table, SQL that SQLite refuses, no database to query, a rule file that is needed and can not be used
  3  it went wrong on the way: the database can not be written or read";

/// Examples, comments and the exit statuses of `scan`, for its `--help`.
pub(crate) const SCAN_HELP: &str = "\
For example:
  aud-rules scan
  aud-rules scan src --select high,critical --show-paths
  aud-rules scan --format sarif --output findings.sarif
  aud-rules scan --diff main --format github
  aud-rules scan --since

A finding that is none is silenced by a comment on one of its lines, or on a line of its own above: \
`# aud: ignore[sql_injection] the name comes from a fixed list`. The reason is required. A comment with a fault silences \
nothing and is a finding itself (`invalid_suppression`), as is one without effect (`unused_suppression`).

Exit status:
  0  nothing was found, or nothing that --fail-on asks for
  1  something was found
  2  nothing was scanned: wrong arguments or configuration, a path that is not there, an unknown problem, no git for --diff
  3  it went wrong on the way: the database can not be written or read";

/// The use and the exit statuses of `baseline`, for its `--help`.
pub(crate) const BASELINE_HELP: &str = "\
A finding is known by what it is about, not by its line: it stays known when lines move and files are renamed. Of equal \
ones the number is known. `aud-rules scan --baseline FILE`, or `baseline = \"FILE\"` in the configuration, reports only \
what is new.

Exit status:
  0  it is written
  2  nothing was written: wrong arguments or configuration, a path that is not there, an unknown problem
  3  it went wrong on the way: a file can not be written or read";

/// The form of a configuration and the exit statuses of `config`, for its `--help`.
pub(crate) const CONFIG_HELP: &str = "\
A configuration is a file `aud-rules.toml`, or the table `[tool.aud-rules]` of a `pyproject.toml`:
  paths = [\"src\"]                # what is scanned when no path is named
  exclude = [\"src/legacy/**\"]    # nothing is reported there; names are still resolved through it
  rules = [\"packs/our.rules\"]    # beside those that are built in
  python = \".venv\"               # whose packages tell what libraries are
  select = [\"CWE-89\", \"high\"]   # problems, weaknesses, severities, tags
  ignore = [\"debug_mode\"]
  tests = false                   # test code is looked at too
  fail-on = \"medium\"
  baseline = \"aud-baseline.json\"
  nosec = false                   # comments `# nosec B602` count
  noqa = false                    # comments `# noqa: S602` count
  [per-path-ignores]
  \"scripts/**\" = [\"command_injection\"]

Exit status:
  0  it was shown
  2  the configuration can not be used, or there is none where it was named";

/// The tests and the exit statuses of `test`, for its `--help`.
pub(crate) const TEST_HELP: &str = "\
Tests are:
  examples of the rules in the rule files
  Python files with comments that state rows, e.g. `# fact: calls(callee=\"eval\")`
  golden projects: directories with a directory `facts` of one `.jsonl` file a table; an empty one is filled by `--accept`
A Python file is a test by itself; the files of a package are tested together with what stands beside it. A rule of \
these files that nothing makes fire is a failure. `codegen/docs/testing.md` says more.

Exit status:
  0  every test passed
  1  a test failed, or a rule was made to fire by nothing
  2  nothing was tested: wrong arguments, a path that is not there, no test, a rule file that can not be used
  3  it went wrong on the way: a file can not be read or written";

/// What is made, and the exit statuses of `new`, for its `--help`.
pub(crate) const NEW_HELP: &str = "\
Makes rules/DOMAIN/NAME.rules and fixtures/rules/DOMAIN/NAME.py, which pass `aud-rules test` as they are: change one thing \
after the other into what you need.

Exit status:
  0  the files are made
  2  nothing was made: wrong arguments, a file or table of that name is there already
  3  it went wrong on the way: a file can not be written";

/// The exit statuses of `check`, for its `--help`.
pub(crate) const CHECK_HELP: &str = "\
Warnings are shown and change nothing. `aud-rules explain CODE` says more about a finding.

Exit status:
  0  no rule file has an error
  1  a rule file has an error
  2  nothing was checked: wrong arguments, a path that is not there, no rule file
  3  it went wrong on the way: a rule file can not be read";

/// The exit statuses of `fmt`, for its `--help`.
pub(crate) const FMT_HELP: &str = "\
Exit status:
  0  every rule file has the canonical form now; with --check: it had it
  1  with --check: a rule file has another form
  2  nothing was changed: wrong arguments, a path that is not there, no rule file, a rule file that can not be parsed
  3  it went wrong on the way: a rule file can not be read or written";

/// What editors must know, for `lsp --help`.
pub(crate) const LSP_HELP: &str = "\
Editors start it by themselves; an extension for VS Code is in the folder `cli/editors/vscode` of the sources. The rule \
files of a folder that is open in the editor are checked together, as `aud-rules check FOLDER` does. When a Python file \
of such a folder is opened or saved, the folder is scanned, as `aud-rules scan` does there, and what is found is shown with \
the way of the data; the initialization option `\"scan\": false` keeps it to rule files.

Exit status:
  0  the editor shut it down
  1  the editor left without that
  3  it went wrong on the way: standard output can not be written";

/// Examples and the exit statuses of `explain`, for its `--help`.
pub(crate) const EXPLAIN_HELP: &str = "\
For example:
  aud-rules explain AR0104
  aud-rules explain --rule flask_hook_decorator shop/app.py
  aud-rules explain --rule my_rule --rules my.rules shop/app.py:12
  aud-rules explain --problem sql_injection shop/storage.py:8

Every node of the rule's class is a candidate. For each of them the statements of the rule are shown in order: whether a \
condition holds, the values that it saw, and the first one that failed. A condition that other files decide is shown \
with the question that it asks them, and with the answer. A line selects the candidates that begin there; of a decorated \
function or class the lines of its decorators count too. Without a candidate of its own it selects the innermost that \
reaches over it.

Of a problem of the flow of data, each sink on the line is told: the ways on which data arrives, step by step; or where data \
of a source was stopped, since a rule says that it is clean there, something else is stored in its place, or it lies in \
another part of the value; or what the value is made of instead, back to constants, parameters that nobody is known to hand \
anything to, and calls of which nothing is known.

Exit status:
  0  a candidate gives a row, data arrives, or the page of the diagnostic was shown
  1  no candidate gives a row, or there is no candidate; no data arrives, or there is no sink
  2  nothing was shown: wrong arguments, an unknown rule, problem or diagnostic, a file or line that is not there, a rule file \
that can not be used
  3  it went wrong on the way: the file can not be read";

/// Examples and the exit statuses of `libraries`, for its `--help`.
pub(crate) const LIBRARIES_HELP: &str = "\
For example:
  aud-rules libraries
  aud-rules libraries flask.Flask
  aud-rules libraries flask.Flask.route --format json
  aud-rules libraries ourlib.Client --rules packs --python .venv

A name is shown under the one under which rules know it, with the other names that lead to it, and with its members, those \
that a class inherits too. What says its types in the environment of the project counts first, then stubs, then code \
without types.

Exit status:
  0  it was shown
  2  nothing was shown: wrong arguments, a name that no library is known to have, a folder that is no environment";

/// Examples and the exit statuses of `tree`, for its `--help`.
pub(crate) const TREE_HELP: &str = "\
For example:
  aud-rules tree shop/app.py
  aud-rules tree shop/app.py:12
  aud-rules tree --syntax shop/app.py:12

A line shows each node that begins there, or else the innermost that reach over it: its classes, as `match` takes them, \
and the value of each property, written as a rule reads it. `codegen/docs/vocabulary.md` describes all of them.

Exit status:
  0  it was shown
  1  no node that has a class is on the line
  2  nothing was shown: wrong arguments, a file or line that is not there
  3  it went wrong on the way: the file can not be read";

/// How completions are installed, for `completions --help`.
pub(crate) const COMPLETIONS_HELP: &str = "\
For example:
  aud-rules completions bash > ~/.local/share/bash-completion/completions/aud-rules
  aud-rules completions fish > ~/.config/fish/completions/aud-rules.fish
  aud-rules completions zsh > _aud-rules    # in a directory of $fpath";

/// How the man page is read, for `man --help`.
pub(crate) const MAN_HELP: &str = "\
For example:
  aud-rules man > aud-rules.1 && man ./aud-rules.1";

/// How the program ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// Done, and the answer is no.
    No = 1,
    /// Asked for something that can not be.
    Misuse = 2,
    /// Went wrong on the way.
    Broken = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    /// How the program ends.
    pub(crate) exit: Exit,
    /// What is wrong, in a sentence.
    message: String,
    help: Option<String>,
}

impl Failure {
    /// What was asked for can not be.
    pub(crate) fn misuse(message: impl fmt::Display) -> Self {
        Failure { exit: Exit::Misuse, message: message.to_string(), help: None }
    }

    /// It went wrong on the way.
    pub(crate) fn broken(message: impl fmt::Display) -> Self {
        Failure { exit: Exit::Broken, message: message.to_string(), help: None }
    }

    /// The same failure, with what could be done about it.
    pub(crate) fn with_help(self, help: impl Into<Option<String>>) -> Self {
        Failure { help: help.into(), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", printable(&self.message))?;
        match &self.help {
            Some(help) => write!(f, "\n help: {}", printable(help)),
            None => Ok(()),
        }
    }
}

/// Writes data to standard output. A reader who has seen enough and closed the pipe is no failure.
pub(crate) fn write_output(write: impl FnOnce(&mut dyn Write) -> Result<(), OutputError>) -> Result<(), Failure> {
    let mut output = BufWriter::new(io::stdout().lock());
    let written = write(&mut output).and_then(|()| Ok(output.flush()?));
    match written {
        Ok(()) => Ok(()),
        Err(OutputError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still in the buffer has nowhere to go.
            let _ = output.into_parts();
            Ok(())
        }
        Err(OutputError::Write(error)) => Err(Failure::broken(format!("standard output can not be written: {error}"))),
        Err(OutputError::Other(failure)) => Err(failure),
    }
}

/// Why output ended early.
pub(crate) enum OutputError {
    /// Standard output does not take it.
    Write(io::Error),
    /// What was to be written could not be had.
    Other(Failure),
}

impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        OutputError::Write(error)
    }
}

impl From<Failure> for OutputError {
    fn from(failure: Failure) -> Self {
        OutputError::Other(failure)
    }
}
