//! What is known of libraries: the value graphs of their modules, from stubs that the program brings with it, each made when
//! it is first asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::segment::graph::FileGraph;

/// Makes the graph of a stub: its path below the folder of stubs, its text.
pub type Examine = dyn Fn(&str, &str) -> Option<FileGraph> + Send + Sync;

/// A stub and its graph, once somebody has asked for it.
struct Stub {
    path: String,
    text: String,
    graph: OnceLock<Option<Arc<FileGraph>>>,
}

/// The library modules that are known, by their dotted names.
pub struct Libraries {
    stubs: BTreeMap<String, Stub>,
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
        Libraries { stubs: named.collect(), examine }
    }

    /// No library is known.
    pub fn none() -> Self {
        Libraries::new([], Box::new(|_, _| None))
    }

    /// The graph of a module; none when no stub describes it.
    pub fn graph(&self, name: &str) -> Option<Arc<FileGraph>> {
        let stub = self.stubs.get(name)?;
        stub.graph.get_or_init(|| (self.examine)(&stub.path, &stub.text).map(Arc::new)).clone()
    }

    /// The names of all modules, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.stubs.keys().map(String::as_str)
    }
}

/// `flask/app.pyi` is the module `flask.app`, `flask/__init__.pyi` is `flask`.
fn module_name(path: &str) -> String {
    let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".")
}
