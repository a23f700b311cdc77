//! Tests of one value: questions about names, `is a`, `in`, `like` and the others that follow it.

use regex::RegexBuilder;

use super::limits::MAX_PATTERN_BYTES;
use super::scope::Body;
use super::types::{self, Comparison, boolean, describe, is_class, present};
use crate::ast::{Class, Name, SetMember, SetRef, Spanned, Test};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Expr, ExprKind, Members};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::Type;
use crate::vocab::node_types::NodeTypes;
use aud_rules_plan::Question;

/// A class as a rule names it.
pub(super) struct ResolvedClass {
    /// As written: a class, or `node("kind")`.
    pub(super) words: String,
    /// The class of the vocabulary; for a raw kind the narrowest one that has it.
    pub(super) class: String,
    /// Its syntax kinds, sorted.
    pub(super) kinds: Vec<String>,
}

impl ResolvedClass {
    /// The type of its nodes.
    pub(super) fn ty(&self) -> Type {
        Type::Node(self.class.clone())
    }
}

impl Body<'_, '_> {
    /// Types `of TEST`; `is_negated` for `not in` and the like.
    pub(super) fn test(&mut self, of: Expr, test: &Test, is_negated: bool, span: Span) -> Expr {
        let never = if is_negated { Code::AlwaysTrue } else { Code::AlwaysFalse };
        let kind = match test {
            Test::Is(names) => self.ask(Question::Is, of, names),
            Test::IsExactly(names) => self.ask(Question::IsExactly, of, names),
            Test::InstanceOf(names) => self.ask(Question::InstanceOf, of, names),
            Test::Inherits(names) => self.ask(Question::Inherits, of, names),
            Test::DecoratedBy(names) => self.ask(Question::DecoratedBy, of, names),
            Test::RefersTo(other) => {
                let other = self.expr(other);
                self.take_node(&of, "refers to");
                self.take_node(&other, "refers to");
                ExprKind::RefersTo(Box::new(of), Box::new(other))
            }
            Test::Present => self.presence(of, span, never),
            Test::Absent => {
                let present = self.presence(of, span, opposite(never));
                ExprKind::Not(Box::new(boolean(present, span)))
            }
            Test::IsA(class) => self.is_a(of, class, span, never),
            Test::In(set) => self.is_in(of, set, span, never),
            Test::Like(pattern) => {
                self.take_text(&of, "like");
                self.check_pattern(pattern);
                ExprKind::Like(Box::new(of), pattern.node.clone())
            }
            Test::StartsWith(part) => ExprKind::StartsWith(Box::new(of), self.part_of_text(part, "starts with")),
            Test::EndsWith(part) => ExprKind::EndsWith(Box::new(of), self.part_of_text(part, "ends with")),
            Test::Contains(part) => ExprKind::Contains(Box::new(of), self.part_of_text(part, "contains")),
        };
        if let ExprKind::StartsWith(of, _) | ExprKind::EndsWith(of, _) | ExprKind::Contains(of, _) = &kind {
            let words = match test {
                Test::StartsWith(_) => "starts with",
                Test::EndsWith(_) => "ends with",
                _ => "contains",
            };
            self.take_text(of, words);
        }
        let tested = boolean(kind, span);
        if is_negated { boolean(ExprKind::Not(Box::new(tested)), span) } else { tested }
    }

    fn part_of_text(&mut self, part: &crate::ast::Expr, words: &str) -> Box<Expr> {
        let part = self.expr(part);
        self.take_text(&part, words);
        Box::new(part)
    }

    fn take_node(&mut self, expr: &Expr, words: &str) {
        if !matches!(expr.ty.ty, Type::Node(_) | Type::Unknown) {
            let message = format!("`{words}` compares nodes, but {} is {}", self.quote(expr.span), describe(&expr.ty));
            self.error(Code::WrongType, expr.span, message);
        }
    }

