//! From arguments to the outcome of a scan: the configuration is found, the index brought up to date, the findings loaded,
//! chosen and silenced. What `scan` and `baseline` do alike.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use aud_rules_plan::{Detection, Problem};
use aud_rules_runtime::input::discover::{Discovery, discover};
use aud_rules_runtime::input::text::{Limits, read_source};
use aud_rules_runtime::output::sqlite::open_to_read;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::run::Reuse;
use aud_rules_runtime::run::explain::{Explained, Question};

use crate::args::SubjectArgs;
use crate::exit::{Exit, Failure};
use crate::file_place::FilePlace;
use crate::indexing::{Indexing, database_of};
use crate::libraries;
use crate::nearest::did_you_mean;
use crate::rule_packs::RulePacks;
use crate::rule_paths::color_for;
use crate::scan::choose::{Choice, choose};
use crate::scan::config::{self, Fault, Found, OWN_FILE, SHARED_FILE, SelectionError, items};
use crate::scan::load::IndexedFile;
use crate::scan::problems::Problems;
use crate::scan::selection::Selection;
use crate::scan::since::Before;
use crate::scan::sources::Sources;
use crate::scan::{Scanned, load};

/// What a scan gave.
pub(crate) struct Outcome {
    /// The findings.
    pub(crate) scanned: Scanned,
    /// What is configured.
    pub(crate) found: Found,
    /// The files of the index.
    pub(crate) files: Vec<IndexedFile>,
    /// What an earlier run found, when that is asked for and there was one.
    pub(crate) before: Option<Before>,
    /// The indexed root.
    pub(crate) root: PathBuf,
    /// Number of files that were looked at.
    pub(crate) n_files: usize,
    /// Number of files with tests that were not.
    pub(crate) n_tests_left_out: usize,
}

/// Scans what is asked for. `is_compared`: what the run before has found is loaded too.
pub(crate) fn scan(args: &SubjectArgs, is_compared: bool) -> Result<Outcome, Failure> {
    let start = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let found = find_config(args.config.as_deref(), start)?;
    let packs = RulePacks::load(&rule_paths(args, &found))?;
    let matcher = packs.matcher()?;
    let problems = Problems::new(&matcher.declared().problems);
    let asked = config::Asked { select: &args.select, ignore: &args.ignore, has_tests: args.tests };
    let selection = selection(&found, &asked, &problems)?;
    let discovery = discover(&paths(args, &found)).map_err(Failure::misuse)?;
    let database = database_of(&discovery, args.db.as_deref())?;
    // Whatever can not be read any more is no run that this one could be compared with.
    let before = is_compared.then(|| open_to_read(&database).and_then(|index| Before::load(&index)).ok()).flatten();
    index(args, &found, &discovery, &matcher, &database)?;
    let (findings, files) = load_all(&database)?;
    let sources = sources(&discovery);
    let below = below(&discovery.root, found.folder());
    let choice = Choice { selection: &selection, honored: found.honored(), below: &below };
    let chosen = choose(findings, &files, &choice, &problems, &sources);
    Ok(Outcome {
        scanned: Scanned { findings: chosen.findings, problems, sources },
        found,
        files,
        before,
        root: discovery.root,
        n_files: chosen.n_files,
        n_tests_left_out: chosen.n_tests_left_out,
    })
}

/// A place that is asked about.
pub(crate) struct Asked<'a> {
    /// The problem.
    pub(crate) problem: &'a str,
    /// The file, absolute.
    pub(crate) file: &'a Path,
    /// The line, from 1.
    pub(crate) line: u32,
}

/// What a scan in a folder looks at when nothing else is said: what is configured there, or else the folder. `rules` are run
/// beside those that are configured.
pub(crate) fn subject(folder: &Path, rules: &[PathBuf]) -> Result<SubjectArgs, Failure> {
    let found = find_config(None, folder)?;
    let configured: Vec<PathBuf> = items(&found.config.paths).iter().map(|at| found.located(&at.value)).collect();
    let paths = if configured.is_empty() { vec![folder.to_owned()] } else { configured };
    Ok(SubjectArgs { paths, rules: rules.to_vec(), config: found.path, ..SubjectArgs::default() })
}

