//! The command line as types.

mod scan;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgGroup, Args as ClapArgs, Parser, Subcommand, ValueEnum};

pub(crate) use scan::{BaselineArgs, ConfigArgs, ScanArgs, ScanFormat, SubjectArgs};

use crate::exit::{
    BASELINE_HELP, CHECK_HELP, COMPLETIONS_HELP, CONFIG_HELP, EXIT_STATUS_HELP, EXPLAIN_HELP, FMT_HELP, LIBRARIES_HELP,
    LSP_HELP, MAN_HELP, NEW_HELP, SCAN_HELP, TEST_HELP, TREE_HELP,
};

/// Facts about Python code, for security analysis, in a SQLite database.
#[derive(Parser, Debug)]
#[command(version, after_help = EXIT_STATUS_HELP)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The subcommands.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Index Python code into a database
    #[command(after_help = EXIT_STATUS_HELP)]
    Index(IndexArgs),
    /// Find problems in Python code, and exit with status 1 when there are any
    #[command(after_help = SCAN_HELP)]
    Scan(ScanArgs),
    /// Write down the findings that are there, so that `scan --baseline` reports only new ones
    #[command(after_help = BASELINE_HELP)]
    Baseline(BaselineArgs),
    /// Show what is configured for `scan`, and where
    #[command(after_help = CONFIG_HELP)]
    Config(ConfigArgs),
    /// Ask the database a question in SQL
    #[command(after_help = EXIT_STATUS_HELP)]
    Query(QueryArgs),
    /// Test rules: their examples, annotated Python files and golden projects
    #[command(after_help = TEST_HELP)]
    Test(TestArgs),
    /// Make a rule file with a table, a rule and examples, and a fixture for it
    #[command(after_help = NEW_HELP)]
    New(NewArgs),
    /// Check rule files
    #[command(after_help = CHECK_HELP)]
    Check(CheckArgs),
    /// Write rule files in the one canonical form
    #[command(after_help = FMT_HELP)]
    Fmt(FmtArgs),
    /// Show what rules are compiled into: the stage of each, and the decision at each kind of node
    #[command(after_help = EXIT_STATUS_HELP)]
    Plan(PlanArgs),
    /// Show the tables of a database and their columns
    #[command(after_help = EXIT_STATUS_HELP)]
    Tables(TablesArgs),
    /// Explain what a rule does at a place of a Python file, why a problem is found there or not, or what a diagnostic means
    #[command(after_help = EXPLAIN_HELP)]
    Explain(ExplainArgs),
    /// Show which libraries are known and from where, or what is known of a name
    #[command(after_help = LIBRARIES_HELP)]
    Libraries(LibrariesArgs),
    /// Serve an editor over standard input and output, as a language server
    #[command(after_help = LSP_HELP)]
    Lsp,
    /// Show what rules see of a Python file: classes, properties and names
    #[command(after_help = TREE_HELP)]
    Tree(TreeArgs),
    /// Write the completions for a shell
    #[command(after_help = COMPLETIONS_HELP)]
    Completions(CompletionsArgs),
    /// Write the man page
    #[command(after_help = MAN_HELP)]
    Man,
}

/// Arguments of `index`.
#[derive(ClapArgs, Debug)]
pub(crate) struct IndexArgs {
    /// Files and directories to index; in directories, `.py` and `.pyi` files that no ignore file excludes
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,

    /// Where to write the database [default: .aud/index.db under the indexed root]
    #[arg(long, value_name = "FILE")]
    pub(crate) db: Option<PathBuf>,

    /// Number of threads [default: one for each processor]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Run these rules too: a rule file, or a directory of them
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,

    /// The Python environment of the project, whose installed packages tell what its libraries are: its folder, or the
    /// interpreter in it. Nothing of it is executed [default: `.venv` under the indexed root, if there is one]
    #[arg(long, value_name = "PATH")]
    pub(crate) python: Option<PathBuf>,

    /// Fill only these tables, or the tables of these groups [default: all but those that are filled on demand]
    #[arg(long, value_name = "TABLE | GROUP", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// Fill the tables too that are filled on demand, since they have a row for nearly every name
    #[arg(long, conflicts_with = "only")]
    pub(crate) all: bool,

    /// Look for problems too, as `scan` does, and fill the tables `findings`, `flows` and `flow_steps`. Once they are filled,
    /// every later run keeps them current
    #[arg(long)]
    pub(crate) findings: bool,

