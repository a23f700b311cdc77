//! Graphs of small functions, drawn; and what holds for the graph of every function there is.

mod branches;
mod protected;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use bumpalo::Bump;
use expect_test::Expect;

use super::{Action, BlockId, BlockKind, Cfg};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::language::parser;
use crate::syntax::pass::{Interest, walk};
use crate::syntax::tree::{NodeId, Tree};

fn with_tree<R>(source: &str, then: impl FnOnce(&Tree<'_>) -> R) -> R {
    let parsed = parser().parse(source, None).unwrap();
    let arena = Bump::new();
    let lines = std::iter::once(0)
        .chain(source.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1))
        .collect();
    then(&walk(&parsed, source, lines, &arena, &Interest::new(&[], |_| false)).tree)
}

fn owners(tree: &Tree<'_>) -> Vec<NodeId> {
    let all = (0..tree.nodes.len() as u32).map(NodeId);
    all.filter(|&node| Cfg::is_owner(tree.kind(node))).collect()
}

fn graph(tree: &Tree<'_>, owner: NodeId) -> Cfg {
    let exits = ["sys.exit", "exit", "os._exit"];
    Cfg::build(tree, owner, &|call| tree.child(call, Field::Function).is_some_and(|f| exits.contains(&tree.slice(f))))
}

/// One line a block: its number, kind, lines, what it asks, its items, and where it leads.
fn draw(tree: &Tree<'_>, cfg: &Cfg) -> String {
    let mut text = String::new();
    for id in cfg.ids() {
        let block = cfg.block(id);
        let (first, last) = (tree.line_at(block.start), tree.line_at(block.end.saturating_sub(1).max(block.start)));
        write!(text, "{} {} {first}-{last}", id.0 + 1, block.kind.name()).unwrap();
        if block.is_dead {
            text.push_str(" (dead)");
        }
        for item in cfg.items(id) {
            let source = tree.slice(item.node).lines().next().unwrap_or_default();
            match item.action {
                Action::Statement => write!(text, " [{source}]").unwrap(),
                action => write!(text, " [{action:?} {source}]").unwrap(),
            }
        }
        for edge in cfg.successors(id) {
            write!(text, " ->{} {}", edge.to.0 + 1, edge.kind.name()).unwrap();
        }
        text.push('\n');
    }
    text
}

