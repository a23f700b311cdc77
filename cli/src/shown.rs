//! From values of the runtime to what people and programs are shown of them.

use std::collections::BTreeSet;
use std::fmt;

use aud_rules_codegen::unparse::quoted;
use aud_rules_codegen::vocab::Vocabulary;
use aud_rules_runtime::resolve::Resolution;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::prim::node_text;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::json::to_json;
use aud_rules_runtime::value::ops;
use aud_rules_runtime::value::{Item, Open, Value};
use serde_json::{Value as Json, json};

use crate::exit::Failure;
use crate::surroundings::View;
use aud_rules_codegen::diag::printable;

/// Characters of a text that are shown.
const MAX_TEXT: usize = 72;

/// Members of a list that are shown.
const MAX_MEMBERS: usize = 4;

/// A value as text and as JSON.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Shown {
    /// For people, on one line.
    pub(crate) text: String,
    /// For programs; lists are whole, and so are texts, but of nodes with a body the part before it.
    pub(crate) json: Json,
}

/// What other files were asked.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Asked {
    /// The questions, in words.
    pub(crate) questions: Vec<String>,
    /// What the value that waited for them comes to.
    pub(crate) answer: Shown,
}

/// The lines and columns of a node: its first place, and the one behind its last. Both are counted from 1, columns in
/// bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Range {
    /// Line and column of its beginning.
    pub(crate) start: (u32, u32),
    /// Line and column of its end.
    pub(crate) end: (u32, u32),
}

impl Range {
    /// For programs.
    pub(crate) fn to_json(self) -> Json {
        let place = |(line, column): (u32, u32)| json!({ "line": line, "column": column });
        json!({ "start": place(self.start), "end": place(self.end) })
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}-{}:{}", self.start.0, self.start.1, self.end.0, self.end.1)
    }
}

/// The range of a node.
pub(crate) fn range_of(state: &FileState<'_>, node: NodeId) -> Range {
    let tree = state.tree();
    let place = |offset| (tree.line_at(offset), tree.column_at(offset) + 1);
    Range { start: place(tree.node(node).start), end: place(tree.node(node).end) }
}

/// The most telling class of a node's kind; a kind without one is called as rules call it.
pub(crate) fn class_of(state: &FileState<'_>, node: NodeId) -> String {
    let kind = state.tree().kind(node);
    match chains_of(kind).first() {
        Some(chain) => chain[0].to_owned(),
        None => format!("node(\"{}\")", Kind::NAMES[kind as usize]),
    }
}

/// The classes that a kind belongs to, each with the classes that it belongs to; the longest chain first.
pub(crate) fn chains_of(kind: Kind) -> Vec<Vec<&'static str>> {
    if kind == Kind::Word {
        return Vec::new();
    }
    let vocabulary = Vocabulary::python();
    let name = Kind::NAMES[kind as usize];
    let classes = vocabulary.classes.values().filter(|class| class.kinds.iter().any(|own| own == name));
    let mut chains: Vec<Vec<&str>> = classes.map(|class| chain_of(&class.name)).collect();
    chains.sort_by_key(|chain| (std::cmp::Reverse(chain.len()), chain[0]));
    chains
}

/// A class and the classes that it belongs to, up to `node`.
pub(crate) fn chain_of(class: &str) -> Vec<&'static str> {
    let vocabulary = Vocabulary::python();
    let mut chain = Vec::new();
    let mut at = vocabulary.classes.get(class);
    while let Some(class) = at {
        chain.push(class.name.as_str());
        at = class.superclass.as_deref().and_then(|name| vocabulary.classes.get(name));
    }
    chain
}

/// Shows a value. `class` says what kind of node it is, where the vocabulary says more than the syntax does.
pub(crate) fn show(state: &FileState<'_>, value: Value<'_>, class: Option<&str>) -> Shown {
    let json = json_of(state, value, class);
    let text = match value {
        Value::Node(node) => {
            let facts: Vec<String> =
                std::iter::once(node_class(state, node, class)).chain(meaning(state, node)).collect();
            format!("`{}` ({})", source(state, node), facts.join(", "))
        }
        value => brief(state, value),
    };
    Shown { text, json }
}

fn brief(state: &FileState<'_>, value: Value<'_>) -> String {
    match value {
        Value::None => "absent".to_owned(),
        Value::Text(text) => printable(&quoted(&cut(text))),
        Value::Node(node) => format!("`{}`", source(state, node)),
        Value::List(values) => list(state, values.iter().copied(), values.len()),
        Value::Group(group) => list(state, group.members.iter().map(|member| member.value), group.members.len()),
        Value::Open(_) => "left open".to_owned(),
        Value::Set(_) | Value::Pattern(_) => ops::type_name(value).to_owned(),
        Value::Bool(_) | Value::Int(_) | Value::Real(_) | Value::Object(_) => {
            to_json(value).map_or_else(|| "JSON of more than 4 MiB".to_owned(), |json| cut(&json))
        }
    }
}

fn list<'t>(state: &FileState<'_>, values: impl Iterator<Item = Value<'t>>, n_values: usize) -> String {
    let mut shown: Vec<String> = values.take(MAX_MEMBERS).map(|value| brief(state, value)).collect();
    if let Some(n_more @ 1..) = n_values.checked_sub(MAX_MEMBERS) {
        shown.push(format!("and {n_more} more"));
    }
    format!("[{}]", shown.join(", "))
}