    /// Exit with status 1 when any file was not wholly understood
    #[arg(long)]
    pub(crate) strict: bool,

    /// Say what each stage and each rule cost
    #[arg(long)]
    pub(crate) stats: bool,

    /// Do not examine files that are larger, e.g. `500k`, `20M`
    #[arg(long, value_name = "SIZE", value_parser = parse_size, default_value = "10M")]
    pub(crate) max_file_size: u64,

    /// Keep the database current: run again each time that a file changes, until interrupted
    #[arg(long)]
    pub(crate) watch: bool,

    /// Read every file, also those whose time and size are as before
    #[arg(long)]
    pub(crate) verify: bool,

    /// Examine every file again, and make the database anew
    #[arg(long, conflicts_with = "verify")]
    pub(crate) no_cache: bool,

    /// How to write the summary
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `query`.
#[derive(ClapArgs, Debug)]
pub(crate) struct QueryArgs {
    /// One SQL statement, e.g. "SELECT * FROM files LIMIT 10"
    #[arg(value_name = "SQL")]
    pub(crate) sql: String,

    /// The database [default: the nearest .aud/index.db, from the current directory upwards]
    #[arg(long, value_name = "FILE")]
    pub(crate) db: Option<PathBuf>,

    /// How to write the rows
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    pub(crate) format: RowFormat,
}

/// Arguments of `test`.
#[derive(ClapArgs, Debug)]
pub(crate) struct TestArgs {
    /// Rule files, annotated Python files, golden projects, and directories that hold any of them. Without rule files, the
    /// rules that are built in are tested
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,

    /// Run only tests whose name contains this text
    #[arg(long, value_name = "TEXT")]
    pub(crate) filter: Vec<String>,

    /// What runs the rules [default: each rule compiled if it is compiled in, else interpreted]
    #[arg(long, value_enum)]
    pub(crate) engine: Option<TestEngine>,

    /// Rewrite the golden rows as they are found, and say what changed
    #[arg(long)]
    pub(crate) accept: bool,

    /// Number of tests that run at a time [default: one for each processor]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// How to write the result
    #[arg(long, value_enum, default_value_t = TestFormat::Text)]
    pub(crate) format: TestFormat,
}

/// Arguments of `new`.
#[derive(ClapArgs, Debug)]
pub(crate) struct NewArgs {
    /// Two words in snake_case, e.g. `web/upload_handlers`
    #[arg(value_name = "DOMAIN/NAME")]
    pub(crate) name: String,

    /// The directory with the directories `rules` and `fixtures`; they are made where they are missing
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) r#in: PathBuf,
}

/// Engines that tests run on.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TestEngine {
    /// The compiled engine; all rules that are tested must be compiled in
    Compiled,
    /// The interpreter, also for rules that are compiled in
    Interpreted,
    /// The one and the other; they must give the same rows
    Both,
}

/// Forms of a test's result.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TestFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// JUnit's XML, for CI servers
    Junit,
    /// Annotations of GitHub Actions
    Github,
}

/// Arguments of `check`.
#[derive(ClapArgs, Debug)]
pub(crate) struct CheckArgs {
    /// Rule files, and directories with rule files; all of them are checked as one set of rules
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `fmt`.
#[derive(ClapArgs, Debug)]
pub(crate) struct FmtArgs {
    /// Rule files, and directories with rule files
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,

    /// Change nothing; name the files that have another form and exit with status 1
    #[arg(long)]
    pub(crate) check: bool,
}

/// Arguments of `plan`.
#[derive(ClapArgs, Debug)]
pub(crate) struct PlanArgs {
    /// Rule files, and directories with rule files [default: the rules that are built in]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Show this rule alone, and the decisions that lead to it
    #[arg(long, value_name = "RULE")]
    pub(crate) rule: Option<String>,

    /// How to write the plan
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `tables`.
#[derive(ClapArgs, Debug)]
pub(crate) struct TablesArgs {
    /// A table or view [default: a list of all, by group]
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,

    /// List only those that have this word in their name, their columns, their docs or the tags of their rules
    #[arg(long, value_name = "WORD", conflicts_with = "name")]
    pub(crate) search: Option<String>,

    /// How to write them
    #[arg(long, value_enum, default_value_t = TablesFormat::Text)]
    pub(crate) format: TablesFormat,
}

/// Arguments of `explain`.
#[derive(ClapArgs, Debug)]
#[command(group(ArgGroup::new("explained").args(["rule", "problem"])))]
pub(crate) struct ExplainArgs {
    /// The code of a diagnostic, e.g. AR0104 [default: a list of all]; with --rule the Python file that the rule is tried
    /// on, and perhaps the line; with --problem the file and the line of the sink
    #[arg(value_name = "CODE | FILE[:LINE]")]
    pub(crate) subject: Option<OsString>,

