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
use aud_rules_runtime::syntax::kinds::{Field, Kind};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::line_starts;
use aud_rules_runtime::syntax::pass::{Interest, walk};
use aud_rules_runtime::syntax::tree::{NodeId, Tree};
use bumpalo::Bump;

/// Reads paths, one a line, and writes for each the lines that have instructions, and those that have one which does not only
/// clean up behind a handler: such a one has the line of whatever was compiled before it. `null` for what it can not compile.
const LINES_WITH_CODE: &str = r#"
import dis, json, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
cleanup = {"COPY", "POP_EXCEPT", "RERAISE"}
def lines(code, found, certain):
    starts = {at: line for start, end, line in code.co_lines() for at in range(start, end, 2)}
    for instruction in dis.get_instructions(code):
        line = starts.get(instruction.offset)
        if line:
            found.add(line)
            if instruction.opname not in cleanup:
                certain.add(line)
        # The code of what is defined where no way leads to stays among the constants, but nothing loads it.
        if hasattr(instruction.argval, "co_lines"):
            lines(instruction.argval, found, certain)
    return sorted(found), sorted(certain)
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        print("null")
    else:
        print(json.dumps(lines(code, set(), set())))
"#;

/// The lines of a file that have instructions.
#[derive(serde::Deserialize)]
struct WithCode {
    any: BTreeSet<u32>,
    /// Those with an instruction that certainly belongs to the line.
    certain: BTreeSet<u32>,
}

/// For each file its lines with instructions; none for what CPython does not take. `None` without a CPython.
fn lines_with_code(files: &[PathBuf]) -> Option<Vec<Option<WithCode>>> {
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
            let is_bare_annotation = tree.kind(value) == Kind::Assignment && tree.child(value, Field::Right).is_none();
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
    fn file(&mut self, path: &Path, source: &str, with_code: &WithCode) {
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
            let lines = if is_dead { &with_code.certain } else { &with_code.any };
            let has_code = lines.range(first..=last).next().is_some();
            if has_code == is_dead {
                let (word, kind) = (if is_dead { "dead" } else { "alive" }, Kind::NAMES[tree.kind(node) as usize]);
                self.faults.push(format!("{}:{first}: the {kind} is called {word}, not so by CPython", path.display()));
            }
        }
    }
}

/// Compares files; none without a CPython.
fn compare(files: &[PathBuf]) -> Option<Compared> {
    let Some(with_code) = lines_with_code(files) else {
        eprintln!("there is no python3 here: nothing was compared");
        return None;
    };
    assert_eq!(files.len(), with_code.len());
    let mut compared = Compared::default();
    for (path, with_code) in files.iter().zip(with_code) {
        if let (Ok(source), Some(with_code)) = (std::fs::read_to_string(path), with_code) {
            compared.file(path, &source, &with_code);
        }
    }
    let Compared { n_files, n_statements, n_dead, faults } = &compared;
    eprintln!("{n_statements} statements of {n_files} files, {n_dead} of them dead; {} differ", faults.len());
    Some(compared)
}

#[test]
fn what_is_dead_is_what_cpython_leaves_out() {
    let mut files = Vec::new();
    python_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures"), &mut files);
    if let Some(corpus) = std::env::var_os("AUD_RULES_CORPUS") {
        python_below(Path::new(&corpus), &mut files);
    }
    files.sort();
    let Some(Compared { n_statements, faults, .. }) = compare(&files) else { return };
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(n_statements > 1_000, "only {n_statements} statements");
}

/// Writes functions of nested statements, of which many jump.
struct Writer {
    seed: u64,
    text: String,
    n_lines: usize,
}

impl Writer {
    /// The next number below `limit`, by xorshift (G. Marsaglia, "Xorshift RNGs", 2003).
    fn below(&mut self, limit: u64) -> u64 {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 11) % limit
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.n_lines += 1;
        self.text.push_str(&"    ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn suite(&mut self, depth: usize, is_in_loop: bool) {
        for _ in 0..=self.below(2) {
            self.statement(depth, is_in_loop);
        }
    }