fn json_of(state: &FileState<'_>, value: Value<'_>, class: Option<&str>) -> Json {
    match value {
        Value::None | Value::Set(_) | Value::Pattern(_) => Json::Null,
        Value::Bool(bool) => bool.into(),
        Value::Int(int) => int.into(),
        Value::Real(real) => real.into(),
        Value::Text(text) => text.into(),
        Value::Node(node) => json!({
            "class": node_class(state, node, class),
            "line": state.tree().line(node),
            "text": head(state, node),
            "stands_for": names(state, node).map(|(names, _)| names),
            "resolution": names(state, node).map(|(_, resolution)| resolution),
        }),
        Value::List(values) => values.iter().map(|&value| json_of(state, value, class)).collect(),
        Value::Group(group) => group.members.iter().map(|member| json_of(state, member.value, class)).collect(),
        Value::Object(entries) => entries
            .iter()
            .map(|&(key, value)| (key.to_owned(), json_of(state, value, None)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Open(_) => json!({ "open": questions(value) }),
    }
}

/// The class of a node that the vocabulary declares where it is read; the syntax knows no more of a class without kinds.
fn node_class(state: &FileState<'_>, node: NodeId, declared: Option<&str>) -> String {
    let has_no_kinds = |class: &&str| Vocabulary::python().kinds(class).is_empty();
    declared.filter(has_no_kinds).map_or_else(|| class_of(state, node), str::to_owned)
}

/// What a name stands for, as far as its file tells.
pub(crate) fn meaning(state: &FileState<'_>, node: NodeId) -> Option<String> {
    let (names, resolution) = names(state, node)?;
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let names = names.join(" or ");
    Some(if resolution == "assumed" { format!("presumably {names}") } else { format!("stands for {names}") })
}

/// The dotted names that a name stands for, and whether that is `resolved` or `assumed`.
pub(crate) fn names(state: &FileState<'_>, node: NodeId) -> Option<(Vec<String>, &'static str)> {
    match state.names.resolve(node) {
        Resolution::Paths(paths) => Some((paths.iter().map(ToString::to_string).collect(), "resolved")),
        Resolution::Assumed(text) => Some((vec![text.to_owned()], "assumed")),
        Resolution::Unknown => None,
    }
}

/// The source text of a node on one line.
pub(crate) fn text_of<'t>(state: &FileState<'t>, node: NodeId) -> &'t str {
    node_text(state, node).unwrap_or_default()
}

/// The beginning of the source text of a node, for people.
pub(crate) fn source(state: &FileState<'_>, node: NodeId) -> String {
    cut(&printable(&head(state, node)).replace('\n', "\\n"))
}

/// The source text of a node on one line: of what has a body the part before it, of a module its path.
fn head(state: &FileState<'_>, node: NodeId) -> String {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::Module => state.file.path.to_owned(),
        Kind::DecoratedDefinition => match tree.children(node).last() {
            Some(definition) => head(state, definition),
            None => String::new(),
        },
        _ => match tree.child_of_kind(node, Kind::Block) {
            Some(body) => {
                let head = &tree.source[tree.node(node).start as usize..tree.node(body).start as usize];
                format!("{} ...", head.split_whitespace().collect::<Vec<_>>().join(" "))
            }
            None => text_of(state, node).to_owned(),
        },
    }
}

/// The beginning of a text.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// What a value waits for, and what it comes to; nothing when it waits for nothing.
pub(crate) fn ask<'t>(view: &View<'_, 't>, value: Value<'t>) -> Result<Option<Asked>, Failure> {
    if !ops::is_open(value) {
        return Ok(None);
    }
    let answer = show(view.state, view.decide(value)?, None);
    Ok(Some(Asked { questions: questions(value), answer }))
}

/// The questions to other files in a value, each once, in order.
fn questions(value: Value<'_>) -> Vec<String> {
    let mut found = Questions::default();
    found.value(value);
    found.questions
}

#[derive(Default)]
struct Questions {
    questions: Vec<String>,
    /// Addresses of the open values that were looked into: they share their parts.
    seen: BTreeSet<usize>,
}

impl Questions {
    fn value(&mut self, value: Value<'_>) {
        match value {
            Value::Open(open) => self.open(open),
            Value::List(values) => values.iter().for_each(|&value| self.value(value)),
            Value::Object(entries) => entries.iter().for_each(|&(_, value)| self.value(value)),
            Value::Group(group) => {
                self.value(group.key);
                self.items(group.members);
            }
            _ => {}
        }
    }

    fn items(&mut self, items: &[Item<'_>]) {
        for item in items {
            self.value(item.condition);
            self.value(item.value);
        }
    }

    fn open(&mut self, open: &Open<'_>) {
        if !self.seen.insert(std::ptr::from_ref(open).addr()) {
            return;
        }
        match open {
            Open::Ask(question) => {
                let question = question.to_string();
                if !self.questions.contains(&question) {
                    self.questions.push(question);
                }
            }
            Open::Apply(_, args) => args.iter().for_each(|&arg| self.value(arg)),
            Open::Choose(items) | Open::Fold(_, items) => self.items(items),
            Open::Member(list) => self.value(*list),
            Open::Each(each) => {
                self.open(each.member);
                self.value(each.condition);
                self.value(each.value);
            }
        }
    }
}
