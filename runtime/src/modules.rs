//! From the paths of all files of a project to modules: their names, and which file an import means.
//!
//! Python looks modules up along `sys.path`, which nobody knows before the program runs. A directory counts as an entry
//! of it when it is no package itself: the indexed root and every `src` directory for all files, the directory above a
//! package for that package, and a directory of scripts for the scripts in it alone, so that a script called
//! `examples/celery.py` hides no library from the rest of the project. A package below a directory of examples, tests or
//! documentation is for the files there alone, so that `examples/pydantic/__init__.py` hides none either. When the indexed
//! root is itself a package, names are counted from above it, so that they are the same whether it is indexed alone or with
//! what is around it.
//!
//! Names of files are compared as Python compares names, under NFKC: a file system may decompose what the author wrote.

#[cfg(test)]
mod tests;
pub mod view;

use rustc_hash::{FxHashMap, FxHashSet};

use serde::{Deserialize, Serialize};

use crate::input::discover::{Above, Discovery};
use crate::syntax::identifier::normal;

/// Directories that nothing outside of them imports from, unless it names them.
const ASIDE: &[&str] =
    &["benchmarks", "demo", "demos", "doc", "docs", "example", "examples", "samples", "test", "tests", "tutorials"];

/// A file of the project, by its place in path order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ModuleId(pub u32);

#[derive(Debug)]
struct Module {
    path: String,
    /// Path without extension, counted from where names are, and as these are compared; for `__init__` that of its directory.
    place: String,
    name: String,
    is_package: bool,
    is_stub: bool,
}

impl Module {
    /// The directory in which its file lies, as names are compared.
    fn directory(&self) -> &str {
        if self.is_package { &self.place } else { parent(&self.place) }
    }
}

/// A module that a dotted name may mean.
#[derive(Clone, Copy, Debug)]
struct Answer {
    module: ModuleId,
    /// Length of the directory, in the module's place, from which the name is counted.
    root: usize,
    /// Which files may import it by that name.
    reach: Reach,
}

/// Which files a name of a module is known to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Reach {
    /// All.
    Everywhere,
    /// Those below the same directory of examples, tests or documentation.
    Aside,
    /// Those below the directory from which the name is counted; a name without dots only those directly in it.
    Scripts,
}

/// All modules of a project.
#[derive(Debug, Default)]
pub struct ModuleMap {
    modules: Vec<Module>,
    by_name: FxHashMap<String, Vec<Answer>>,
    by_place: FxHashMap<String, ModuleId>,
    /// Dotted names in front of those of modules.
    prefixes: FxHashSet<String>,
    /// Directories that hold an `__init__` file.
    packages: FxHashSet<String>,
}

impl ModuleMap {
    /// The modules of the files that were found.
    pub fn of(discovery: &Discovery) -> Self {
        ModuleMap::below(&discovery.above, discovery.files.iter().map(|file| file.path.clone()))
    }

    /// The modules at these paths, which are relative to the indexed root and written with `/`. Names are counted from there.
    pub fn new(paths: impl IntoIterator<Item = String>) -> Self {
        ModuleMap::below(&Above::default(), paths)
    }

    /// The modules at these paths; names are counted through the directories above the root.
    fn below(above: &Above, paths: impl IntoIterator<Item = String>) -> Self {
        let mut paths: Vec<String> = paths.into_iter().collect();
        paths.sort_unstable();
        paths.dedup();
        let front = above.place();
        let mut map = ModuleMap::default();
        let packages =
            paths.iter().filter_map(|path| package_directory(path)).map(|directory| joined(&front, directory));
        map.packages = packages.chain(above.packages()).map(|directory| normal(&directory).into_owned()).collect();
        for path in paths {
            let (place, is_package) = place_of(&path);
            let place = normal(&joined(&front, place)).into_owned();
            let name = match map.name_of(&place, is_package) {
                name if name.is_empty() => "__init__".to_owned(),
                name => name,
            };
            map.modules.push(Module { is_stub: path.ends_with(".pyi"), path, place, name, is_package });
        }
        for index in 0..map.modules.len() {
            map.enter(ModuleId(index as u32));
        }
        map
    }

    /// The name of a file or directory: counted from its topmost package, or else from the root or the innermost `src`.
    fn name_of(&self, place: &str, is_directory: bool) -> String {
        let directory = if is_directory { place } else { parent(place) };
        let mut above = directory;
        while self.packages.contains(above) {
            above = parent(above);
        }
        let base = if above.len() < directory.len() { above } else { source_root(directory) };
        place[base.len()..].trim_start_matches('/').replace('/', ".")
    }

