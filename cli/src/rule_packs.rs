//! From paths of rule files to what runs: the compiled catalogue, and the interpreter for rules that are not compiled in.
//!
//! A pack may name the sets, predicates and tables of the catalogue. A file that is an edited copy of a catalogue file
//! takes its place; rules of other files that mean something else by that are interpreted as well.

mod sorted;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use aud_rules_catalogue::{Catalogue, RULE_FILES};
use aud_rules_codegen::check::dependents::with_dependents;
use aud_rules_codegen::compile::{Compiled, compile};
use aud_rules_codegen::passes::fuse::{keep_problems, keep_rules};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_plan::{Plan, Problem, RuleHead, Table};
use aud_rules_runtime::rules::interp::Interpreter;
use aud_rules_runtime::rules::matcher::{Combined, Contribution, Matcher};

use crate::exit::Failure;
use crate::rule_paths::{color_for, unusable};
use sorted::Sorted;

static CATALOGUE: Catalogue = Catalogue;

/// The rules of a run.
pub(crate) struct RulePacks {
    /// The catalogue on the interpreter, when that was asked for.
    catalogue: Option<Interpreter>,
    /// What the paths add to the catalogue.
    own: Option<Own>,
    engines: Engines,
    named: BTreeSet<String>,
}

/// Rules that are not compiled in.
struct Own {
    interpreter: Interpreter,
    /// Rules of the catalogue in whose place it has others.
    replaced: BTreeSet<String>,
    /// It has the views of the catalogue too.
    has_views: bool,
}

/// Which engine runs the rules that are compiled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CatalogueEngine {
    /// The compiled one.
    Compiled,
    /// The interpreter.
    Interpreter,
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
    /// Files of `--rules` that take the place of a file of the catalogue.
    pub(crate) n_edited_files: usize,
}

/// What one engine runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct EngineLoad {
    /// Number of rules.
    pub(crate) n_rules: usize,
    /// Number of rule files.
    pub(crate) n_files: usize,
}

/// A pack, compiled.
struct Loaded {
    plan: Plan,
    n_files: usize,
    replaced: BTreeSet<String>,
    has_views: bool,
}

impl RulePacks {
    /// Compiles the rule files at these paths, each of which has some. Their warnings go to standard error.
    pub(crate) fn load(paths: &[PathBuf]) -> Result<RulePacks, Failure> {
        let packs = RulePacks::load_if_any(paths, CatalogueEngine::Compiled)?;
        if !paths.is_empty() && packs.n_files() == 0 {
            let named: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
            return Err(Failure::misuse(format!("there is no `.rules` file in {}", named.join(" or "))));
        }
        Ok(packs)
    }

    /// As [`RulePacks::load`]; the paths may have no rule file.
    pub(crate) fn load_if_any(paths: &[PathBuf], engine: CatalogueEngine) -> Result<RulePacks, Failure> {
        let files = RuleFiles::read_all(paths).map_err(|error| Failure::misuse(format!("a rule file: {error}")))?;
        let sorted = Sorted::of(&files.sources);
        let named = sorted.rules_of_known_files().map(str::to_owned).collect();
        let mut packs = RulePacks {
            catalogue: None,
            own: None,
            engines: Engines {
                compiled: EngineLoad { n_rules: CATALOGUE.rules().len(), n_files: CATALOGUE.declared().files.len() },
                interpreted: EngineLoad::default(),
                n_known_files: sorted.known.len(),
                n_edited_files: sorted.edited.len(),
            },
            named,
        };
        if !sorted.is_known() {
            packs.add(load_own(&sorted)?)?;
        }
        if engine == CatalogueEngine::Interpreter {
            packs.interpret_catalogue()?;
        }
        Ok(packs)
    }

    fn add(&mut self, own: Loaded) -> Result<(), Failure> {
        let Loaded { plan, n_files, replaced, has_views } = own;
        self.engines.compiled.n_rules -= replaced.len();
        self.engines.compiled.n_files -= self.engines.n_edited_files;
        self.engines.interpreted = EngineLoad { n_rules: plan.rules.len(), n_files };
        self.named.extend(plan.rules.iter().map(|rule| rule.head.name.clone()));
        self.named.extend(plan.problems.iter().map(|problem| problem.name.clone()));
        let interpreter = Interpreter::new(plan).map_err(Failure::misuse)?;
        self.own = Some(Own { interpreter, replaced, has_views });
        Ok(())
    }

    fn interpret_catalogue(&mut self) -> Result<(), Failure> {
        let plan =
            compile(&catalogue_sources()).map_err(|_| Failure::broken("the built-in rules can not be compiled"))?;
        self.catalogue = Some(Interpreter::new(plan.plan).map_err(Failure::broken)?);
        let Engines { compiled, interpreted, .. } = &mut self.engines;
        interpreted.n_rules += compiled.n_rules;
        interpreted.n_files += compiled.n_files;
        *compiled = EngineLoad::default();
        Ok(())
    }

