//! From the paths of `--rules` to what runs: the compiled catalogue, and the interpreter for rule files that are not in it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use aud_rules_catalogue::Catalogue;
use aud_rules_codegen::compile::{Compiled, compile};
use aud_rules_codegen::dependents::with_dependents;
use aud_rules_codegen::diag::Color;
use aud_rules_codegen::fuse::keep_rules;
use aud_rules_codegen::plan::Plan;
use aud_rules_codegen::rule_files::RuleFiles;
use aud_rules_codegen::source::{FileId, SourceMap};
use aud_rules_runtime::interp::Interpreter;
use aud_rules_runtime::matcher::{Combined, Matcher};

use crate::exit::Failure;

static CATALOGUE: Catalogue = Catalogue;

/// The rules of a run.
pub(crate) struct RulePacks {
    /// What `--rules` adds to the catalogue.
    interpreter: Option<Interpreter>,
    engines: Engines,
}

/// Which engine runs how much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Engines {
    /// The compiled catalogue.
    pub(crate) compiled: EngineLoad,
    /// The interpreter.
    pub(crate) interpreted: EngineLoad,
    /// Files of `--rules` that the catalogue holds byte for byte, and that run compiled for that.
    pub(crate) n_known_files: usize,
}

/// What one engine runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct EngineLoad {
    /// Number of rules.
    pub(crate) n_rules: usize,
    /// Number of rule files.
    pub(crate) n_files: usize,
}

impl RulePacks {
    /// Compiles the rule files at these paths. Their warnings go to standard error.
    pub(crate) fn load(paths: &[PathBuf]) -> Result<RulePacks, Failure> {
        let files = RuleFiles::read_all(paths).map_err(|error| Failure::misuse(format!("a rule file: {error}")))?;
        if !paths.is_empty() && files.files.is_empty() {
            let named: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
            return Err(Failure::misuse(format!("there is no `.rules` file in {}", named.join(" or "))));
        }
        let sources = &files.sources;
        let changed = unknown_files(sources);
        let interpreted = with_dependents(sources, &changed);
        let compiled = EngineLoad { n_rules: CATALOGUE.rules().len(), n_files: CATALOGUE.files().len() };
        let n_known_files = files.files.len() - interpreted.len();
        let (interpreter, n_rules) = match interpreted.is_empty() {
            true => (None, 0),
            false => {
                let plan = plan_of(sources, &interpreted)?;
                let n_rules = plan.rules.len();
                (Some(Interpreter::new(plan).map_err(Failure::misuse)?), n_rules)
            }
        };
        let interpreted = EngineLoad { n_rules, n_files: interpreted.len() };
        Ok(RulePacks { interpreter, engines: Engines { compiled, interpreted, n_known_files } })
    }

    /// All rules as one matcher.
    pub(crate) fn matcher(&self) -> Result<Combined<'_>, Failure> {
        let compiled = std::iter::once(&CATALOGUE as &dyn Matcher);
        let parts = compiled.chain(self.interpreter.as_ref().map(|interpreter| interpreter as &dyn Matcher));
        Combined::new(parts).map_err(|clash| {
            Failure::misuse(clash).with_help("the first is compiled in; call the second by another name".to_owned())
        })
    }

    /// Which engine runs how much.
    pub(crate) fn engines(&self) -> Engines {
        self.engines
    }
}

/// Files that the catalogue does not hold byte for byte.
fn unknown_files(sources: &SourceMap) -> BTreeSet<FileId> {
    let known: BTreeSet<&str> = CATALOGUE.files().iter().map(|(_, sha256)| *sha256).collect();
    sources.ids().filter(|file| !known.contains(&*sources.file(*file).sha256())).collect()
}

/// The rules and views of some of the files. The others are compiled with them, since a file may name what they declare.
fn plan_of(sources: &SourceMap, files: &BTreeSet<FileId>) -> Result<Plan, Failure> {
    let drawn = |found: &aud_rules_codegen::diag::Diagnostics| found.render(sources, Color::Never);
    let Compiled { mut plan, warnings, .. } =
        compile(sources).map_err(|found| Failure::unusable_rules(drawn(&found)))?;
    if !warnings.is_empty() {
        eprintln!("{}", drawn(&warnings).trim_end());
    }
    let paths: BTreeSet<&str> = files.iter().map(|file| &*sources.file(*file).path).collect();
    keep_rules(&mut plan, |rule| paths.contains(&*rule.place.file));
    plan.views.retain(|view| paths.contains(&*view.place.file));
    Ok(plan)
}
