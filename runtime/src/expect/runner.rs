//! Fixtures on disk and a matcher to differences: indexes each as a project of its own, and reads the rows back from the
//! database, so that everything between the file and the database takes part.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, io};

use rusqlite::Connection;

use super::annotations::read_annotations;
use super::compare::{Schema, claims_of_rows, compare};
use super::examples::{EXAMPLE_FILE, check_example};
use super::golden::{GoldenProject, Rewritten};
use super::project::ProjectRows;
use super::{ClaimKind, Claims, Difference, Source, What, extraction_errors, findings};
use crate::input::discover::{DiscoverError, Discovery, FoundFile, discover};
use crate::input::errors::FileError;
use crate::input::text::Limits;
use crate::output::sqlite::Blank;
use crate::project::libraries::Libraries;
use crate::rules::matcher::Matcher;
use crate::rules::matcher::RuleSet;
use crate::run::{IndexError, Indexer, Quiet, Reuse, Summary};
use crate::segment::facts::{RowRef, Rows};
use aud_rules_plan::{ProblemId, RuleHead, RuleId, Table, TableId};

/// Folder of golden files in a golden project.
pub const FACTS_FOLDER: &str = "facts";

/// Runs fixtures.
pub struct Runner<'r> {
    matcher: &'r dyn Matcher,
    libraries: &'r Libraries,
    scratch: &'r Path,
    /// What each database begins as, once there was one.
    blank: OnceLock<Blank>,
    /// The tables of the rules, then [`extraction_errors`], then one for the findings of each problem.
    tables: Vec<Table>,
    /// Those of which goldens tell every row.
    golden_tables: BTreeSet<TableId>,
    n_runs: AtomicU64,
}

/// What came of a fixture.
pub struct Outcome {
    /// Where claims and rows differ; empty when the fixture passes.
    pub differences: Vec<Difference>,
    /// Tables of which the fixture states a fact.
    pub stated: BTreeSet<String>,
    /// How the indexing went.
    pub summary: Summary,
    /// All rows, and the errors.
    pub rows: ProjectRows,
}

/// What was indexed.
struct Indexed {
    discovery: Discovery,
    rows: ProjectRows,
    summary: Summary,
}