    /// All rules as one matcher.
    pub(crate) fn matcher(&self) -> Result<Combined<'_>, Failure> {
        let catalogue: &dyn Matcher = match &self.catalogue {
            Some(interpreter) => interpreter,
            None => &CATALOGUE,
        };
        let mut contributions = vec![Contribution::from(catalogue)];
        if let Some(own) = &self.own {
            contributions[0].without = own.replaced.clone();
            contributions[0].has_views = !own.has_views;
            contributions.push((&own.interpreter as &dyn Matcher).into());
        }
        Combined::new(contributions).map_err(|clash| {
            Failure::misuse(clash).with_help("the first is built in; call the second by another name".to_owned())
        })
    }

    /// Which engine runs how much.
    pub(crate) fn engines(&self) -> Engines {
        self.engines
    }

    /// Number of rule files that were found.
    pub(crate) fn n_files(&self) -> usize {
        self.engines.n_known_files + self.own.as_ref().map_or(0, |_| self.engines.interpreted.n_files)
    }

    /// Names of the rules of the files that were found.
    pub(crate) fn named_rules(&self) -> &BTreeSet<String> {
        &self.named
    }
}

/// The rule files of the catalogue.
pub(crate) fn catalogue_sources() -> SourceMap {
    let mut sources = SourceMap::default();
    for (path, text) in RULE_FILES {
        sources.add(*path, *text);
    }
    sources
}

/// Adds those rule files of the catalogue that are not among the others, for what these name of them.
pub(crate) fn add_library(sources: &mut SourceMap) {
    let sorted = Sorted::of(sources);
    let is_there = |path: &str| sorted.known.contains(path) || sorted.edited.contains_key(path);
    let missing: Vec<_> = RULE_FILES.iter().filter(|(path, _)| !is_there(path)).collect();
    for (path, text) in missing {
        sources.add_library(format!("catalogue/{path}"), *text);
    }
}

fn load_own(sorted: &Sorted<'_>) -> Result<Loaded, Failure> {
    let mut sources = SourceMap::default();
    for file in sorted.own.iter().chain(sorted.edited.values()) {
        sources.add(&*file.path, &*file.text);
    }
    let changed = sources.ids().collect();
    let has_views = !sorted.edited.is_empty();
    if has_views {
        for (path, text) in RULE_FILES.iter().filter(|(path, _)| !sorted.edited.contains_key(path)) {
            sources.add(*path, *text);
        }
    } else {
        add_library(&mut sources);
    }
    let Compiled { mut plan, warnings, .. } = compile(&sources).map_err(|found| unusable(&found, &sources))?;
    if !warnings.is_empty() {
        eprintln!("{}", warnings.render(&sources, color_for(&std::io::stderr())).trim_end());
    }
    let interpreted = if has_views { with_dependents(&sources, &changed) } else { changed };
    let paths: BTreeSet<&str> = interpreted.iter().map(|file| &*sources.file(*file).path).collect();
    let changed_tables = changed_tables(&plan);
    let tables: Vec<String> = plan.tables.iter().map(|table| table.name.clone()).collect();
    keep_rules(&mut plan, |rule| {
        paths.contains(&*rule.head.at.file)
            || has_views && rule.head.table().is_some_and(|table| changed_tables.contains(&tables[table.index()]))
    });
    keep_problems(&mut plan, |problem| paths.contains(&*problem.at.file));
    let is_replaced = |rule: &&RuleHead| {
        sorted.edited.contains_key(&*rule.at.file)
            || has_views && plan.rules.iter().any(|own| own.head.name == rule.name)
    };
    let is_replaced_problem = |problem: &&Problem| {
        sorted.edited.contains_key(&*problem.at.file)
            || has_views && plan.problems.iter().any(|own| own.name == problem.name)
    };
    let rules = CATALOGUE.rules().iter().filter(is_replaced).map(|rule| rule.name.clone());
    let problems = CATALOGUE.problems().iter().filter(is_replaced_problem).map(|problem| problem.name.clone());
    let replaced = rules.chain(problems).collect();
    Ok(Loaded { plan, n_files: interpreted.len(), replaced, has_views })
}

/// Tables that the catalogue declares otherwise.
fn changed_tables(plan: &Plan) -> BTreeSet<String> {
    let is_changed = |table: &&Table| {
        let known = CATALOGUE.tables().iter().find(|known| known.name == table.name);
        known.is_some_and(|known| {
            known.columns != table.columns || known.unique != table.unique || known.doc != table.doc
        })
    };
    plan.tables.iter().filter(is_changed).map(|table| table.name.clone()).collect()
}

/// The paths that can have rule files: directories, and files that end so.
pub(crate) fn may_have_rules(path: &Path) -> bool {
    path.is_dir() || path.extension().is_some_and(|extension| extension == "rules")
}
