//! The single pass: one tree-sitter cursor visits every node of a file once and leaves everything that rules need.
//!
//! On the way down a node is written into the flat [`Tree`], given its scope, and noted as a candidate and in the
//! aggregate slots that ask for its kind. On the way up, when its subtree is complete, it records its bindings. Nothing
//! after this pass touches the parser's tree.

use std::borrow::Cow;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use crate::input::errors::{ErrorStage, FileError};
use crate::scope::bind;
use crate::scope::{ScopeId, ScopeKind, Scopes};
use crate::syntax::identifier::normal;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::language::LANGUAGE;
use crate::syntax::tree::{Node, NodeId, Tree};

/// Nodes nested deeper than this are counted but not written down. CPython refuses source nested more than 200 brackets
/// or 100 indentations deep, so no program that runs comes near it.
pub const MAX_DEPTH: usize = 1_000;

/// Broken ranges that are recorded of one file; the rest is counted.
const MAX_PARSE_ERRORS: usize = 100;

/// What the pass leaves.
pub struct Walked<'t> {
    /// The flat tree.
    pub tree: Tree<'t>,
    /// Scopes and bindings.
    pub scopes: Scopes<'t>,
    /// Nodes of each aggregate slot, in source order.
    pub slots: Vec<Vec<NodeId>>,
    /// Nodes that some rule can match, in source order.
    pub candidates: Vec<NodeId>,
    /// Broken ranges and limits.
    pub errors: Vec<FileError>,
    /// Nodes that the cursor was on.
    pub n_visited: u64,
}

/// Which kinds the rules want, by kind; made once for a matcher.
#[derive(Debug)]
pub struct Interest {
    is_candidate: [bool; Kind::COUNT],
    slots: Vec<Vec<u16>>,
    n_slots: usize,
}

impl Interest {
    /// Candidates of the kinds for which `is_wanted` holds, and the nodes of the kinds of each slot.
    pub fn new(slots: &[&[Kind]], is_wanted: impl Fn(Kind) -> bool) -> Self {
        let mut is_candidate = [false; Kind::COUNT];
        let mut by_kind = vec![Vec::new(); Kind::COUNT];
        for &kind in Kind::ALL {
            is_candidate[kind as usize] = is_wanted(kind);
        }
        for (slot, kinds) in slots.iter().enumerate() {
            for &kind in *kinds {
                by_kind[kind as usize].push(slot as u16);
            }
        }
        Interest { is_candidate, slots: by_kind, n_slots: slots.len() }
    }
}

/// A node on the way from the root to the cursor.
struct Open {
    /// Its place in the tree; that of the nearest written node around it when it is not written down.
    id: NodeId,
    kind: Kind,
    is_written: bool,
    /// Scope of its children.
    scope: ScopeId,
    /// Scope of its body, when it opens one.
    inner: Option<ScopeId>,
    /// Its children run conditionally in their scope.
    is_conditional: bool,
    is_error: bool,
}

struct Walk<'w, 't> {
    tree: Tree<'t>,
    scopes: Scopes<'t>,
    arena: &'t Bump,
    interest: &'w Interest,
    slots: Vec<Vec<NodeId>>,
    candidates: Vec<NodeId>,
    errors: Vec<FileError>,
    n_parse_errors: usize,
    path: Vec<Open>,
    n_visited: u64,
    has_error: bool,
    /// No name in the file is written otherwise than Python compares it.
    is_ascii: bool,
    is_too_deep: bool,
}

/// Walks a parsed file once.
pub fn walk<'t>(
    parsed: &tree_sitter::Tree,
    source: &'t str,
    lines: Vec<u32>,
    arena: &'t Bump,
    interest: &Interest,
) -> Walked<'t> {
    let has_error = parsed.root_node().has_error();
    let mut walk = Walk {
        tree: Tree {
            nodes: Vec::with_capacity(parsed.root_node().descendant_count() * 2 / 3),
            source,
            lines,
            normal: FxHashMap::default(),
            made: std::cell::OnceCell::new(),
            damaged: Vec::new(),
        },
        scopes: Scopes::new(),
        arena,
        interest,
        slots: vec![Vec::new(); interest.n_slots],
        candidates: Vec::new(),
        errors: Vec::new(),
        n_parse_errors: 0,
        path: Vec::with_capacity(64),
        n_visited: 0,
        has_error,
        is_ascii: source.is_ascii(),
        is_too_deep: false,
    };
    let mut cursor = parsed.walk();
    'pass: loop {
        walk.enter(&cursor);
        if cursor.goto_first_child() {
            continue;
        }
        walk.leave();
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                break 'pass;
            }
            walk.leave();
        }
    }
    walk.finish()
}

