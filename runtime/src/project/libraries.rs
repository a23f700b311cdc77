//! What is known of libraries: the value graphs of their modules, from stubs that the program brings with it and from the
//! environment that a project is run in. Each is made when it is first asked for; nothing of an environment is executed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::environment::Environment;
use crate::segment::graph::FileGraph;

/// Makes the graph of a module: its path below the folder in which it lies, its text.
pub type Examine = dyn Fn(&str, &str) -> Option<FileGraph> + Send + Sync;

/// A stub and its graph, once somebody has asked for it.
struct Stub {
    path: String,
    text: String,
    graph: OnceLock<Option<Arc<FileGraph>>>,
}

/// Where a module is known from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A stub that the program or a pack brings with it, by its path below the folder of stubs.
    Stub(String),
    /// A file of the environment.
    Environment(PathBuf),
}

/// What tells of a library.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum KnownFrom {
    /// The environment of the project, which says its types.
    TypedEnvironment,
    /// Stubs that the program or a pack brings with it.
    Stubs,
    /// The environment of the project, as code without types.
    Environment,
}

/// A library.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Package {
    /// The name that one imports.
    pub name: String,
    /// What tells of it.
    pub known_from: KnownFrom,
    /// Number of modules that stubs describe; none for an environment, of which only what is asked for is looked at.
    pub n_modules: Option<usize>,
}

/// The library modules that are known, by their dotted names.
pub struct Libraries {
    stubs: BTreeMap<String, Stub>,
    /// Of all stubs, once somebody asked.
    hash_of_stubs: OnceLock<u64>,
    environment: Option<Environment>,
    /// Modules of the environment that somebody asked for.
    installed: Mutex<FxHashMap<String, Option<Arc<FileGraph>>>>,
    examine: Box<Examine>,
}

impl Libraries {
    /// The modules of these stubs: paths below their folder, such as `flask/app.pyi`, with their texts. Of two of one module
    /// the later counts.
    pub fn new(stubs: impl IntoIterator<Item = (String, String)>, examine: Box<Examine>) -> Self {
        let named = stubs.into_iter().map(|(path, text)| {
            let stub = Stub { path: path.clone(), text, graph: OnceLock::new() };
            (module_name(&path), stub)
        });
        Libraries {
            stubs: named.collect(),
            hash_of_stubs: OnceLock::new(),
            environment: None,
            installed: Mutex::default(),
            examine,
        }
    }

    /// No library is known.
    pub fn none() -> &'static Libraries {
        static NONE: LazyLock<Libraries> = LazyLock::new(|| Libraries::new([], Box::new(|_, _| None)));
        &NONE
    }

    /// The same, and what is installed in an environment.
    #[must_use]
    pub fn with_environment(self, environment: Environment) -> Self {
        Libraries { environment: Some(environment), ..self }
    }

    /// Where a module is known from; none when nobody knows it. What says its types in the environment counts first, then
    /// stubs, then whatever else is installed: a stub tells more than code without types.
    pub fn origin(&self, name: &str) -> Option<Origin> {
        let installed = self.environment.as_ref().and_then(|environment| environment.find(name));
        match (installed, self.stubs.get(name)) {
            (Some(found), _) if found.is_typed => Some(Origin::Environment(found.path)),
            (_, Some(stub)) => Some(Origin::Stub(stub.path.clone())),
            (found, None) => found.map(|found| Origin::Environment(found.path)),
        }
    }

    /// The graph of a module; none when nobody knows it, or it can not be read.
    pub fn graph(&self, name: &str) -> Option<Arc<FileGraph>> {
        match self.origin(name)? {
            Origin::Stub(_) => {
                let stub = self.stubs.get(name)?;
                stub.graph.get_or_init(|| (self.examine)(&stub.path, &stub.text).map(Arc::new)).clone()
            }
            Origin::Environment(path) => self.installed_graph(name, &path),
        }
    }

    fn installed_graph(&self, name: &str, path: &Path) -> Option<Arc<FileGraph>> {
        let lock = || self.installed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(name) {
            return known.clone();
        }
        let below = self.environment.as_ref().and_then(|environment| environment.below(path));
        let text = std::fs::read_to_string(path).ok();
        let graph = below.zip(text).and_then(|(below, text)| (self.examine)(&below, &text)).map(Arc::new);
        lock().entry(name.to_owned()).or_insert(graph).clone()
    }

    /// There is an environment.
    pub fn has_environment(&self) -> bool {
        self.environment.is_some()
    }

    /// The texts of the stubs of a package and of the modules in it.
    pub fn texts_of(&self, package: &str) -> impl Iterator<Item = &str> {
        let is_in =
            move |name: &str| name.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let behind = self.stubs.range(package.to_owned()..).take_while(move |(name, _)| name.starts_with(package));
        behind.filter(move |(name, _)| is_in(name)).map(|(_, stub)| stub.text.as_str())
    }

    /// The names of all modules that stubs describe, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.stubs.keys().map(String::as_str)
    }

    /// The modules whose stubs have that word, sorted: those that may have a name for what is called so.
    pub fn mentioning(&self, word: &str) -> Vec<String> {
        let is_in_word = |c: char| c.is_alphanumeric() || c == '_';
        let has_word = |text: &str| {
            text.match_indices(word)
                .any(|(at, _)| !text[..at].ends_with(is_in_word) && !text[at + word.len()..].starts_with(is_in_word))
        };
        self.stubs.iter().filter(|(_, stub)| has_word(&stub.text)).map(|(name, _)| name.clone()).collect()
    }

    /// The libraries by the names that one imports, sorted: of those that are known twice, what counts.
    pub fn packages(&self) -> Vec<Package> {
        let mut packages: BTreeMap<String, Package> = BTreeMap::new();
        for name in self.stubs.keys() {
            let top = name.split('.').next().unwrap_or(name);
            let package = packages.entry(top.to_owned()).or_insert_with(|| Package {
                name: top.to_owned(),
                known_from: KnownFrom::Stubs,
                n_modules: Some(0),
            });
            package.n_modules = package.n_modules.map(|n| n + 1);
        }
        for name in self.environment.iter().flat_map(Environment::packages) {
            let Some(found) = self.environment.as_ref().and_then(|environment| environment.find(&name)) else {
                continue;
            };
            let known_from = match found.is_typed {
                true => KnownFrom::TypedEnvironment,
                false if packages.contains_key(&name) => continue,
                false => KnownFrom::Environment,
            };
            packages.insert(name.clone(), Package { name, known_from, n_modules: None });
        }
        packages.into_values().collect()
    }

    /// What tells one set of libraries from another, for who keeps what was found out with them.
    pub fn fingerprint(&self) -> String {
        use std::hash::{Hash, Hasher};
        let hash = self.hash_of_stubs.get_or_init(|| {
            let mut hasher = rustc_hash::FxHasher::default();
            for stub in self.stubs.values() {
                (&stub.path, &stub.text).hash(&mut hasher);
            }
            hasher.finish()
        });
        let environment = self.environment.as_ref().map(Environment::fingerprint);
        format!("{hash:016x} {environment:?}")
    }
}

/// `flask/app.pyi` is the module `flask.app`, `flask/__init__.pyi` is `flask`.
fn module_name(path: &str) -> String {
    let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_stubs_are_names_of_modules() {
        for (path, name) in [
            ("sqlite3.pyi", "sqlite3"),
            ("flask/__init__.pyi", "flask"),
            ("os/path.pyi", "os.path"),
            ("a/b/__init__.py", "a.b"),
        ] {
            assert_eq!(module_name(path), name);
        }
    }
}