/// Why a fixture could not be run.
#[derive(thiserror::Error, Debug)]
pub enum RunError {
    /// It can not be found.
    #[error(transparent)]
    Discover(#[from] DiscoverError),
    /// It can not be indexed.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// There is nothing to run it on.
    #[error("no engine was given")]
    NoEngine,
    /// Its rows can not be read back.
    #[error("the rows can not be read back: {0}")]
    Database(#[from] rusqlite::Error),
    /// It can not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> RunError {
    let path = path.to_owned();
    move |source| RunError::File { path, source }
}

impl<'r> Runner<'r> {
    /// A runner for the rules of `matcher`, which makes its databases in the folder `scratch`.
    pub fn new(matcher: &'r dyn Matcher, scratch: &'r Path) -> Self {
        let findings: Vec<Table> = matcher.problems().iter().map(|problem| findings::table_of(&problem.name)).collect();
        let tables = [matcher.tables(), &[extraction_errors()], &findings].concat();
        let golden_tables = (0..=matcher.tables().len()).map(TableId::at).collect();
        Runner {
            matcher,
            libraries: Libraries::none(),
            scratch,
            blank: OnceLock::new(),
            tables,
            golden_tables,
            n_runs: AtomicU64::new(0),
        }
    }

    /// The same, with what is known of these libraries.
    #[must_use]
    pub fn with_libraries(self, libraries: &'r Libraries) -> Self {
        Runner { libraries, ..self }
    }

    /// The same, whose goldens tell of the tables that some of the rules fill, and of others where there is a file.
    pub fn with_goldens_of(self, is_tested: impl Fn(&RuleHead) -> bool) -> Self {
        let tested = self.matcher.rules().iter().filter(|rule| is_tested(rule)).filter_map(RuleHead::table);
        let golden_tables = tested.chain([self.errors_table()]).collect();
        Runner { golden_tables, ..self }
    }

    /// The rules.
    pub fn matcher(&self) -> &'r dyn Matcher {
        self.matcher
    }

    /// Holds an annotated Python file, or all those of a folder, against the rows of every rule.
    ///
    /// # Errors
    ///
    /// When the fixture can not be indexed or read.
    pub fn check_annotated(&self, path: &Path) -> Result<Outcome, RunError> {
        let indexed = self.index(path, |_| true)?;
        let mut files = Vec::new();
        for file in &indexed.discovery.files {
            let bytes = fs::read(&file.real).map_err(at(&file.absolute))?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let claims = read_annotations(&text, &self.tables);
            files.push((file, text, claims));
        }
        let has_claims = files.iter().any(|(_, _, claims)| !claims.claims.is_empty() || !claims.malformed.is_empty());
        if !findings::ARE_MADE {
            files.iter_mut().for_each(|(_, _, claims)| claims.forget_from(self.findings_table(ProblemId(0))));
        }
        let facts =
            files.iter().flat_map(|(_, _, claims)| &claims.claims).filter(|claim| claim.kind == ClaimKind::Fact);
        let stated = facts.map(|fact| self.tables[fact.table.index()].name.clone()).collect();
        let differences = if has_claims {
            self.differences(path, &indexed.rows, |rows| {
                let compare = |(file, text, claims): &(&FoundFile, String, Claims)| {
                    let shown = shown(path, &indexed.discovery.root, file);
                    let (source, rows) = (Source { path: &shown, text }, rows.of(&file.path));
                    let mut differences = compare(source, self.schema(), claims, rows);
                    differences.extend(self.not_understood(source, claims, rows));
                    differences
                };
                Ok(files.iter().flat_map(compare).collect())
            })?
        } else {
            vec![no_annotation(path)]
        };
        Ok(Outcome { differences, stated, summary: indexed.summary, rows: indexed.rows })
    }

    /// What of the file was not understood, unless it speaks of that itself.
    fn not_understood(&self, source: Source<'_>, claims: &Claims, rows: &Rows) -> Vec<Difference> {
        let errors = self.errors_table();
        if claims.closed.contains(&errors) {
            return Vec::new();
        }
        let mut silent = Claims::default();
        silent.closed.insert(errors);
        let mut differences = compare(source, self.schema(), &silent, rows);
        for difference in &mut differences {
            difference.what = What::Malformed {
                message: "the file is not wholly understood".to_owned(),
                help: Some("if that is meant, state it: `# fact: extraction_errors(stage=\"parse\")`".to_owned()),
            };
        }
        differences
    }

    /// Holds the golden files in the folder `facts` of a project against the rows of every rule.
    ///
    /// # Errors
    ///
    /// When the project can not be indexed, or a golden file can not be read.
    pub fn check_golden(&self, project: &Path) -> Result<Outcome, RunError> {
        let indexed = self.index(project, |_| true)?;
        let facts = project.join(FACTS_FOLDER);
        let golden = GoldenProject { root: &indexed.discovery.root, facts: &facts, tables: &self.golden_tables };
        let differences =
            self.differences(project, &indexed.rows, |rows| golden.check(self.schema(), rows).map_err(at(&facts)))?;
        let rows = indexed.rows.files().flat_map(|(_, rows)| rows.iter());
        let stated = rows.map(|row| self.tables[row.table().index()].name.clone()).collect();
        Ok(Outcome { differences, stated, summary: indexed.summary, rows: indexed.rows })
    }

    /// Writes the rows of a project as its golden files; says which have changed.
    ///
    /// # Errors
    ///
    /// When the project can not be indexed, or a golden file can not be written.
    pub fn accept_golden(&self, project: &Path) -> Result<Vec<Rewritten>, RunError> {
        let indexed = self.index(project, |_| true)?;
        let facts = project.join(FACTS_FOLDER);
        let golden = GoldenProject { root: &indexed.discovery.root, facts: &facts, tables: &self.golden_tables };
        golden.accept(&self.tables, &indexed.rows).map_err(at(&facts))
    }

    /// Holds an example of a rule against the rows that this rule alone gives for it.
    ///
    /// # Errors
    ///
    /// When the example can not be indexed.
    pub fn check_example(&self, rule: RuleId, example: usize) -> Result<Outcome, RunError> {
        let def = &self.matcher.examples(rule)[example];
        let folder = self.new_folder()?;
        let path = folder.join(EXAMPLE_FILE);
        fs::write(&path, &def.source).map_err(at(&path))?;
        let indexed = self.index(&path, |other| other == rule)?;
        let rows = indexed.rows.with_rules(|_, _| Some(rule));
        let mut differences = check_example(def, rule, self.schema(), rows.of(EXAMPLE_FILE));
        differences.extend(indexed.summary.first_errors.iter().map(|found| not_understood(&def.source, &found.error)));
        let table = self.matcher.rules()[rule.index()].table().filter(|_| !def.rows.is_empty());
        let stated = table.map(|table| self.tables[table.index()].name.clone());
        Ok(Outcome { differences, stated: stated.into_iter().collect(), summary: indexed.summary, rows })
    }

    /// Holds an example of a problem against the findings that all rules together give for it.
    ///
    /// # Errors
    ///
    /// When the example can not be indexed.
    pub fn check_problem_example(&self, problem: ProblemId, example: usize) -> Result<Outcome, RunError> {
        let (def, head) = (&self.matcher.problem_examples(problem)[example], &self.matcher.problems()[problem.index()]);
        let folder = self.new_folder()?;
        let path = folder.join(EXAMPLE_FILE);
        fs::write(&path, &def.source).map_err(at(&path))?;
        let indexed = self.index(&path, |_| true)?;
        let shown = format!("{}:{} ({})", head.at.file, def.line, head.name);
        let (source, table) = (Source { path: &shown, text: &def.source }, self.findings_table(problem));
        let claims = findings::claims_of(def, table);
        let mut differences = compare(source, self.schema(), &claims, indexed.rows.of(EXAMPLE_FILE));
        let errors = indexed.summary.first_errors.iter();
        differences.extend(errors.map(|found| not_understood(&def.source, &found.error)));
        let stated = (!def.findings.is_empty()).then(|| self.tables[table.index()].name.clone());
        Ok(Outcome { differences, stated: stated.into_iter().collect(), summary: indexed.summary, rows: indexed.rows })
    }

    /// Where the rows of this run differ from those of another one over the same Python.
    pub fn hold_against(&self, rows: &ProjectRows, expected: &ProjectRows) -> Vec<Difference> {
        let files: BTreeSet<&str> = rows.files().chain(expected.files()).map(|(file, _)| file).collect();
        let differs = |file: &&str| {
            let claims = claims_of_rows(&self.tables, expected.of(file));
            compare(Source { path: file, text: "" }, self.schema(), &claims, rows.of(file))
        };
        files.iter().flat_map(differs).collect()
    }

    /// The table [`extraction_errors`], which stands behind those of the rules.
    fn errors_table(&self) -> TableId {
        TableId::at(self.matcher.tables().len())
    }

    /// The table of the findings of a problem.
    fn findings_table(&self, problem: ProblemId) -> TableId {
        TableId::at(self.errors_table().index() + 1 + problem.index())
    }

    fn schema(&self) -> Schema<'_> {
        Schema { tables: &self.tables, rules: self.matcher.rules() }
    }