impl<'t> Walk<'_, 't> {
    fn enter(&mut self, cursor: &tree_sitter::TreeCursor<'_>) {
        self.n_visited += 1;
        let parsed = cursor.node();
        let field = LANGUAGE.field(cursor.field_id());
        let is_root = self.path.is_empty();
        // The parser calls a file that it can not make sense of an error; it is a module all the same.
        let kind = if is_root { Some(Kind::Module) } else { LANGUAGE.keep(parsed.kind_id(), field) };
        if self.has_error {
            self.note_error(&parsed, kind == Some(Kind::Error) || (is_root && parsed.is_error()));
            if is_root && parsed.is_error() {
                self.note_damage(NodeId::MODULE);
            } else if kind == Some(Kind::Error) {
                self.note_damage(NodeId(self.tree.nodes.len() as u32));
            } else if parsed.is_missing() {
                self.note_damage(NodeId(self.tree.nodes.len().saturating_sub(1) as u32));
            }
        }
        let kind = kind.filter(|_| !self.is_deeper_than_limit(&parsed));
        let open = match kind {
            Some(kind) => self.write(&parsed, kind, field),
            None => self.pass_over(),
        };
        self.path.push(open);
    }

    fn is_deeper_than_limit(&mut self, parsed: &tree_sitter::Node<'_>) -> bool {
        if self.path.len() <= MAX_DEPTH {
            return false;
        }
        self.note_damage(self.path.last().map_or(NodeId::MODULE, |around| around.id));
        if !self.is_too_deep {
            self.is_too_deep = true;
            let message = format!(
                "nested more than {MAX_DEPTH} levels deep; what is deeper was not examined, and rows that need it are \
                 left out"
            );
            let error = self.error_at(ErrorStage::Limit, parsed, message);
            self.errors.push(error);
        }
        true
    }

    /// Notes that something in, or right behind, a node is missing from the tree.
    fn note_damage(&mut self, node: NodeId) {
        if self.tree.damaged.last() != Some(&node) {
            self.tree.damaged.push(node);
        }
    }

    /// Notes how Python compares the name that a node is written as, where that is another text.
    fn note_name(&mut self, id: NodeId) {
        if !matches!(self.tree.kind(id), Kind::Identifier | Kind::Word | Kind::DottedName) {
            return;
        }
        if let Cow::Owned(name) = normal(self.tree.slice(id)) {
            self.tree.normal.insert(id, self.arena.alloc_str(&name));
        }
    }

    fn write(&mut self, parsed: &tree_sitter::Node<'_>, kind: Kind, field: Field) -> Open {
        let id = NodeId(self.tree.nodes.len() as u32);
        let parent = self.path.last();
        let (parent_id, scope) =
            parent.map_or((NodeId::MODULE, ScopeId::MODULE), |p| (p.id, self.scope_below(p, field)));
        let is_conditional = parent.is_some_and(|p| p.is_conditional);
        let kind = match (kind, parent) {
            (Kind::Identifier, Some(parent)) if is_word(parent.kind, field) => Kind::Word,
            (kind, _) => kind,
        };
        self.tree.nodes.push(Node {
            kind,
            field,
            start: parsed.start_byte() as u32,
            end: parsed.end_byte() as u32,
            parent: parent_id,
            next: NodeId(id.0 + 1),
            scope,
        });
        if !self.is_ascii {
            self.note_name(id);
        }
        if self.interest.is_candidate[kind as usize] {
            self.candidates.push(id);
        }
        for &slot in &self.interest.slots[kind as usize] {
            self.slots[slot as usize].push(id);
        }
        let inner = self.open_scope(parsed, kind, id, scope);
        let is_body = matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition);
        Open {
            id,
            kind,
            is_written: true,
            scope: inner.filter(|_| is_comprehension(kind)).unwrap_or(scope),
            inner,
            is_conditional: !is_body && (is_conditional || is_branching(kind)),
            is_error: kind == Kind::Error,
        }
    }

    /// An unwritten token or a node below the depth limit: its children, if any, belong to what is around it.
    fn pass_over(&self) -> Open {
        match self.path.last() {
            Some(around) => Open {
                id: around.id,
                kind: around.kind,
                is_written: false,
                scope: around.scope,
                inner: None,
                is_conditional: around.is_conditional,
                is_error: around.is_error,
            },
            None => unreachable!("the root is always written"),
        }
    }

    /// The scope of a child of `parent` in `field`: bodies lie in the scope that the definition opens; decorators,
    /// defaults, annotations, bases and the first iterable of a comprehension do not.
    fn scope_below(&self, parent: &Open, field: Field) -> ScopeId {
        match parent.kind {
            Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Lambda if field == Field::Body => {
                parent.inner.unwrap_or(parent.scope)
            }
            Kind::ForInClause if field == Field::Right && self.is_first_clause(parent.id) => {
                let comprehension = self.tree.parent(parent.id);
                self.tree.node(comprehension).scope
            }
            _ => parent.scope,
        }
    }

    fn is_first_clause(&self, clause: NodeId) -> bool {
        let comprehension = self.tree.parent(clause);
        is_comprehension(self.tree.kind(comprehension))
            && !self.tree.nodes[comprehension.0 as usize + 1..clause.0 as usize]
                .iter()
                .any(|node| node.parent == comprehension && node.kind == Kind::ForInClause)
    }

    fn open_scope(
        &mut self,
        parsed: &tree_sitter::Node<'_>,
        kind: Kind,
        id: NodeId,
        around: ScopeId,
    ) -> Option<ScopeId> {
        let opens = match kind {
            Kind::FunctionDefinition => ScopeKind::Function,
            Kind::ClassDefinition => ScopeKind::Class,
            Kind::Lambda => ScopeKind::Lambda,
            kind if is_comprehension(kind) => ScopeKind::Comprehension,
            _ => return None,
        };
        let name = match opens {
            ScopeKind::Function | ScopeKind::Class => {
                let written =
                    parsed.child_by_field_name("name").map_or("", |name| &self.tree.source[name.byte_range()]);
                Some(match normal(written) {
                    Cow::Borrowed(name) => name,
                    Cow::Owned(name) => self.arena.alloc_str(&name),
                })
            }
            _ => None,
        };
        Some(self.scopes.open(self.arena, opens, id, around, name))
    }

    fn leave(&mut self) {
        let Some(open) = self.path.pop() else { return };
        if !open.is_written {
            return;
        }
        self.tree.nodes[open.id.0 as usize].next = NodeId(self.tree.nodes.len() as u32);
        let is_conditional = self.path.last().is_some_and(|around| around.is_conditional);
        bind::record(&self.tree, &mut self.scopes, open.id, is_conditional);
    }

    fn note_error(&mut self, parsed: &tree_sitter::Node<'_>, is_error: bool) {
        let is_inside = self.path.last().is_some_and(|around| around.is_error);
        if is_inside || !(is_error || parsed.is_missing()) {
            return;
        }
        self.n_parse_errors += 1;
        if self.n_parse_errors > MAX_PARSE_ERRORS {
            return;
        }
        let message = if parsed.is_missing() {
            format!("not valid Python: `{}` is missing here", parsed.kind())
        } else {
            "not valid Python; the rest of the file was examined".to_owned()
        };
        let error = self.error_at(ErrorStage::Parse, parsed, message);
        self.errors.push(error);
    }

    fn error_at(&self, stage: ErrorStage, parsed: &tree_sitter::Node<'_>, message: String) -> FileError {
        let start = parsed.start_byte() as u32;
        let end = (parsed.end_byte() as u32).saturating_sub(1).max(start);
        FileError {
            stage,
            line: Some(self.tree.line_at(start)),
            end_line: Some(self.tree.line_at(end)),
            column: Some(self.tree.column_at(start)),
            message,
        }
    }

    fn finish(mut self) -> Walked<'t> {
        if self.n_parse_errors > MAX_PARSE_ERRORS {
            let n_more = self.n_parse_errors - MAX_PARSE_ERRORS;
            let message = format!("{n_more} more broken ranges in this file");
            self.errors.push(FileError { stage: ErrorStage::Parse, line: None, end_line: None, column: None, message });
        }
        self.tree.damaged.sort_unstable();
        self.tree.damaged.dedup();
        Walked {
            tree: self.tree,
            scopes: self.scopes,
            slots: self.slots,
            candidates: self.candidates,
            errors: self.errors,
            n_visited: self.n_visited,
        }
    }
}

/// An identifier in that place names something else than a value in scope.
fn is_word(parent: Kind, field: Field) -> bool {
    match parent {
        Kind::Attribute => field == Field::Attribute,
        Kind::KeywordArgument | Kind::FunctionDefinition | Kind::ClassDefinition => field == Field::Name,
        Kind::AliasedImport => field == Field::Alias,
        Kind::DottedName | Kind::GlobalStatement | Kind::NonlocalStatement | Kind::KeywordPattern => true,
        _ => false,
    }
}

fn is_comprehension(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ListComprehension | Kind::SetComprehension | Kind::DictionaryComprehension | Kind::GeneratorExpression
    )
}

/// What is below a node of that kind may run or not, or more than once.
fn is_branching(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::IfStatement | Kind::TryStatement | Kind::ForStatement | Kind::WhileStatement | Kind::MatchStatement
    )
}

/// Offset of the first byte of each line; lines end with `\n`, `\r\n` or a lone `\r`.
pub fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at as u32 + 1);
        }
    }
    starts
}
