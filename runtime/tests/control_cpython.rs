//! What can be reached, held against CPython: its compiler leaves out what it finds dead, and tells of each instruction on
//! which line it stands. A statement that the control flow graph calls dead has no instruction, and one that it calls
//! alive has one.
//!
//! Where `python3` is not there, nothing is compared, and the test says so. `AUD_RULES_CORPUS` names a folder whose files are
//! compared beside the fixtures.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use aud_rules_runtime::control::Cfg;
use aud_rules_runtime::rules::examine::line_starts;
use aud_rules_runtime::syntax::kinds::{Field, Kind};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::{Interest, walk};
use aud_rules_runtime::syntax::tree::{NodeId, Tree};
use bumpalo::Bump;

/// Reads paths, one a line, and writes for each the lines that have instructions; `null` for what it can not compile.
const LINES_WITH_CODE: &str = r#"
import json, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
def lines(code, found):
    found.update(line for _, _, line in code.co_lines() if line)
    for inner in code.co_consts:
        if hasattr(inner, "co_lines"):
            lines(inner, found)
    return found
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        print("null")
    else:
        print(json.dumps(sorted(lines(code, set()))))
"#;

/// For each file the lines with instructions; none for what CPython does not take. `None` without a CPython.
fn lines_with_code(files: &[PathBuf]) -> Option<Vec<Option<BTreeSet<u32>>>> {
    let python = Command::new("python3")
        .args(["-I", "-c", LINES_WITH_CODE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut python = python.ok()?;
    let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    let mut stdin = python.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all((paths.join("\n") + "\n").as_bytes()));
    let output = python.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "python3 ends with {}", output.status);
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn python_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            python_below(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "py") {
            files.push(entry);
        }
    }
}

/// The first and last line of what a statement itself does: of a compound statement, its head. None where CPython
/// has no instruction for it, or none that stands there.
fn own_lines(tree: &Tree<'_>, node: NodeId) -> Option<(u32, u32)> {
    let head = |fields: &[Field]| {
        let parts = fields.iter().filter_map(|&field| tree.children_in(node, field).last());
        parts.max().map(|last| (tree.line(node), tree.end_line(last)))
    };
    match tree.kind(node) {
        Kind::TryStatement | Kind::FinallyClause => None,
        Kind::PassStatement | Kind::GlobalStatement | Kind::NonlocalStatement | Kind::FutureImportStatement => None,
        Kind::ExpressionStatement => {
            let value = tree.bare(tree.children(node).next()?);
            let is_bare_annotation =
                tree.kind(value) == Kind::Assignment && tree.child(value, Field::Right).is_none();
            let is_constant = matches!(
                tree.kind(value),
                Kind::String | Kind::ConcatenatedString | Kind::Integer | Kind::Float | Kind::Ellipsis | Kind::None
            );
            (!is_bare_annotation && !is_constant).then(|| (tree.line(node), tree.end_line(node)))
        }
        Kind::IfStatement | Kind::ElifClause | Kind::WhileStatement => head(&[Field::Condition]),
        Kind::ForStatement => head(&[Field::Left, Field::Right]),
        Kind::MatchStatement => head(&[Field::Subject]),
        Kind::WithStatement => {
            let clause = tree.child_of_kind(node, Kind::WithClause)?;
            Some((tree.line(node), tree.end_line(clause)))
        }
        Kind::ExceptClause => head(&[Field::Value]),
        Kind::CaseClause => {
            let pattern = tree.children(node).filter(|&child| tree.kind(child) == Kind::CasePattern).last()?;
            Some((tree.line(node), tree.end_line(pattern)))
        }
        Kind::FunctionDefinition => head(&[Field::Name, Field::Parameters]),
        Kind::ClassDefinition => head(&[Field::Name, Field::Superclasses]),
        _ => Some((tree.line(node), tree.end_line(node))),
    }
}

/// Where graph and CPython do not agree.
#[derive(Default)]
struct Compared {
    n_files: usize,
    n_statements: usize,
    n_dead: usize,
    faults: Vec<String>,
}

impl Compared {
    fn file(&mut self, path: &Path, source: &str, with_code: &BTreeSet<u32>) {
        let parsed = parser().parse(source, None).unwrap();
        if parsed.root_node().has_error() {
            return;
        }
        self.n_files += 1;
        let arena = Bump::new();
        let tree = walk(&parsed, source, line_starts(source), &arena, &Interest::new(&[], |_| false)).tree;
        let owners = (0..tree.nodes.len() as u32).map(NodeId).filter(|&node| Cfg::is_owner(tree.kind(node)));
        // What is defined where no way leads to is dead, too.
        let mut is_dead: BTreeMap<NodeId, bool> = BTreeMap::new();
        for owner in owners {
            let cfg = Cfg::build(&tree, owner, &|_| false);
            let is_all_dead = is_dead.get(&owner).copied().unwrap_or(false);
            for &(node, block) in cfg.statements() {
                is_dead.insert(node, is_all_dead || cfg.block(block).is_dead);
            }
        }
        let mut n_on_line: BTreeMap<u32, u32> = BTreeMap::new();
        let placed: Vec<(NodeId, bool, (u32, u32))> =
            is_dead.iter().filter_map(|(&node, &dead)| Some((node, dead, own_lines(&tree, node)?))).collect();
        for &(_, _, (first, last)) in &placed {
            (first..=last).for_each(|line| *n_on_line.entry(line).or_default() += 1);
        }
        for (node, is_dead, (first, last)) in placed {
            // Of statements that share a line nobody can say whose an instruction is.
            if (first..=last).any(|line| n_on_line[&line] > 1) {
                continue;
            }
            self.n_statements += 1;
            self.n_dead += usize::from(is_dead);
            let has_code = with_code.range(first..=last).next().is_some();
            if has_code == is_dead {
                let (word, kind) = (if is_dead { "dead" } else { "alive" }, Kind::NAMES[tree.kind(node) as usize]);
                self.faults.push(format!("{}:{first}: the {kind} is called {word}, not so by CPython", path.display()));
            }
        }
    }
}

#[test]
fn what_is_dead_is_what_cpython_leaves_out() {
    let mut files = Vec::new();
    python_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures"), &mut files);
    if let Some(corpus) = std::env::var_os("AUD_RULES_CORPUS") {
        python_below(Path::new(&corpus), &mut files);
    }
    files.sort();
    let Some(with_code) = lines_with_code(&files) else {
        eprintln!("there is no python3 here: nothing was compared");
        return;
    };
    assert_eq!(files.len(), with_code.len());
    let mut compared = Compared::default();
    for (path, with_code) in files.iter().zip(with_code) {
        if let (Ok(source), Some(with_code)) = (std::fs::read_to_string(path), with_code) {
            compared.file(path, &source, &with_code);
        }
    }
    let Compared { n_files, n_statements, n_dead, faults } = compared;
    eprintln!("{n_statements} statements of {n_files} files, {n_dead} of them dead; {} differ", faults.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(n_statements > 1_000, "only {n_statements} statements");
}
