//! One text on its own, for what no rule looks at: the stub of a library, a program of a test.

use bumpalo::Bump;

use super::lower;
use crate::modules::view::ModuleView;
use crate::modules::{ModuleId, ModuleMap};
use crate::resolve::{File, NothingKnown, Resolver};
use crate::segment::graph::FileGraph;
use crate::segment::interface::{ModuleInterface, summarize};
use crate::syntax::language::parser;
use crate::syntax::pass::{Interest, line_starts, walk};

/// What other files may ask about the text of a module, and its graphs.
///
/// # Panics
///
/// Never on any text: the parser gives no tree only when it is cancelled or has no language, and neither happens here.
pub fn examine_alone(modules: &ModuleMap, module: ModuleId, text: &str) -> (ModuleInterface, FileGraph) {
    let parsed = parser().parse(text, None).expect("parsing is never cancelled");
    let arena = Bump::new();
    let walked = walk(&parsed, text, line_starts(text), &arena, &Interest::new(&[], |_| false));
    let file = File {
        path: modules.path(module),
        module,
        modules: ModuleView::new(modules, module),
        tree: walked.tree,
        scopes: walked.scopes,
        slots: walked.slots,
        known: &NothingKnown,
    };
    let names = Resolver::new(&file, &arena);
    let graph = lower(&names).graph;
    (summarize(&names), graph)
}

/// The graph of a stub, from its path below the folder of stubs and its text.
pub fn graph_of_stub(path: &str, text: &str) -> Option<FileGraph> {
    let modules = ModuleMap::new([path.to_owned()]);
    let module = modules.at_path(path)?;
    Some(examine_alone(&modules, module, text).1)
}
