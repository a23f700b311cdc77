//! Texts that are put together: with `{}` for every part that is not constant, and by which means.

use super::{Constant, Folder, MAX_TEXT, constant, format_receiver};
use crate::resolve::Resolver;
use crate::resolve::limits::Limit;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::strings::{self, Piece};
use crate::syntax::tree::{NodeId, is_expression};

/// The text of a string, f-string, `+`, `%` or `.format()` with `{}` for each part that is not constant.
pub fn template<'t>(names: &Resolver<'t>, node: NodeId) -> Option<&'t str> {
    let folder = Folder::new(names, true);
    let node = folder.unnamed(node);
    match names.tree().kind(node) {
        Kind::String | Kind::ConcatenatedString | Kind::BinaryOperator | Kind::Call => {}
        _ => return None,
    }
    if let Some(Constant::Text(text)) = folder.constant(node, 0) {
        return Some(text);
    }
    let mut text = Text::new(names);
    (folder.write(node, &mut text, 0) && !text.is_too_long).then(|| names.alloc_text(&text.text))
}

/// How the value of an expression is put together; none for what is no expression.
pub fn shape(names: &Resolver<'_>, node: NodeId) -> Option<&'static str> {
    let folder = Folder::new(names, true);
    let node = folder.unnamed(node);
    let tree = names.tree();
    let kind = tree.kind(node);
    let shape = match kind {
        Kind::Identifier => "name",
        Kind::Attribute => "attribute",
        Kind::Subscript => "subscript",
        Kind::Lambda => "lambda",
        Kind::List | Kind::Tuple | Kind::ExpressionList => "list",
        Kind::Dictionary => "dict",
        Kind::String | Kind::ConcatenatedString if !strings::holes(tree, node).is_empty() => "f-string",
        Kind::String | Kind::ConcatenatedString => "constant",
        Kind::Integer | Kind::Float | Kind::True | Kind::False | Kind::None => "constant",
        Kind::BinaryOperator | Kind::UnaryOperator | Kind::NotOperator | Kind::Call
            if constant(names, node).is_some() =>
        {
            "constant"
        }
        Kind::Call if format_receiver(tree, node).is_some() => "format",
        Kind::Call => "call",
        Kind::BinaryOperator => folder.operation_shape(node),
        kind if is_expression(kind) => "other",
        _ => return None,
    };
    Some(shape)
}

/// A text as it is put together.
pub(super) struct Text<'c, 't> {
    names: &'c Resolver<'t>,
    text: String,
    has_holes: bool,
    is_too_long: bool,
}

impl<'c, 't> Text<'c, 't> {
    fn new(names: &'c Resolver<'t>) -> Self {
        Text { names, text: String::new(), has_holes: false, is_too_long: false }
    }

    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() > MAX_TEXT {
            self.is_too_long = true;
            self.names.limits.note(Limit::Texts);
        } else {
            self.text.push_str(text);
        }
    }

    fn append(&mut self, other: Text<'_, '_>) {
        self.has_holes |= other.has_holes;
        self.is_too_long |= other.is_too_long;
        self.push(&other.text);
    }

    /// Takes the place of the text so far; a hole in it stays a hole.
    fn replace(&mut self, other: Text<'_, '_>) {
        self.text.clear();
        self.append(other);
    }

    fn push_hole(&mut self) {
        self.has_holes = true;
        self.push("{}");
    }

    fn push_value(&mut self, value: Option<Constant<'_>>) {
        match value {
            Some(value) => self.push(&value.text()),
            None => self.push_hole(),
        }
    }

    /// The text, when every part of it is known.
    pub(super) fn whole(self) -> Option<&'t str> {
        (!self.has_holes && !self.is_too_long).then(|| self.names.alloc_text(&self.text))
    }
}

/// What stands for arguments of `%` and `.format()`.
struct Arguments {
    positional: Vec<NodeId>,
    named: Vec<(String, NodeId)>,
}

impl<'c, 't> Folder<'c, 't> {
    /// The expression, or the value of the walrus that it is.
    fn unnamed(&self, node: NodeId) -> NodeId {
        let tree = self.tree();
        let mut node = tree.bare(node);
        while tree.kind(node) == Kind::NamedExpression {
            match tree.child(node, Field::Value) {
                Some(value) => node = tree.bare(value),
                None => break,
            }
        }
        node
    }