    /// Makes a module known under every name that some file may import it by.
    fn enter(&mut self, id: ModuleId) {
        let module = &self.modules[id.0 as usize];
        let place = module.place.clone();
        let rank = |m: &Module| (!m.is_package, m.is_stub);
        let is_taken =
            self.by_place.get(&place).is_some_and(|&other| rank(&self.modules[other.0 as usize]) <= rank(module));
        if !is_taken {
            self.by_place.insert(place.clone(), id);
        }
        if place.is_empty() {
            return;
        }
        let starts = std::iter::once(0).chain(place.match_indices('/').map(|(slash, _)| slash + 1));
        for start in starts {
            let directory = &place[..start.saturating_sub(1)];
            if !self.packages.contains(directory) {
                self.enter_below(id, directory, &place[start..]);
            }
        }
    }

    /// Makes a module known as `tail`, counted from `directory`.
    fn enter_below(&mut self, id: ModuleId, directory: &str, tail: &str) {
        let first = first_segment(tail, '/');
        let is_in_package = match directory {
            "" => self.packages.contains(first),
            directory => self.packages.contains(&format!("{directory}/{first}")),
        };
        let reach = match is_in_package {
            true if aside(directory).is_some() => Reach::Aside,
            false if !directory.is_empty() && last_segment(directory, '/') != "src" => Reach::Scripts,
            _ => Reach::Everywhere,
        };
        let name = tail.replace('/', ".");
        for (dot, _) in name.match_indices('.') {
            if !self.prefixes.contains(&name[..dot]) {
                self.prefixes.insert(name[..dot].to_owned());
            }
        }
        self.by_name.entry(name).or_default().push(Answer { module: id, root: directory.len(), reach });
    }

    /// Number of modules.
    pub fn len(&self) -> usize {
        self.modules.len()
    }

    /// There is no module.
    pub fn is_empty(&self) -> bool {
        self.modules.is_empty()
    }

    /// All modules in path order.
    pub fn ids(&self) -> impl Iterator<Item = ModuleId> + use<> {
        (0..self.modules.len() as u32).map(ModuleId)
    }

    /// The module of that path below the root.
    pub fn at_path(&self, path: &str) -> Option<ModuleId> {
        self.modules.binary_search_by(|module| module.path.as_str().cmp(path)).ok().map(|at| ModuleId(at as u32))
    }

    /// Its dotted name, e.g. `django.forms.models`.
    pub fn name(&self, module: ModuleId) -> &str {
        &self.modules[module.0 as usize].name
    }

    /// Its path below the root.
    pub fn path(&self, module: ModuleId) -> &str {
        &self.modules[module.0 as usize].path
    }

    /// It is the `__init__` file of a package.
    pub fn is_package(&self, module: ModuleId) -> bool {
        self.modules[module.0 as usize].is_package
    }

    /// The module that `import dotted` means in the file `from`, if it is one of the project.
    ///
    /// Of several, the one that shares most directories with `from`, then the first in path order.
    pub fn find(&self, from: ModuleId, dotted: &str) -> Option<ModuleId> {
        let importer = &self.modules[from.0 as usize];
        let directory = importer.directory();
        let is_plain = !dotted.contains('.');
        let is_visible = |answer: &&Answer| {
            // A script that is called like the library it imports does not mean itself.
            if is_plain && answer.module == from && !importer.is_package {
                return false;
            }
            let root = &self.modules[answer.module.0 as usize].place[..answer.root];
            match answer.reach {
                Reach::Everywhere => true,
                Reach::Scripts if is_plain => directory == root,
                Reach::Scripts => is_below(directory, root),
                Reach::Aside => is_below(directory, aside(root).unwrap_or(root)),
            }
        };
        self.best(self.by_name.get(dotted)?.iter().filter(is_visible), directory)
    }

    /// The module that `dotted` means to files that are nowhere in particular.
    pub fn find_anywhere(&self, dotted: &str) -> Option<ModuleId> {
        self.best(self.by_name.get(dotted)?.iter().filter(|answer| answer.reach == Reach::Everywhere), "")
    }

