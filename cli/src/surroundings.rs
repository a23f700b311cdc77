//! From one Python file to what rules see of it: its walked syntax, the project around it, and, when a question leads
//! into other files, the answer.

use std::cell::OnceCell;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use aud_rules_runtime::input::discover::{Discovery, PROJECT_MARKERS, discover};
use aud_rules_runtime::input::errors::FileError;
use aud_rules_runtime::input::text::{Limits, read_source};
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::project::Project;
use aud_rules_runtime::project::decide::decide_value;
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::interfaces;
use aud_rules_runtime::segment::interface::summarize;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::Value;
use bumpalo::Bump;

use crate::exit::Failure;
use crate::file_place::{FilePlace, count_lines};
use aud_rules_codegen::diag::printable;

/// Stack of the thread that looks at the file: as an indexing thread has, since Python nests as deep as its author likes.
const STACK_BYTES: usize = 64 << 20;

/// A file and the files around it.
pub(crate) struct Surroundings {
    discovery: Discovery,
    modules: ModuleMap,
    module: ModuleId,
    text: String,
}

/// A file as rules see it.
pub(crate) struct View<'v, 't> {
    /// Its syntax, scopes and names.
    pub(crate) state: &'v FileState<'t>,
    /// What the parser made of it.
    pub(crate) parsed: &'v tree_sitter::Tree,
    /// Nodes of the kinds that the rules want, in source order.
    pub(crate) candidates: &'v [NodeId],
    surroundings: &'v Surroundings,
    linked: OnceCell<Project<'v>>,
}

impl Surroundings {
    /// Finds and reads the file. Its project is the given directory, or the nearest one around it that looks like the
    /// beginning of a project. What can not be understood of the file is said on standard error.
    pub(crate) fn of(place: &FilePlace, project: Option<&Path>) -> Result<Self, Failure> {
        let (file, root) = project_of(&place.path, project)?;
        // The file is named beside its project, since an ignore file or its suffix may leave it out.
        let discovery = discover(&[root, file.clone()]).map_err(Failure::misuse)?;
        let at = discovery.files.iter().position(|found| found.absolute == file);
        let at =
            at.ok_or_else(|| Failure::broken(format!("`{}` was found and then was gone", place.path.display())))?;
        let found = &discovery.files[at];
        let source = read_source(&found.real, &found.path, &Limits::default());
        let Some(text) = source.text else {
            let why: Vec<&str> = source.errors.iter().map(|error| error.message.as_str()).collect();
            return Err(Failure::broken(format!("`{}` can not be shown: {}", place.path.display(), why.join("; "))));
        };
        note(&place.path, &source.errors);
        let modules = ModuleMap::of(&discovery);
        Ok(Surroundings { discovery, modules, module: ModuleId(at as u32), text })
    }

    /// Walks the file for the rules of `matcher` and hands over what they see.
    pub(crate) fn look<R: Send>(
        &self,
        place: &FilePlace,
        matcher: &dyn Matcher,
        look: impl FnOnce(&View<'_, '_>) -> Result<R, Failure> + Send,
    ) -> Result<R, Failure> {
        let looking = || self.look_here(place, matcher, look);
        thread::scope(|scope| {
            let thread = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, looking);
            let thread = thread.map_err(|error| Failure::broken(format!("no thread to work on: {error}")))?;
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    fn look_here<R>(
        &self,
        place: &FilePlace,
        matcher: &dyn Matcher,
        look: impl FnOnce(&View<'_, '_>) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let enabled = RuleSet::new(matcher.rules().len(), |_| true);
        let engine = Engine::new(matcher, &enabled, &self.modules);
        let parsed = parser().parse(&self.text, None).expect("parsing is never cancelled");
        let arena = Bump::new();
        let (file, pass) = engine.walk(&parsed, self.module, &self.text, &arena);
        place.check_line(count_lines(&file.tree.lines, &self.text))?;
        note(&place.path, &pass.errors);
        let state = engine.start(&file, &arena);
        let view = View {
            state: &state,
            parsed: &parsed,
            candidates: &pass.candidates,
            surroundings: self,
            linked: OnceCell::new(),
        };
        look(&view)
    }
}

impl<'v, 't> View<'v, 't> {
    /// What a value comes to when other files are asked. They are read the first time that one must be.
    pub(crate) fn decide(&self, value: Value<'t>) -> Result<Value<'t>, Failure> {
        let project = match self.linked.get() {
            Some(project) => project,
            None => {
                let project = self.link()?;
                self.linked.get_or_init(|| project)
            }
        };
        Ok(decide_value(value, project, self.state.arena))
    }

    fn link(&self) -> Result<Project<'v>, Failure> {
        let Surroundings { discovery, modules, module, text: _ } = self.surroundings;
        let jobs = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let others = interfaces(discovery, modules, &Limits::default(), jobs, |other| other != *module);
        let mut all = others.map_err(Failure::broken)?;
        all.push(summarize(&self.state.names));
        Ok(Project::new(modules, all, &self.state.constants))
    }
}

/// The file, absolute, and its project: the given directory, or the nearest one around it that looks like the beginning of
/// a project.
pub(crate) fn project_of(path: &Path, project: Option<&Path>) -> Result<(PathBuf, PathBuf), Failure> {
    let file = located(path)?;
    let root = match project {
        Some(directory) => given_project(directory, &file)?,
        None => nearest_project(&file),
    };
    Ok((file, root))
}

/// The file with the directory that it lies in resolved, as the finder of files names it.
fn located(path: &Path) -> Result<PathBuf, Failure> {
    let unreachable = |error| Failure::broken(format!("`{}` can not be read: {error}", path.display()));
    let absolute = std::path::absolute(path).map_err(unreachable)?;
    match (absolute.parent(), absolute.file_name()) {
        (Some(directory), Some(name)) => Ok(directory.canonicalize().map_err(unreachable)?.join(name)),
        _ => Ok(absolute),
    }
}

fn given_project(directory: &Path, file: &Path) -> Result<PathBuf, Failure> {
    let shown = directory.display();
    let root = directory.canonicalize().ok().filter(|root| root.is_dir());
    let root = root.ok_or_else(|| Failure::misuse(format!("there is no directory `{shown}`")))?;
    if file.starts_with(&root) {
        return Ok(root);
    }
    Err(Failure::misuse(format!("`{}` does not lie in the project `{shown}`", file.display())))
}

fn nearest_project(file: &Path) -> PathBuf {
    let directory = file.parent().unwrap_or(file);
    let begins = |directory: &&Path| PROJECT_MARKERS.iter().any(|marker| directory.join(marker).exists());
    directory.ancestors().find(begins).unwrap_or(directory).to_owned()
}

/// Says what could not be understood of the file.
fn note(path: &Path, errors: &[FileError]) {
    for error in errors {
        let line = error.line.map_or(String::new(), |line| format!(":{line}"));
        eprintln!("note: {}{line}: {}", printable(&path.display().to_string()), printable(&error.message));
    }
}