    /// The differences that `compare` finds. A database does not tell which rule made a row, so when rows differ, the
    /// rules of their tables are run one by one, and what they give is compared.
    fn differences(
        &self,
        path: &Path,
        rows: &ProjectRows,
        compare: impl Fn(&ProjectRows) -> Result<Vec<Difference>, RunError>,
    ) -> Result<Vec<Difference>, RunError> {
        let differences = compare(rows)?;
        let rows_differ = |difference: &&Difference| difference.columns.iter().any(|pair| pair.actual.is_some());
        let tables: BTreeSet<&str> =
            differences.iter().filter(rows_differ).filter_map(|difference| difference.table.as_deref()).collect();
        if tables.is_empty() {
            return Ok(differences);
        }
        let mut makers = Vec::new();
        for (rule, head) in self.matcher.rules().iter().enumerate() {
            let rule = RuleId::at(rule);
            if head.table().is_some_and(|table| tables.contains(self.tables[table.index()].name.as_str())) {
                makers.push((rule, self.index(path, |other| other == rule)?.rows));
            }
        }
        let makes = |made: &ProjectRows, file: &str, row: RowRef<'_>| {
            made.of(file).iter().any(|other| other.table() == row.table() && other.cells().eq(row.cells()))
        };
        compare(
            &rows.with_rules(|file, row| makers.iter().find(|(_, made)| makes(made, file, row)).map(|&(rule, _)| rule)),
        )
    }

    fn index(&self, path: &Path, is_enabled: impl Fn(RuleId) -> bool) -> Result<Indexed, RunError> {
        let enabled = RuleSet::new(self.matcher.rules().len(), is_enabled);
        let discovery = discover(&[path.to_owned()])?;
        // What a few rules say is no whole answer to any problem, and nobody asks for it.
        let finds = (0..self.matcher.rules().len()).all(|rule| enabled.contains(RuleId::at(rule)));
        let (limits, progress) = (Limits::default(), &Quiet);
        let indexer = Indexer {
            matcher: self.matcher,
            enabled: &enabled,
            jobs: 1,
            limits,
            libraries: self.libraries,
            reuse: Reuse::Nothing,
            progress,
            finds,
            blank: Some(self.blank()?),
        };
        let database = self.new_folder()?.join("index.db");
        let summary = indexer.run(&discovery, &database)?;
        let (connection, first) = (Connection::open(&database)?, self.findings_table(ProblemId(0)));
        let is_filled = |table: usize| summary.tables.get(table).is_none_or(|counted| counted.n_rows > 0);
        let mut rows = ProjectRows::read(&connection, &self.tables[..first.index()], is_filled)?;
        if finds {
            findings::read(&connection, self.matcher.problems(), first, &mut rows)?;
        }
        Ok(Indexed { discovery, rows, summary })
    }

    /// The empty database; two threads may both make the first.
    fn blank(&self) -> Result<&Blank, IndexError> {
        match self.blank.get() {
            Some(blank) => Ok(blank),
            None => {
                let made = Blank::of(self.matcher)?;
                Ok(self.blank.get_or_init(|| made))
            }
        }
    }

    fn new_folder(&self) -> Result<PathBuf, RunError> {
        let folder = self.scratch.join(self.n_runs.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        Ok(folder)
    }
}