/// What is told of the sinks of a problem on a line, and the texts of the files.
pub(crate) fn explain(args: &SubjectArgs, asked: &Asked<'_>) -> Result<(Explained, Sources), Failure> {
    let start = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let found = find_config(args.config.as_deref(), start)?;
    let packs = RulePacks::load(&rule_paths(args, &found))?;
    let matcher = packs.matcher()?;
    check_problem(asked.problem, &matcher.declared().problems)?;
    let discovery = discover(&args.paths).map_err(Failure::misuse)?;
    let Some(file) = discovery.files.iter().find(|file| file.absolute == asked.file) else {
        let (shown, root) = (asked.file.display(), discovery.root.display());
        return Err(Failure::misuse(format!("`{shown}` is none of the files that are looked at below `{root}`"))
            .with_help("an ignore file leaves it out, or it does not end in `.py`".to_owned()));
    };
    let n_lines = read_source(&file.real, &file.path, &Limits::default()).text.map_or(0, |text| text.lines().count());
    let place = FilePlace { path: asked.file.to_owned(), line: Some(asked.line) };
    place.check_line(n_lines as u32)?;
    let database = database_of(&discovery, args.db.as_deref())?;
    let question = Question { problem: asked.problem, file: &file.path, line: asked.line };
    let explained =
        with_index(args, &found, &discovery, &matcher, &database, |indexing| indexing.explain(&discovery, question))?;
    let explained = explained.ok_or_else(|| Failure::broken("the index does not have the file any more"))?;
    Ok((explained, sources(&discovery)))
}

fn check_problem(name: &str, problems: &[Problem]) -> Result<(), Failure> {
    match problems.iter().find(|problem| problem.name == name) {
        Some(Problem { detection: Detection::Flow { .. }, .. }) => Ok(()),
        Some(_) => {
            let message = format!("`{name}` is no problem of the flow of data, so nothing arrives anywhere");
            Err(Failure::misuse(message).with_help("`aud-rules explain --rule` shows what a rule does".to_owned()))
        }
        None => {
            let meant = did_you_mean(name, problems.iter().map(|problem| &*problem.name));
            Err(Failure::misuse(format!("there is no problem `{name}`")).with_help(meant))
        }
    }
}

/// The configuration that is in force for `start`.
pub(crate) fn find_config(named: Option<&Path>, start: &Path) -> Result<Found, Failure> {
    if let Some(path) = named {
        let is_shared = path.file_name().is_some_and(|name| name == SHARED_FILE);
        return match read_config(path, is_shared)? {
            Some(found) => Ok(found),
            None if path.is_file() => {
                let message = format!("`{}` has no table `[tool.aud-rules]`", path.display());
                Err(Failure::misuse(message))
            }
            None => Err(Failure::misuse(format!("there is no file `{}`", path.display()))),
        };
    }
    let start = absolute(start)?;
    for folder in start.ancestors().filter(|folder| folder.is_dir()) {
        for (name, is_shared) in [(OWN_FILE, false), (SHARED_FILE, true)] {
            if let Some(found) = read_config(&folder.join(name), is_shared)? {
                return Ok(found);
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Ok(Found::default())
}

/// The configuration in that file; none when there is no such file, or it has none.
fn read_config(path: &Path, is_shared: bool) -> Result<Option<Found>, Failure> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::misuse(format!("`{}` can not be read: {error}", path.display()))),
    };
    let mut found = Found { path: Some(path.to_owned()), text, ..Found::default() };
    match config::read(&found.text, is_shared) {
        Ok(None) => Ok(None),
        Ok(Some(config)) => {
            found.config = config;
            Ok(Some(found))
        }
        Err(faults) => Err(unusable(&found, &faults)),
    }
}

/// Draws the faults on standard error.
fn unusable(found: &Found, faults: &[Fault]) -> Failure {
    let is_colored = color_for(&io::stderr()) == aud_rules_codegen::diag::Color::Always;
    eprintln!("{}", found.draw(faults, is_colored));
    let errors = crate::scan::counted(faults.len(), "error");
    Failure::misuse(format!("the configuration can not be used: {errors}"))
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|_| Failure::misuse(format!("there is no file or directory `{}`", path.display())))
}

fn rule_paths(args: &SubjectArgs, found: &Found) -> Vec<PathBuf> {
    let configured = items(&found.config.rules).iter().map(|at| found.located(&at.value));
    configured.chain(args.rules.iter().cloned()).collect()
}