    /// Every module that some file may mean by `dotted`, in path order; libraries are at times there twice.
    pub fn all_named(&self, dotted: &str) -> impl Iterator<Item = ModuleId> + '_ {
        let answers = self.by_name.get(dotted).map_or(&[][..], Vec::as_slice);
        answers.iter().filter(|answer| answer.reach == Reach::Everywhere).map(|answer| answer.module)
    }

    fn best<'a>(&self, answers: impl Iterator<Item = &'a Answer>, directory: &str) -> Option<ModuleId> {
        answers
            .map(|answer| {
                let module = &self.modules[answer.module.0 as usize];
                let n_apart = usize::MAX - n_shared(directory, module.directory());
                ((n_apart, module.is_stub, !module.is_package, answer.module), answer.module)
            })
            .min()
            .map(|(_, module)| module)
    }

    /// Some module has a name that goes on after `dotted.`; without a file of its own that is a namespace package.
    pub fn is_prefix(&self, dotted: &str) -> bool {
        self.prefixes.contains(dotted)
    }

    /// The directory that `level` dots mean in a file: one dot is its own package.
    fn relative_directory(&self, from: ModuleId, level: u32) -> Option<&str> {
        let module = &self.modules[from.0 as usize];
        let mut directory = module.directory();
        for _ in 1..level {
            if directory.is_empty() {
                return None;
            }
            directory = parent(directory);
        }
        Some(directory)
    }

    /// Dotted name of what `from .module import ...` imports from, with `level` dots; none above the root.
    pub fn relative(&self, from: ModuleId, level: u32, module: &str) -> Option<String> {
        let directory = self.relative_directory(from, level)?;
        let mut name = self.name_of(directory, true);
        if !name.is_empty() && !module.is_empty() {
            name.push('.');
        }
        name.push_str(module);
        Some(name)
    }

    /// The file that `from .module import ...` imports from, with `level` dots.
    pub fn find_relative(&self, from: ModuleId, level: u32, module: &str) -> Option<ModuleId> {
        let mut place = self.relative_directory(from, level)?.to_owned();
        if !place.is_empty() && !module.is_empty() {
            place.push('/');
        }
        place.extend(module.chars().map(|c| if c == '.' { '/' } else { c }));
        self.by_place.get(&place).copied()
    }

    /// The module `name` directly inside a package.
    pub fn submodule(&self, package: ModuleId, name: &str) -> Option<ModuleId> {
        let package = &self.modules[package.0 as usize];
        if !package.is_package {
            return None;
        }
        let place = if package.place.is_empty() { name.to_owned() } else { format!("{}/{name}", package.place) };
        self.by_place.get(&place).copied()
    }
}

/// The directory whose `__init__` file the path is; none for that of the root, which has no name.
fn package_directory(path: &str) -> Option<&str> {
    let (place, is_package) = place_of(path);
    (is_package && !place.is_empty()).then_some(place)
}

/// A path without its extension, or without `/__init__.py` and `true`.
fn place_of(path: &str) -> (&str, bool) {
    let stem = path.strip_suffix(".py").or_else(|| path.strip_suffix(".pyi")).unwrap_or(path);
    match stem.strip_suffix("__init__") {
        Some("") => ("", true),
        Some(directory) if directory.ends_with('/') => (&directory[..directory.len() - 1], true),
        _ => (stem, false),
    }
}

/// What lies at a place below a directory; both may be empty.
fn joined(directory: &str, place: &str) -> String {
    match (directory, place) {
        ("", place) => place.to_owned(),
        (directory, "") => directory.to_owned(),
        (directory, place) => format!("{directory}/{place}"),
    }
}

/// The directory of a path; empty at the root.
fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..slash])
}

/// The directory up to its innermost `src`; empty when there is none.
fn source_root(directory: &str) -> &str {
    let mut end = directory.len();
    while end > 0 {
        if last_segment(&directory[..end], '/') == "src" {
            return &directory[..end];
        }
        end = parent(&directory[..end]).len();
    }
    ""
}

/// The outermost directory of examples, tests or documentation in which a directory lies.
fn aside(directory: &str) -> Option<&str> {
    let ends = directory.match_indices('/').map(|(slash, _)| slash).chain([directory.len()]);
    ends.map(|end| &directory[..end]).find(|outer| ASIDE.contains(&last_segment(outer, '/')))
}

fn first_segment(text: &str, separator: char) -> &str {
    text.split(separator).next().unwrap_or(text)
}

pub(crate) fn last_segment(text: &str, separator: char) -> &str {
    text.rsplit(separator).next().unwrap_or(text)
}

/// `directory` is `root` or lies in it.
fn is_below(directory: &str, root: &str) -> bool {
    root.is_empty() || directory == root || directory.strip_prefix(root).is_some_and(|tail| tail.starts_with('/'))
}

/// Number of leading directories that two directories share.
fn n_shared(first: &str, second: &str) -> usize {
    if first.is_empty() || second.is_empty() {
        return 0;
    }
    first.split('/').zip(second.split('/')).take_while(|(a, b)| a == b).count()
}