/// The path of a file of a fixture, as the fixture was named.
fn shown(fixture: &Path, root: &Path, file: &FoundFile) -> String {
    let below = file.absolute.strip_prefix(root).unwrap_or(&file.absolute);
    if fixture.is_dir() { fixture.join(below).display().to_string() } else { fixture.display().to_string() }
}

/// A fixture that claims nothing would pass whatever the rules do.
fn no_annotation(path: &Path) -> Difference {
    Difference {
        file: path.display().to_string(),
        line: 0,
        source: String::new(),
        what: What::Malformed {
            message: "there is no annotation".to_owned(),
            help: Some("name a row in a comment: `# fact: TABLE(COLUMN=VALUE)`".to_owned()),
        },
        table: None,
        rule: None,
        columns: Vec::new(),
    }
}

/// An example whose Python is broken proves nothing, least of all that a rule gives no row.
fn not_understood(example: &str, error: &FileError) -> Difference {
    let line = error.line.unwrap_or(0);
    let source = example.lines().nth((line as usize).saturating_sub(1)).unwrap_or_default();
    Difference {
        file: EXAMPLE_FILE.to_owned(),
        line,
        source: source.to_owned(),
        what: What::Malformed { message: format!("the example is not understood: {}", error.message), help: None },
        table: None,
        rule: None,
        columns: Vec::new(),
    }
}
