//! The command lines of `scan`, `baseline` and `config`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use aud_rules_plan::Severity;
use clap::{Args as ClapArgs, ValueEnum};

/// What is scanned, and what is looked for in it.
#[derive(ClapArgs, Debug, Default)]
pub(crate) struct SubjectArgs {
    /// Files and directories to scan [default: `paths` of the configuration, or else the current directory]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Report these only: problems, weaknesses such as `CWE-89`, severities, tags. Comes in the place of what the
    /// configuration selects and ignores
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Do not report these, in the same words
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// Look at test code too
    #[arg(long)]
    pub(crate) tests: bool,

    /// The configuration [default: the nearest `aud-rules.toml`, or `pyproject.toml` with `[tool.aud-rules]`, from the
    /// first path upwards]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// The database [default: .aud/index.db under the indexed root]
    #[arg(long, value_name = "FILE")]
    pub(crate) db: Option<PathBuf>,

    /// Run these rules too, beside those that are configured: a rule file, or a directory of them
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,

    /// The Python environment of the project: its folder, or the interpreter in it. Nothing of it is executed [default: as
    /// configured, or else `.venv` under the indexed root, if there is one]
    #[arg(long, value_name = "PATH")]
    pub(crate) python: Option<PathBuf>,

    /// Number of threads [default: one for each processor]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Examine every file again
    #[arg(long)]
    pub(crate) no_cache: bool,
}

/// Arguments of `scan`.
#[derive(ClapArgs, Debug)]
pub(crate) struct ScanArgs {
    #[command(flatten)]
    pub(crate) subject: SubjectArgs,

    /// Report only what is not in this baseline [default: as configured]
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Report only what touches a line that is another one than in this revision of git
    #[arg(long, value_name = "REV")]
    pub(crate) diff: Option<String>,

    /// Report only what was not found when the database was last brought up to date, by `scan`, `index` or an editor. It is
    /// brought up to date now: what is new is new once
    #[arg(long)]
    pub(crate) since: bool,

    /// Exit with status 1 only for findings of this severity or a higher one: info, low, medium, high or critical
    /// [default: as configured, or else info]
    #[arg(long, value_name = "SEVERITY", value_parser = parse_severity)]
    pub(crate) fail_on: Option<Severity>,

    /// Show the whole way of the data (in text; the other forms have it where they can)
    #[arg(long)]
    pub(crate) show_paths: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t = ScanFormat::Text)]
    pub(crate) format: ScanFormat,

    /// Where to write the findings [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `baseline`.
#[derive(ClapArgs, Debug)]
pub(crate) struct BaselineArgs {
    #[command(flatten)]
    pub(crate) subject: SubjectArgs,

    /// Where to write it [default: as configured, or else aud-baseline.json]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `config`.
#[derive(ClapArgs, Debug)]
pub(crate) struct ConfigArgs {
    /// What would be scanned
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) path: PathBuf,

    /// The configuration [default: the nearest `aud-rules.toml`, or `pyproject.toml` with `[tool.aud-rules]`, from the path
    /// upwards]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// Forms of findings.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ScanFormat {
    /// For people: the line of each drawn, with the source of its data
    Text,
    /// A line for each
    Concise,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code quality of GitLab
    Gitlab,
    /// JUnit's XML, for CI servers
    Junit,
    /// Comma-separated values with a header
    Csv,
}

fn parse_severity(word: &str) -> Result<Severity, String> {
    let found = Severity::ALL.into_iter().find(|severity| severity.word() == word);
    found.ok_or_else(|| format!("severities are {}", Severity::ALL.map(Severity::word).join(", ")))
}