    fn operation_shape(&self, node: NodeId) -> &'static str {
        let Some((first, rest)) = self.chain(node) else { return "other" };
        match rest.last() {
            Some(&("+", _)) if self.is_text(node, 0) => "concat",
            Some(&("%", _)) if self.is_text_chain(first, &rest[..rest.len() - 1], 0) => "percent",
            _ => "other",
        }
    }

    /// The value is text, as far as the expression shows it.
    fn is_text(&self, node: NodeId, depth: u32) -> bool {
        if !self.may_look(depth) {
            return false;
        }
        let node = self.unnamed(node);
        match self.tree().kind(node) {
            Kind::String | Kind::ConcatenatedString => true,
            Kind::BinaryOperator => {
                self.chain(node).is_some_and(|(first, rest)| self.is_text_chain(first, &rest, depth + 1))
            }
            Kind::Call => format_receiver(self.tree(), node).is_some(),
            Kind::Identifier => matches!(self.constant(node, depth + 1), Some(Constant::Text(_))),
            _ => false,
        }
    }

    fn is_text_chain(&self, first: NodeId, rest: &[(&str, NodeId)], depth: u32) -> bool {
        self.is_text(first, depth)
            || rest.iter().any(|&(operator, operand)| operator == "+" && self.is_text(operand, depth))
    }

    /// Writes the template of a text; `false` when the expression is no text.
    fn write(&self, node: NodeId, text: &mut Text<'c, 't>, depth: u32) -> bool {
        if !self.may_look(depth) {
            return false;
        }
        let node = self.unnamed(node);
        match self.tree().kind(node) {
            Kind::String | Kind::ConcatenatedString => self.write_string(node, text, depth),
            Kind::BinaryOperator => return self.write_operation(node, text, depth),
            Kind::Call => return self.write_formatted(node, text, depth),
            _ => return false,
        }
        true
    }

    fn write_string(&self, node: NodeId, text: &mut Text<'c, 't>, depth: u32) {
        let tree = self.tree();
        for part in strings::literals(tree, node) {
            for piece in strings::pieces(tree, self.names.arena, part) {
                match piece {
                    Piece::Text(piece) => text.push(piece),
                    Piece::Hole(hole) => self.write_hole(hole, text, depth),
                }
            }
        }
    }

    /// A hole of an f-string; one that is printed in a special way counts as unknown.
    fn write_hole(&self, hole: NodeId, text: &mut Text<'c, 't>, depth: u32) {
        let tree = self.tree();
        let is_special = tree.child(hole, Field::TypeConversion).is_some()
            || tree.child(hole, Field::FormatSpecifier).is_some()
            || tree.slice(hole).trim_end_matches('}').trim_end().ends_with('=');
        match tree.child(hole, Field::Expression) {
            Some(value) if !is_special => text.push_value(self.constant(value, depth + 1)),
            _ => text.push_hole(),
        }
    }

    /// Writes a chain of operations from the left; `false` when the result is no text.
    fn write_operation(&self, node: NodeId, text: &mut Text<'c, 't>, depth: u32) -> bool {
        let Some((first, rest)) = self.chain(node) else { return false };
        let mut whole = Text::new(self.names);
        let mut is_text = self.write_operand(first, &mut whole, depth + 1);
        for (operator, right) in rest {
            match operator {
                "+" => is_text |= self.write_operand(right, &mut whole, depth + 1),
                "%" if is_text => {
                    if let Some(formatted) = self.percent(&whole.text, right, depth + 1) {
                        whole.replace(formatted);
                    }
                }
                _ => {
                    is_text &= operator == "*";
                    whole.text.clear();
                    whole.push_hole();
                }
            }
        }
        text.append(whole);
        is_text
    }

    /// Writes one operand, or a hole when it is not known; `false` when it is not seen to be text.
    fn write_operand(&self, node: NodeId, text: &mut Text<'c, 't>, depth: u32) -> bool {
        match self.constant(node, depth) {
            Some(Constant::Text(known) | Constant::Bytes(known)) => text.push(known),
            Some(value) => {
                text.push(&value.text());
                return false;
            }
            None => {
                let mut part = Text::new(self.names);
                if !self.write(node, &mut part, depth) {
                    text.push_hole();
                    return false;
                }
                text.append(part);
            }
        }
        true
    }

    fn write_formatted(&self, call: NodeId, text: &mut Text<'c, 't>, depth: u32) -> bool {
        let Some(receiver) = format_receiver(self.tree(), call) else { return false };
        if let Some(Constant::Text(format)) = self.constant(receiver, depth + 1) {
            match self.format(format, call, depth + 1) {
                Some(formatted) => text.append(formatted),
                None => text.push(format),
            }
            return true;
        }
        // The receiver has holes of its own, which can not be told from the fields: all of them are unknown.
        self.write(receiver, text, depth + 1)
    }

    /// `format % right`. None when the text is no format.
    pub(super) fn percent(&self, format: &str, right: NodeId, depth: u32) -> Option<Text<'c, 't>> {
        let arguments = self.percent_arguments(right);
        let mut text = Text::new(self.names);
        let mut n_taken = 0;
        let mut rest = format;
        while let Some(at) = rest.find('%') {
            text.push(&rest[..at]);
            let field = PercentField::read(&rest[at + 1..])?;
            rest = &rest[at + 1 + field.length..];
            if field.conversion == '%' {
                text.push("%");
                continue;
            }
            let argument = match field.name {
                Some(name) => arguments.named.iter().find(|(known, _)| known == name).map(|&(_, value)| value),
                None => arguments.positional.get(n_taken).copied(),
            };
            n_taken += 1;
            let value = argument.and_then(|argument| self.constant(argument, depth));
            text.push_value(value.filter(|&value| field.is_plain && prints_as_text(field.conversion, value)));
        }
        text.push(rest);
        Some(text)
    }

    fn percent_arguments(&self, right: NodeId) -> Arguments {
        let tree = self.tree();
        let right = tree.bare(right);
        let mut arguments = Arguments { positional: Vec::new(), named: Vec::new() };
        match tree.kind(right) {
            Kind::Tuple => {
                // What comes after `*values` stands at a place that is not known.
                let members = tree.children(right).take_while(|&member| tree.kind(member) != Kind::ListSplat);
                arguments.positional.extend(members);
            }
            Kind::Dictionary => {
                for pair in tree.children(right).filter(|&entry| tree.kind(entry) == Kind::Pair) {
                    let key = tree.child(pair, Field::Key).and_then(|key| self.string(tree.bare(key)));
                    if let (Some(Constant::Text(key)), Some(value)) = (key, tree.child(pair, Field::Value)) {
                        arguments.named.push((key.to_owned(), value));
                    }
                }
            }
            _ => arguments.positional.push(right),
        }
        arguments
    }

    /// `format.format(...)`. None when the text is no format.
    pub(super) fn format(&self, format: &str, call: NodeId, depth: u32) -> Option<Text<'c, 't>> {
        let arguments = self.format_arguments(call);
        let mut text = Text::new(self.names);
        let mut n_taken = 0;
        let mut rest = format;
        while let Some(at) = rest.find(['{', '}']) {
            text.push(&rest[..at]);
            let brace = &rest[at..at + 1];
            if rest[at + 1..].starts_with(brace) {
                text.push(brace);
                rest = &rest[at + 2..];
                continue;
            }
            let end = at + rest[at..].find('}').filter(|_| brace == "{")?;
            let field = &rest[at + 1..end];
            rest = &rest[end + 1..];
            let argument = if field.is_empty() {
                n_taken += 1;
                arguments.positional.get(n_taken - 1).copied()
            } else if let Ok(index) = field.parse::<usize>() {
                arguments.positional.get(index).copied()
            } else {
                arguments.named.iter().find(|(name, _)| name == field).map(|&(_, value)| value)
            };
            // A field inside a format specification ends at an inner brace; the rest of it is passed over.
            if field.contains('{') {
                rest = rest.split_once('}').map_or(rest, |(_, after)| after);
            }
            text.push_value(argument.and_then(|argument| self.constant(argument, depth)));
        }
        text.push(rest);
        Some(text)
    }

    fn format_arguments(&self, call: NodeId) -> Arguments {
        let tree = self.tree();
        let mut arguments = Arguments { positional: Vec::new(), named: Vec::new() };
        let Some(list) = tree.child(call, Field::Arguments) else { return arguments };
        let mut has_star = false;
        for argument in tree.children(list) {
            match tree.kind(argument) {
                Kind::KeywordArgument => {
                    let name = tree.child(argument, Field::Name).map_or("", |name| tree.name(name));
                    let value = tree.child(argument, Field::Value);
                    arguments.named.extend(value.map(|value| (name.to_owned(), value)));
                }
                Kind::ListSplat => has_star = true,
                _ if !has_star => arguments.positional.push(argument),
                _ => {}
            }
        }
        arguments
    }
}

/// `%(name)5.2s` behind its percent sign.
struct PercentField<'f> {
    name: Option<&'f str>,
    conversion: char,
    /// It has no flags, width or precision.
    is_plain: bool,
    length: usize,
}

impl<'f> PercentField<'f> {
    fn read(text: &'f str) -> Option<Self> {
        let mut at = 0;
        let mut name = None;
        if let Some(named) = text.strip_prefix('(') {
            let end = named.find(')')?;
            name = Some(&named[..end]);
            at = end + 2;
        }
        let flags = text[at..].find(|char: char| !matches!(char, '0'..='9' | '#' | '-' | '+' | ' ' | '.' | '*'))?;
        let conversion = text[at + flags..].chars().next()?;
        let length = at + flags + conversion.len_utf8();
        Some(PercentField { name, conversion, is_plain: flags == 0, length })
    }
}

/// The conversion prints the value as `str` does.
fn prints_as_text(conversion: char, value: Constant<'_>) -> bool {
    match conversion {
        's' => true,
        'd' | 'i' => matches!(value, Constant::Int(_)),
        _ => false,
    }
}