fn paths(args: &SubjectArgs, found: &Found) -> Vec<PathBuf> {
    let configured = || items(&found.config.paths).iter().map(|at| found.located(&at.value)).collect::<Vec<_>>();
    let named = if args.paths.is_empty() { configured() } else { args.paths.clone() };
    if named.is_empty() { vec![PathBuf::from(".")] } else { named }
}

/// What is reported where. The faults of the configuration are drawn on standard error.
pub(crate) fn selection(found: &Found, asked: &config::Asked<'_>, problems: &Problems) -> Result<Selection, Failure> {
    found.selection(asked, problems).map_err(|error| match error {
        SelectionError::Asked(unknown) => Failure::misuse(unknown.message).with_help(unknown.help),
        SelectionError::Configured(faults) => unusable(found, &faults),
    })
}

/// Brings the index up to date.
fn index(
    args: &SubjectArgs,
    found: &Found,
    discovery: &Discovery,
    matcher: &dyn Matcher,
    database: &Path,
) -> Result<(), Failure> {
    let reuse = if args.no_cache { Reuse::Nothing } else { Reuse::Unchanged };
    with_index(args, found, discovery, matcher, database, |indexing| indexing.run(discovery, reuse)).map(drop)
}

/// Works with an index as it is configured. All rules run but those that fill tables on demand.
fn with_index<R>(
    args: &SubjectArgs,
    found: &Found,
    discovery: &Discovery,
    matcher: &dyn Matcher,
    database: &Path,
    work: impl FnOnce(&Indexing<'_>) -> Result<R, Failure>,
) -> Result<R, Failure> {
    let rules = matcher.rules();
    let enabled = RuleSet::new(rules.len(), |rule| !rules[rule.index()].is_on_demand());
    let python = args.python.clone().or_else(|| found.config.python.as_ref().map(|at| found.located(&at.value)));
    let libraries = libraries::load(&rule_paths(args, found), python.as_deref(), &discovery.root)?;
    work(&Indexing {
        matcher,
        enabled: &enabled,
        jobs: args.jobs,
        limits: Limits::default(),
        libraries: &libraries,
        database,
        finds: true,
    })
}

type Loaded = (Vec<crate::scan::finding::Finding>, Vec<IndexedFile>);

fn load_all(database: &Path) -> Result<Loaded, Failure> {
    let load = || -> rusqlite::Result<Loaded> {
        let connection = open_to_read(database)?;
        Ok((load::load_findings(&connection)?, load::load_files(&connection)?))
    };
    load().map_err(|error| Failure::broken(format!("`{}` can not be read as an index: {error}", database.display())))
}

/// The texts of the files, under the paths by which one finds them from here.
fn sources(discovery: &Discovery) -> Sources {
    let files: BTreeMap<String, PathBuf> =
        discovery.files.iter().map(|file| (file.path.clone(), file.real.clone())).collect();
    let prefix = std::env::current_dir().ok().and_then(|here| here.canonicalize().ok());
    let prefix = prefix.map_or(String::new(), |here| below(&discovery.root, &here));
    let is_here = !prefix.is_empty() || std::env::current_dir().is_ok_and(|here| is_same(&here, &discovery.root));
    let prefix = if is_here { prefix } else { with_slash(&discovery.root) };
    Sources::new(prefix, move |path| read_source(files.get(path)?, path, &Limits::default()).text)
}

/// The way from `folder` to `root`, which lies below it: empty, or with `/` at the end; empty too when it does not.
fn below(root: &Path, folder: &Path) -> String {
    let Ok(folder) = folder.canonicalize() else { return String::new() };
    match root.canonicalize().unwrap_or_else(|_| root.to_owned()).strip_prefix(folder) {
        Ok(rest) if rest != Path::new("") => with_slash(rest),
        _ => String::new(),
    }
}

fn with_slash(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/").trim_end_matches('/').to_owned() + "/"
}

fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// Writes data to a file.
pub(crate) fn write_file(path: &Path, data: &[u8]) -> Result<(), Failure> {
    fs::write(path, data).map_err(|error| Failure::broken(format!("`{}` can not be written: {error}", path.display())))
}

impl Outcome {
    /// How the program ends: 1 when there is a finding as severe as that.
    pub(crate) fn exit(&self, least: aud_rules_plan::Severity) -> Exit {
        if self.scanned.has_as_severe(least) { Exit::No } else { Exit::Done }
    }
}