    /// A line, and a suite below it.
    fn part(&mut self, depth: usize, head: &str, is_in_loop: bool) {
        self.line(depth, head);
        self.suite(depth + 1, is_in_loop);
    }

    fn statement(&mut self, depth: usize, is_in_loop: bool) {
        let is_deep = depth > 4;
        match self.below(if is_deep { 12 } else { 22 }) {
            0 => self.line(depth, "return value()"),
            1 if is_in_loop => self.line(depth, "break"),
            2 if is_in_loop => self.line(depth, "continue"),
            3 => self.line(depth, "raise error()"),
            4 => {
                let test = ["assert test()", "assert test(), text()", "assert False", "assert 0, text()"];
                let test = test[self.below(4) as usize];
                self.line(depth, test);
            }
            1..=11 => {
                let call = format!("call_{}()", self.n_lines);
                self.line(depth, &call);
            }
            12..=14 => {
                let test = ["if test():", "if test():", "if 0:", "if True:"][self.below(4) as usize];
                self.part(depth, test, is_in_loop);
                for _ in 0..self.below(2) {
                    self.part(depth, "elif other():", is_in_loop);
                }
                if self.below(2) == 0 {
                    self.part(depth, "else:", is_in_loop);
                }
            }
            15 | 16 => {
                let head = ["while test():", "while True:", "while 0:", "for x in many():"][self.below(4) as usize];
                self.part(depth, head, true);
                if self.below(3) == 0 {
                    self.part(depth, "else:", is_in_loop);
                }
            }
            17..=19 => self.try_statement(depth, is_in_loop),
            20 => self.part(depth, "with manager() as x:", is_in_loop),
            _ => {
                self.line(depth, "match subject():");
                for _ in 0..=self.below(2) {
                    let case = ["case 1:", "case [x, y] if test():", "case {'k': x}:"][self.below(3) as usize];
                    self.part(depth + 1, case, is_in_loop);
                }
                if self.below(2) == 0 {
                    self.part(depth + 1, "case _:", is_in_loop);
                }
            }
        }
    }

    fn try_statement(&mut self, depth: usize, is_in_loop: bool) {
        self.part(depth, "try:", is_in_loop);
        let n_handlers = self.below(3);
        let is_group = self.below(5) == 0;
        for handler in 0..n_handlers {
            if is_group {
                // `return` and its like are refused there, and that nothing follows what always raises CPython does not see.
                let head = format!("except* E{handler}() as x:");
                self.line(depth, &head);
                self.line(depth + 1, "if test(): call()");
            } else {
                let head = format!("except E{handler}() as x:");
                self.part(depth, &head, is_in_loop);
            }
        }
        if !is_group && n_handlers > 0 && self.below(3) == 0 {
            self.part(depth, "except:", is_in_loop);
        }
        if n_handlers > 0 && self.below(3) == 0 {
            self.part(depth, "else:", is_in_loop);
        }
        if n_handlers == 0 || self.below(3) == 0 {
            self.part(depth, "finally:", is_in_loop);
        }
    }
}

#[test]
fn cpython_agrees_about_jumps_of_every_kind() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for seed in 0..40_u64 {
        let mut writer =
            Writer { seed: (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15), text: String::new(), n_lines: 0 };
        for number in 0..20 {
            writer.line(0, &format!("def f_{number}():"));
            for _ in 0..4 {
                writer.statement(1, false);
            }
        }
        let path = folder.path().join(format!("jumps_{seed}.py"));
        std::fs::write(&path, writer.text).unwrap();
        files.push(path);
    }
    let Some(Compared { n_dead, faults, n_files, .. }) = compare(&files) else { return };
    if let Some(fault) = faults.first() {
        let path = fault.split(':').next().unwrap();
        panic!("{}\n{}", faults.join("\n"), std::fs::read_to_string(path).unwrap());
    }
    assert!(n_files > 10 && n_dead > 500, "only {n_dead} dead statements in {n_files} files");
}