    /// Show what this rule does at each node that it looks at, condition by condition
    #[arg(long, value_name = "RULE", requires = "subject")]
    pub(crate) rule: Option<String>,

    /// Show how data arrives at the sink on that line, or where it was stopped and why, or what arrives instead. Brings the
    /// index of the project up to date
    #[arg(long, value_name = "PROBLEM", requires = "subject")]
    pub(crate) problem: Option<String>,

    /// Look for the rule in these rule files or directories first, and then among the rules that are built in; with
    /// --problem they are run too, beside those that are configured
    #[arg(long, value_name = "PATH", requires = "explained")]
    pub(crate) rules: Vec<PathBuf>,

    /// The project whose files are asked about names [default: the nearest directory around FILE with a .git,
    /// pyproject.toml, setup.py or setup.cfg, or else that of FILE]
    #[arg(long, value_name = "DIR", requires = "explained")]
    pub(crate) project: Option<PathBuf>,

    /// Show every candidate and every round of a loop in full
    #[arg(long, requires = "rule")]
    pub(crate) all: bool,

    /// How to write what the rule did, or what is told of the sink
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text, requires = "explained")]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `libraries`.
#[derive(ClapArgs, Debug)]
pub(crate) struct LibrariesArgs {
    /// A module, class, function or member, e.g. `flask.Flask.route` [default: a list of all libraries]
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,

    /// Look into the stubs of these rule packs too
    #[arg(long, value_name = "DIR")]
    pub(crate) rules: Vec<PathBuf>,

    /// The Python environment of the project: its folder, or the interpreter in it. Nothing of it is executed [default:
    /// `.venv` in the current directory, if there is one]
    #[arg(long, value_name = "PATH")]
    pub(crate) python: Option<PathBuf>,

    /// How to write it
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `tree`.
#[derive(ClapArgs, Debug)]
pub(crate) struct TreeArgs {
    /// A Python file [an outline is shown], or a line of it [the nodes that begin there are shown in full]
    #[arg(value_name = "FILE[:LINE]")]
    pub(crate) place: OsString,

    /// Show the syntax tree as the parser made it
    #[arg(long, conflicts_with_all = ["all", "project"])]
    pub(crate) syntax: bool,

    /// Show every node of the line, and each property on a line of its own, also without a value
    #[arg(long)]
    pub(crate) all: bool,

    /// The project whose files are asked about names [default: the nearest directory around FILE with a .git,
    /// pyproject.toml, setup.py or setup.cfg, or else that of FILE]
    #[arg(long, value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,

    /// How to write it
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub(crate) format: SummaryFormat,
}

/// Arguments of `completions`.
#[derive(ClapArgs, Debug)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Forms of the table reference.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TablesFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// The statements that make them
    Sql,
}

/// Forms of a summary.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SummaryFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Forms of rows.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RowFormat {
    /// Aligned columns, for people
    Table,
    /// Comma-separated values with a header
    Csv,
    /// An array of objects
    Json,
}

/// A number of bytes, with `k`, `M` or `G` (also `KiB`, `MB`, ...) for powers of 1024.
fn parse_size(text: &str) -> Result<u64, String> {
    let n_digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(n_digits);
    let power = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 1,
        "m" | "mb" | "mib" => 2,
        "g" | "gb" | "gib" => 3,
        _ => return Err(format!("`{unit}` is no unit: write bytes, or a number with k, M or G")),
    };
    let number: u64 = digits.parse().map_err(|_| "a size begins with a whole number".to_owned())?;
    number.checked_mul(1 << (10 * power)).ok_or_else(|| "that is more than any file has".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }

    #[test]
    fn sizes_have_units() {
        let check = |text: &str, expected: Option<u64>| assert_eq!(parse_size(text).ok(), expected, "{text}");
        check("0", Some(0));
        check("4096", Some(4096));
        check("500k", Some(500 << 10));
        check("20M", Some(20 << 20));
        check("20 MiB", Some(20 << 20));
        check("1gb", Some(1 << 30));
        check("99999999999G", None);
        check("M", None);
        check("-1", None);
        check("1.5M", None);
        check("3 apples", None);
    }
}
