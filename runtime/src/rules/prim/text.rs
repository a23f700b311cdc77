//! The source text of a node on one line.

use crate::rules::file_state::FileState;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Tree};

/// The text of `node` with each run of white space, comments and line continuations outside strings as one space;
/// borrowed from the source when that changes nothing. A walrus keeps its parentheses: without them it is no expression.
pub(crate) fn text_of<'t>(state: &FileState<'t>, node: NodeId) -> &'t str {
    let tree = state.tree();
    let parent = tree.parent(node);
    let is_walrus = tree.kind(node) == Kind::NamedExpression && tree.kind(parent) == Kind::ParenthesizedExpression;
    let node = if is_walrus { parent } else { node };
    if tree.kind(node) == Kind::Comment {
        return tree.slice(node).trim_end();
    }
    squeezed(state, node, node)
}

/// As [`text_of`], from the beginning of one node to the end of another one.
pub(super) fn text_between<'t>(state: &FileState<'t>, first: NodeId, last: NodeId) -> &'t str {
    if first == last { text_of(state, first) } else { squeezed(state, first, last) }
}

fn squeezed<'t>(state: &FileState<'t>, first: NodeId, last: NodeId) -> &'t str {
    let tree = state.tree();
    let (start, end) = (tree.node(first).start as usize, tree.node(last).end as usize);
    let slice = tree.source.get(start..end).unwrap_or_default();
    if is_one_line(slice) {
        return slice;
    }
    let squeezed = squeeze(tree, first, last);
    if squeezed == slice { slice } else { state.alloc_text(&squeezed) }
}

/// Nothing in the text can be squeezed.
fn is_one_line(text: &str) -> bool {
    let mut previous = 0;
    text.bytes().all(|byte| {
        let is_double = previous == b' ' && byte == b' ';
        previous = byte;
        !is_double && !matches!(byte, b'\n' | b'\r' | b'\t' | b'\x0c' | b'#')
    })
}

/// Goes along the strings, comments and line continuations of the nodes; what lies between them is squeezed.
fn squeeze(tree: &Tree<'_>, first: NodeId, last: NodeId) -> String {
    let end = tree.node(last).end as usize;
    let mut at = tree.node(first).start as usize;
    let mut text = Squeezed { text: String::with_capacity(end - at), has_space: false };
    let mut next = first;
    while next < tree.node(last).next {
        let inner = tree.node(next);
        let (start, inner_end) = (inner.start as usize, inner.end as usize);
        match inner.kind {
            Kind::String => {
                text.push(tree.source.get(at..start).unwrap_or_default());
                text.push_string(tree.slice(next));
                at = inner_end;
                next = inner.next;
            }
            Kind::Comment | Kind::LineContinuation => {
                text.push(tree.source.get(at..start).unwrap_or_default());
                text.has_space = true;
                at = inner_end;
                next = inner.next;
            }
            _ => next.0 += 1,
        }
    }
    text.push(tree.source.get(at..end).unwrap_or_default());
    text.text
}

struct Squeezed {
    text: String,
    /// White space was passed over since the last character.
    has_space: bool,
}

impl Squeezed {
    fn push(&mut self, text: &str) {
        for char in text.chars() {
            if char.is_whitespace() {
                self.has_space = true;
            } else {
                self.push_space();
                self.text.push(char);
            }
        }
    }

    fn push_string(&mut self, text: &str) {
        self.push_space();
        self.text.push_str(text);
    }

    fn push_space(&mut self) {
        if self.has_space && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.has_space = false;
    }
}