    /// A question about names, asked of a node that can have an answer.
    fn ask(&mut self, question: Question, of: Expr, names: &SetRef) -> ExprKind {
        let (words, classes): (_, &[&str]) = match question {
            Question::Is => ("is", &["expr"]),
            Question::IsExactly => ("is exactly", &["expr"]),
            Question::InstanceOf => ("instance of", &["expr", "parameter"]),
            Question::Inherits => ("inherits", &["class", "reached"]),
            Question::DecoratedBy => ("decorated by", &["definition", "reached"]),
        };
        let vocabulary = self.vocabulary;
        let fits = match &of.ty.ty {
            Type::Node(class) => {
                classes.iter().any(|wanted| is_class(vocabulary, class, wanted) || is_class(vocabulary, wanted, class))
            }
            Type::Unknown => true,
            _ => false,
        };
        if !fits {
            let asked: Vec<String> = classes.iter().map(|class| format!("`{class}`")).collect();
            let message = format!(
                "`{words}` is asked of {}, but {} is {}",
                asked.join(" or "),
                self.quote(of.span),
                describe(&of.ty)
            );
            let help = match (&of.ty.ty, question) {
                (Type::Text | Type::Literal, _) => Some("`==` and `in` compare text"),
                (Type::Node(class), Question::Is | Question::IsExactly) if class == "class" => {
                    Some("`inherits` asks for its ancestors, `.qualname ==` for its name")
                }
                _ => None,
            };
            self.report(Diagnostic::new(Code::WrongType, of.span, message).help(help.map(str::to_owned)));
        }
        if matches!((&of.ty.ty, question), (Type::Node(class), Question::Is | Question::IsExactly) if class == "call") {
            let call = self.quote(of.span);
            let message = format!("`{words}` asks what a name stands for, but {call} is a call");
            let help = format!("`{}.callee {words} ...` asks what is called", call.trim_matches('`'));
            self.report(Diagnostic::new(Code::AlwaysFalse, of.span, message).help(help));
        }
        let names = self.dotted_names(names);
        ExprKind::Ask(question, Box::new(of), names)
    }

    /// `is present`; `never` is what it would be when the value never was.
    fn presence(&mut self, of: Expr, span: Span, never: Code) -> ExprKind {
        if !of.ty.is_optional && of.ty.ty != Type::Unknown {
            let message = format!("{} is never absent", self.quote(of.span));
            self.error(opposite(never), span, message);
        }
        ExprKind::Present(Box::new(of))
    }

    fn is_a(&mut self, of: Expr, class: &Class, span: Span, never: Code) -> ExprKind {
        let Some(wanted) = self.class(class) else { return ExprKind::Bool(false) };
        match &of.ty.ty {
            Type::Node(class) => {
                if !self.may_have_kind(class, &wanted.kinds) {
                    let message = format!("`{class}` is never `{}`", wanted.words);
                    self.error(never, span, message);
                    if never == Code::AlwaysFalse {
                        // What follows would be read as a property of the class that it can not be.
                        return ExprKind::Present(Box::new(of));
                    }
                } else if !of.ty.is_optional
                    && is_class(self.vocabulary, class, &wanted.class)
                    && wanted.kinds == self.vocabulary.kinds(&wanted.class)
                {
                    let message = format!("{} is always `{}`", self.quote(of.span), wanted.words);
                    self.error(opposite(never), span, message);
                }
            }
            Type::Unknown => {}
            other => {
                let message = format!("`is a` is asked of a node, but this is {}", describe(&present(other.clone())));
                self.error(Code::WrongType, of.span, message);
            }
        }
        ExprKind::IsKind(Box::new(of), wanted.kinds)
    }

    /// The class that a rule names; none after an error.
    pub(super) fn class(&mut self, class: &Class) -> Option<ResolvedClass> {
        match class {
            Class::Named(name) => self.named_class(name),
            Class::Kind(kind) if NodeTypes::python().is_kind(&kind.node) => {
                self.words.note(kind.span, || Meaning::Kind(kind.node.clone()));
                let kinds = vec![kind.node.clone()];
                let class = self.class_of_kinds(&kinds).unwrap_or_else(|| "node".to_owned());
                Some(ResolvedClass { words: format!("node(\"{}\")", kind.node), class, kinds })
            }
            Class::Kind(kind) => {
                self.words.note(kind.span, || Meaning::Unknown(Gap::Kind));
                self.report_unknown_kind(&kind.node, kind.span);
                None
            }
        }
    }

    fn named_class(&mut self, name: &Name) -> Option<ResolvedClass> {
        let vocabulary = self.vocabulary;
        if !vocabulary.classes.contains_key(&name.node) {
            self.words.note(name.span, || Meaning::Unknown(Gap::Class));
            let message = format!("unknown class `{}`", name.node);
            let mut help = did_you_mean(&name.node, vocabulary.classes.keys().map(String::as_str));
            if NodeTypes::python().is_kind(&name.node) {
                help = Some(format!("`node(\"{}\")` is the syntax kind of that name", name.node));
            }
            self.report(Diagnostic::new(Code::UnknownClass, name.span, message).help(help));
            return None;
        }
        self.words.note(name.span, || Meaning::Class(name.node.clone()));
        let kinds = vocabulary.kinds(&name.node).to_vec();
        if kinds.is_empty() {
            let message = format!("no syntax is a `{}` by itself", name.node);
            let sources: Vec<String> = vocabulary
                .classes
                .values()
                .flat_map(|class| class.properties.values().map(move |property| (class, property)))
                .filter(|(_, property)| match &property.ty.ty {
                    Type::Node(class) => *class == name.node,
                    Type::List(member) => **member == Type::Node(name.node.clone()),
                    _ => false,
                })
                .map(|(class, property)| format!("`.{}` of `{}`", property.name, class.name))
                .collect();
            let help = (!sources.is_empty()).then(|| format!("read it from {}", sources.join(", ")));
            self.report(Diagnostic::new(Code::AlwaysFalse, name.span, message).help(help));
            return None;
        }
        Some(ResolvedClass { words: name.node.clone(), class: name.node.clone(), kinds })
    }