/// Draws the graph of the first function, class or, where there is none, the module.
fn check(source: &str, expected: Expect) {
    with_tree(source.trim_start(), |tree| {
        let owner = owners(tree).get(1).copied().unwrap_or(NodeId::MODULE);
        expected.assert_eq(&draw(tree, &graph(tree, owner)));
    });
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// The statements of a body, as its own nodes say: those of which no nearer function or class is an owner.
fn statements_below(tree: &Tree<'_>, owner: NodeId) -> BTreeSet<NodeId> {
    let is_statement = |&node: &NodeId| {
        let name = Kind::NAMES[tree.kind(node) as usize];
        let is_definition = matches!(tree.kind(node), Kind::FunctionDefinition | Kind::ClassDefinition);
        let is_clause = ["elif_clause", "case_clause", "except_clause", "finally_clause"].contains(&name);
        is_definition || is_clause || name.ends_with("_statement")
    };
    let all = (owner.0 + 1..tree.node(owner).next.0).map(NodeId);
    let is_own = |&node: &NodeId| tree.ancestors(node).find(|&up| Cfg::is_owner(tree.kind(up))) == Some(owner);
    all.filter(is_statement).filter(is_own).collect()
}

/// What holds for every graph, whatever the text.
fn assert_is_sound(tree: &Tree<'_>, cfg: &Cfg) {
    let n_blocks = cfg.blocks().len();
    assert_eq!(cfg.block(BlockId::ENTRY).kind, BlockKind::Entry);
    assert_eq!(cfg.block(cfg.exit()).kind, BlockKind::Exit);
    assert!(cfg.successors(cfg.exit()).is_empty() && cfg.predecessors(BlockId::ENTRY).is_empty());
    let mut reached = BTreeSet::from([BlockId::ENTRY]);
    let mut open = vec![BlockId::ENTRY];
    while let Some(block) = open.pop() {
        for edge in cfg.successors(block) {
            assert!(edge.from == block && edge.to.index() < n_blocks);
            assert!(cfg.predecessors(edge.to).contains(edge));
            if reached.insert(edge.to) {
                open.push(edge.to);
            }
        }
    }
    for id in cfg.ids() {
        let block = cfg.block(id);
        assert_eq!(block.is_dead, !reached.contains(&id), "block {} of\n{}", id.0 + 1, draw(tree, cfg));
        assert!(block.start <= block.end && block.end as usize <= tree.source.len());
        let edges = cfg.successors(id);
        let distinct: BTreeSet<_> = edges.iter().map(|edge| (edge.to, edge.kind)).collect();
        assert_eq!(distinct.len(), edges.len(), "an edge twice, block {} of\n{}", id.0 + 1, draw(tree, cfg));
    }
    let order: BTreeSet<BlockId> = cfg.reverse_postorder().iter().copied().collect();
    assert_eq!(order, reached);
    assert_eq!(cfg.edges().len(), cfg.ids().map(|id| cfg.predecessors(id).len()).sum::<usize>());
    let dominators = cfg.immediate_dominators();
    for id in cfg.ids() {
        assert_eq!(dominators[id.index()].is_some(), reached.contains(&id) && id != BlockId::ENTRY);
    }
}

/// Each statement stands in exactly one block.
fn assert_holds_all_statements(tree: &Tree<'_>, cfg: &Cfg) {
    let held: Vec<NodeId> = cfg.statements().iter().map(|&(node, _)| node).collect();
    let expected: Vec<NodeId> = statements_below(tree, cfg.owner).into_iter().collect();
    if held != expected {
        let named = |nodes: &[NodeId]| nodes.iter().map(|&node| tree.line(node)).collect::<Vec<_>>();
        panic!("lines of statements: held {:?}, there are {:?}", named(&held), named(&expected));
    }
}

#[test]
fn every_graph_of_the_fixtures_is_sound() {
    let mut files = Vec::new();
    python_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures"), &mut files);
    let mut n_graphs = 0;
    for path in files {
        let Ok(source) = std::fs::read_to_string(&path) else { continue };
        with_tree(&source, |tree| {
            for owner in owners(tree) {
                let cfg = graph(tree, owner);
                assert_is_sound(tree, &cfg);
                if tree.damaged.is_empty() {
                    assert_holds_all_statements(tree, &cfg);
                }
                n_graphs += 1;
            }
        });
    }
    assert!(n_graphs > 1_000, "only {n_graphs} graphs");
}

#[test]
fn a_graph_is_no_bigger_than_its_text() {
    let many = |n: usize, piece: &str| piece.repeat(n);
    let deep = |head: &str, last: &str| {
        let levels = (1..400).map(|level| format!("{}{head}\n", " ".repeat(level)));
        format!("def f():\n{}{}{last}\n", levels.collect::<String>(), " ".repeat(400))
    };
    let sources = [
        format!(
            "def f():\n try:\n{} pass\n{}",
            many(2_000, "  if a: b()\n  c()\n"),
            many(2_000, " except E:\n  d()\n")
        ),
        format!("def f():\n if a: b()\n{}", many(5_000, " elif a: return b()\n")),
        format!("def f():\n match a:\n{}", many(5_000, "  case 1 if b: c()\n")),
        deep("while a:", "break"),
        deep("with a:", "return 1"),
        deep("if a:", "b()"),
    ];
    for source in sources {
        with_tree(&source, |tree| {
            let cfg = graph(tree, owners(tree)[1]);
            assert_is_sound(tree, &cfg);
            let (n_blocks, n_edges, n_nodes) = (cfg.blocks().len(), cfg.edges().len(), tree.nodes.len());
            assert!(n_blocks < n_nodes && n_edges < 2 * n_nodes, "{n_blocks} blocks, {n_edges} edges, {n_nodes} nodes");
        });
    }
}