    fn is_in(&mut self, of: Expr, set: &SetRef, span: Span, never: Code) -> ExprKind {
        let members = match set {
            SetRef::Inline(members) => {
                self.check_kind_members(&of, &members.node, never);
                self.inline_members(members)
            }
            SetRef::Expr(list) => match self.set_operand(list) {
                Some(members) => {
                    self.note_missing_list(list);
                    members
                }
                None => {
                    let list = self.expr(list);
                    self.check_list_operand(&of, &list, span, never);
                    return ExprKind::InList(Box::new(of), Box::new(list));
                }
            },
        };
        self.check_set_operand(&of, &members, span, never);
        ExprKind::InSet(Box::new(of), members)
    }

    fn check_kind_members(&mut self, of: &Expr, members: &[SetMember], never: Code) {
        for member in members {
            if let SetMember::Literal(Spanned { node: crate::ast::Literal::Text(kind), span }) = member {
                self.check_kind_of(of, kind, *span, never);
            }
        }
    }

    fn check_set_operand(&mut self, of: &Expr, members: &Members, span: Span, never: Code) {
        let is_empty = members.texts.is_empty() && members.ints.is_empty();
        let fits = match of.ty.ty {
            Type::Text => !members.texts.is_empty(),
            Type::Int => !members.ints.is_empty(),
            Type::Real | Type::Bool => false,
            Type::Literal | Type::Unknown => true,
            _ => {
                let message = format!("{} is {}, but sets hold texts and whole numbers", self.quote(of.span), {
                    describe(&of.ty)
                });
                let help = match of.ty.ty {
                    Type::Node(_) => Some("`.text` is the source text of a node, `.name` its last segment".to_owned()),
                    _ => None,
                };
                self.report(Diagnostic::new(Code::WrongType, of.span, message).help(help));
                true
            }
        };
        if !fits && !is_empty {
            let message = format!("no member of the set can be {}", describe(&present(of.ty.ty.clone())));
            self.error(never, span, message);
        }
    }

    fn check_list_operand(&mut self, of: &Expr, list: &Expr, span: Span, never: Code) {
        let member = match &list.ty.ty {
            Type::List(member) => member,
            Type::Unknown => return,
            other => {
                let message = format!("`in` takes a set or a list, not {}", describe(&present(other.clone())));
                let help = (*other == Type::Text).then(|| "`text contains part` asks for a part of a text".to_owned());
                self.report(Diagnostic::new(Code::WrongType, list.span, message).help(help));
                return;
            }
        };
        let [actual, listed] = [&of.ty.ty, &**member].map(|ty| describe(&present(ty.clone())));
        match types::compare(self.vocabulary, &of.ty.ty, member) {
            Comparison::Open => {}
            Comparison::Never => {
                self.error(never, span, format!("the members of the list are {listed}, never {actual}"));
            }
            Comparison::Nonsense => {
                let message = format!("the members of the list are {listed}, which {actual} can not be compared with");
                self.error(Code::WrongType, span, message);
            }
        }
    }

    fn check_pattern(&mut self, pattern: &Spanned<String>) {
        if !self.spend_pattern(pattern.span, &pattern.node) {
            return;
        }
        if let Err(error) = RegexBuilder::new(&pattern.node).size_limit(MAX_PATTERN_BYTES).build() {
            let reason = match &error {
                regex::Error::CompiledTooBig(_) => "it is too large when compiled".to_owned(),
                other => {
                    let text = other.to_string();
                    let last = text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("").trim();
                    last.strip_prefix("error: ").unwrap_or(last).to_owned()
                }
            };
            self.error(Code::BadRegex, pattern.span, format!("this is no regular expression: {reason}"));
        }
    }
}

/// What is always true when the other is always false.
fn opposite(code: Code) -> Code {
    match code {
        Code::AlwaysFalse => Code::AlwaysTrue,
        _ => Code::AlwaysFalse,
    }
}
