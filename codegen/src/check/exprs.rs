//! Expressions: names, properties, functions, lists and JSON. Operators, tests, `case` and aggregates have files of
//! their own.

use super::items::{Key, predicate_word, value_type};
use super::scope::Body;
use super::types::{boolean, describe, fits, is_json, join, optional, present, unknown};
use crate::ast::{self, AggregateKind, Literal, Name};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Aggregate, Expr, ExprKind, Iterable};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::{Property, Ty, Type};
use aud_rules_plan::ColumnType;

/// What to write where the length of a list was meant.
pub(super) const COUNT_HELP: &str = "`count ...` is the number of its members";

/// What takes a value, for the message when the value does not fit.
pub(super) struct Taker {
    /// As it reads in a sentence: "the column `hook`".
    pub(super) words: String,
    /// Where it is declared, when that is in a rule file.
    pub(super) span: Option<Span>,
}

impl Taker {
    /// Something that no rule file declares.
    pub(super) fn of_language(words: impl Into<String>) -> Self {
        Taker { words: words.into(), span: None }
    }
}

impl<'a> Body<'_, 'a> {
    /// Types an expression.
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Expr {
        let span = expr.span;
        let typed = match &expr.kind {
            ast::ExprKind::Literal(literal) => literal_expr(literal, span),
            ast::ExprKind::Name(name) => self.name(name, span),
            ast::ExprKind::Property { of, name, args } => self.property(of, name, args.as_deref(), span),
            ast::ExprKind::Call { name, args } => self.call(name, args, span),
            ast::ExprKind::Binary { op, left, right } => self.binary(*op, left, right, span),
            ast::ExprKind::Not(inner) => {
                let inner = self.condition(inner);
                boolean(ExprKind::Not(Box::new(inner)), span)
            }
            ast::ExprKind::Test { of, test, is_negated } => {
                let of = self.expr(of);
                self.test(of, test, *is_negated, span)
            }
            ast::ExprKind::Case { subject, arms, otherwise } => {
                self.case(subject.as_deref(), arms, otherwise.as_deref(), span)
            }
            ast::ExprKind::Aggregate(aggregate) => self.aggregate(aggregate, span),
            ast::ExprKind::Json(inner) => self.json(inner, span),
            ast::ExprKind::List(members) => self.list(members, span),
            ast::ExprKind::Object(entries) => self.object(entries, span),
            ast::ExprKind::ListFor { var, source, condition, value } => {
                self.list_for(var, source, condition.as_deref(), value, span)
            }
        };
        self.narrow(typed)
    }

    /// Types an expression outside `json`, also when it stands inside one.
    fn plain(&mut self, expr: &ast::Expr) -> Expr {
        let was_in_json = std::mem::replace(&mut self.is_in_json, false);
        let typed = self.expr(expr);
        self.is_in_json = was_in_json;
        typed
    }

    /// Types an expression inside `json`.
    pub(super) fn in_json(&mut self, expr: &ast::Expr) -> Expr {
        let was_in_json = std::mem::replace(&mut self.is_in_json, true);
        let typed = self.expr(expr);
        self.is_in_json = was_in_json;
        let fits = self.take(&typed, &optional(Type::Json), &Taker::of_language("`json`"));
        if fits { typed } else { unknown(expr.span) }
    }

    fn name(&mut self, name: &str, span: Span) -> Expr {
        if let Some(var) = self.read_var(name) {
            self.note_variable(var, span);
            return Expr { kind: ExprKind::Var(var), ty: self.var(var).ty.clone(), span };
        }
        if name == "module" {
            self.words.note(span, || Meaning::Module);
            return Expr { kind: ExprKind::Module, ty: present(Type::Node("module".to_owned())), span };
        }
        if let Some(set) = self.items.set(name, span.file) {
            self.used_sets.insert(Key::of_set(set));
            self.words.note(span, || Meaning::Set(set.name.span));
            let message = format!("`{name}` is a set, not a value");
            let help = format!("a set stands after a test: `... in {name}`, `... is {name}`");
            self.report(Diagnostic::new(Code::WrongType, span, message).help(help));
            return unknown(span);
        }
        self.note_missing_value(span);
        if self.reports_unknown_names {
            self.has_unknown_names = true;
            let message = format!("there is no variable `{name}` here");
            let names = self.visible_names();
            let help = if name == "_" {
                Some("the arm of a `case` for all the rest begins with `else =>`".to_owned())
            } else if self.vocabulary.classes.contains_key(name) {
                Some(format!("`{name}` is a class; a variable of that class is declared as `for x: {name} in ...`"))
            } else {
                did_you_mean(name, names.iter().map(String::as_str))
            };
            self.report(Diagnostic::new(Code::UnknownVariable, span, message).help(help));
        }
        unknown(span)
    }

    fn property(&mut self, of: &ast::Expr, name: &Name, args: Option<&[ast::Expr]>, span: Span) -> Expr {
        let of = self.expr(of);
        let found = match &of.ty.ty {
            Type::Node(class) => self.find_properties(class, &name.node),
            Type::Group(member) => {
                let member = (**member).clone();
                return self.group_property(of, member, name, args, span);
            }
            Type::Unknown => Vec::new(),
            other => {
                self.words.note(name.span, || Meaning::Unknown(Gap::Property(other.clone())));
                let message = format!("{} has no properties", describe(&present(other.clone())));
                let help = matches!(other, Type::List(_)).then(|| match name.node.as_str() {
                    "count" | "len" | "length" | "size" => COUNT_HELP,
                    _ => "`for x in ...` or `first x in ...` gives its members",
                });
                self.report(Diagnostic::new(Code::UnknownProperty, name.span, message).help(help.map(str::to_owned)));
                Vec::new()
            }
        };
        if let Type::Node(class) = &of.ty.ty {
            let class = class.clone();
            self.words.note(name.span, || match found.as_slice() {
                [] => Meaning::Unknown(Gap::Property(Type::Node(class.clone()))),
                _ => Meaning::Property { class: class.clone(), name: name.node.clone() },
            });
            if found.is_empty() {
                self.report_unknown_property(&class, name);
            }
        }
        let typed: Vec<Expr> = args.unwrap_or_default().iter().map(|arg| self.plain(arg)).collect();
        if let ([first, ..], Some([])) = (found.as_slice(), args)
            && first.params.is_empty()
        {
            let message = format!("`{}` takes no arguments", name.node);
            let help = format!("write `.{}` without parentheses", name.node);
            self.report(Diagnostic::new(Code::WrongArgumentCount, name.span, message).help(help));
        }
        self.read_properties(of, name, &found, typed, span)
    }

    /// Reads the property, or the one that the node has of several that the subclasses of its class have.
    fn read_properties(&mut self, of: Expr, name: &Name, found: &[&'a Property], args: Vec<Expr>, span: Span) -> Expr {
        let words = format!("`{}`", name.node);
        let Type::Node(class) = &of.ty.ty else { return unknown(span) };
        let is_downcast = found.first().is_some_and(|first| self.property_is_below(class, first));
        if let [property] = found {
            self.take_arguments_of(&words, &property.params, &args, name.span);
            return read(property, of, args, is_downcast, span);
        }
        let Some((first, rest)) = found.split_first() else { return unknown(span) };
        self.take_arguments_of(&words, &first.params, &args, name.span);
        let common = rest.iter().try_fold(first.ty.ty.clone(), |ty, next| join(self.vocabulary, &ty, &next.ty.ty));
        let Some(ty) = common.filter(|_| rest.iter().all(|next| next.params == first.params)) else {
            let message = format!("what `{}` of `{class}` is depends on its class", name.node);
            let help = "say which class is meant before: `where ... is a ...`";
            self.report(Diagnostic::new(Code::UnknownProperty, name.span, message).help(help));
            return unknown(span);
        };
        let path = self.path(&of);
        let var = self.declare_hidden(&name.node, of.ty.clone(), path);
        let receiver = Expr { kind: ExprKind::Var(var), ty: of.ty.clone(), span: of.span };
        let readings = found.iter().map(|property| read(property, receiver.clone(), args.clone(), true, span));
        let either = readings.reduce(|left, right| Expr {
            kind: ExprKind::Binary(ast::BinaryOp::Coalesce, Box::new(left), Box::new(right)),
            ty: optional(ty.clone()),
            span,
        });
        let Some(either) = either else { return unknown(span) };
        Expr { kind: ExprKind::Let(var, Box::new(of), Box::new(either)), ty: optional(ty), span }
    }

    /// The property of a class or of a superclass; or else, as a downcast, the properties of that name of subclasses.
    fn find_properties(&self, class: &str, name: &str) -> Vec<&'a Property> {
        let vocabulary = self.vocabulary;
        vocabulary.owners(class, name).into_iter().filter_map(|owner| owner.properties.get(name)).collect()
    }

    /// The property is none of the class and its superclasses.
    fn property_is_below(&self, class: &str, property: &Property) -> bool {
        self.vocabulary.property(class, &property.name).is_some_and(|found| found.is_downcast)
    }

    fn report_unknown_property(&mut self, class: &str, name: &Name) {
        let vocabulary = self.vocabulary;
        let message = format!("`{class}` has no property `{}`", name.node);
        let related =
            |c: &&crate::vocab::Class| vocabulary.is_subclass(&c.name, class) || vocabulary.is_subclass(class, &c.name);
        let names = vocabulary.classes.values().filter(related).flat_map(|c| c.properties.keys().map(String::as_str));
        let help = did_you_mean(&name.node, names).or_else(|| {
            let owners =
                vocabulary.classes.values().filter(|c| c.name != "node" && vocabulary.is_subclass(class, &c.name));
            let own: Vec<String> =
                owners.flat_map(|owner| owner.properties.keys()).map(|property| format!("`{property}`")).collect();
            (!own.is_empty()).then(|| format!("`{class}` has {}, and what every node has", own.join(", ")))
        });
        self.report(Diagnostic::new(Code::UnknownProperty, name.span, message).help(help));
    }

    /// Checks the arguments of a property or function; each parameter takes a value of its type, absent or not.
    fn take_arguments_of(&mut self, words: &str, params: &[(String, Type)], args: &[Expr], span: Span) {
        let names: Vec<&str> = params.iter().map(|(name, _)| name.as_str()).collect();
        if self.check_argument_count(words, &names, args.len(), span) {
            for (arg, (name, ty)) in args.iter().zip(params) {
                let taker = Taker::of_language(format!("the argument `{name}` of {words}"));
                self.take(arg, &optional(ty.clone()), &taker);
            }
        }
    }

    /// As many arguments as parameters; otherwise reports it.
    pub(super) fn check_argument_count(&mut self, words: &str, params: &[&str], given: usize, span: Span) -> bool {
        if params.len() == given {
            return true;
        }
        let wanted = match params {
            [] => "no arguments".to_owned(),
            [one] => format!("1 argument ({one})"),
            several => format!("{} arguments ({})", several.len(), several.join(", ")),
        };
        let given = if given == 0 { "none".to_owned() } else { given.to_string() };
        self.error(Code::WrongArgumentCount, span, format!("{words} takes {wanted}, but {given} given"));
        false
    }

    fn call(&mut self, name: &Name, args: &[ast::Expr], span: Span) -> Expr {
        let typed: Vec<Expr> = args.iter().map(|arg| self.plain(arg)).collect();
        if let Some(function) = self.vocabulary.functions.get(&name.node) {
            self.words.note(name.span, || Meaning::Function(name.node.clone()));
            self.take_arguments_of(&format!("`{}`", name.node), &function.params, &typed, name.span);
            let is_optional = function.ty.is_optional || typed.iter().any(|arg| arg.ty.is_optional);
            let ty = Ty { ty: function.ty.ty.clone(), is_optional };
            return Expr { kind: ExprKind::Call { name: name.node.clone(), args: typed }, ty, span };
        }
        if let Some(predicate) = self.items.predicate(&name.node, name.span.file) {
            self.words.note(name.span, || Meaning::Predicate(predicate.name.span));
            return self.inline(Key::of_predicate(predicate), name, typed, span);
        }
        self.words.note(name.span, || Meaning::Unknown(Gap::Function));
        if self.is_broken_item(&["predicate", "define"], &name.node) {
            return unknown(span);
        }
        if let Some(&hidden) = self.items.predicates.values().find(|predicate| predicate.name.node == name.node) {
            self.report_private(Code::UnknownFunction, predicate_word(hidden), name, hidden.name.span);
            return unknown(span);
        }
        let message = format!("there is no function or predicate `{}`", name.node);
        let functions = self.vocabulary.functions.keys().map(String::as_str);
        let help = match name.node.as_str() {
            "len" => Some(COUNT_HELP.to_owned()),
            "str" => Some("`text(...)` makes text of a value".to_owned()),
            other => did_you_mean(other, functions.chain(self.items.predicate_names(name.span.file))),
        };
        self.report(Diagnostic::new(Code::UnknownFunction, name.span, message).help(help));
        unknown(span)
    }

    fn json(&mut self, inner: &ast::Expr, span: Span) -> Expr {
        let inner = self.in_json(inner);
        Expr { kind: inner.kind, ty: Ty { ty: Type::Json, is_optional: inner.ty.is_optional }, span }
    }

    /// `[a, b]`. Outside `json` a list has no absent members: those that may be absent are left out when they are.
    fn list(&mut self, members: &[ast::Expr], span: Span) -> Expr {
        let is_in_json = self.is_in_json;
        let mut ty = Type::Unknown;
        let mut typed = Vec::new();
        for member in members {
            let member = if is_in_json { self.in_json(member) } else { self.expr(member) };
            ty = self.join_or_report(&ty, &member, "the members of a list have one type");
            typed.push(member);
        }
        let has_gaps = !is_in_json && typed.iter().any(|member| member.ty.is_optional);
        let list = Expr { kind: ExprKind::List(typed), ty: present(Type::List(Box::new(ty.clone()))), span };
        if !has_gaps {
            return list;
        }
        let var = self.declare_hidden("member", optional(ty.clone()), None);
        let value = Expr { kind: ExprKind::Var(var), ty: optional(ty), span };
        let (ty, source) = (list.ty.clone(), Iterable::List(list));
        let aggregate = Aggregate { kind: AggregateKind::List, var, source, condition: None, value: Some(value) };
        Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty, span }
    }

    fn object(&mut self, entries: &[(Name, ast::Expr)], span: Span) -> Expr {
        let mut typed: Vec<(String, Expr)> = Vec::new();
        for (key, value) in entries {
            if typed.iter().any(|(known, _)| *known == key.node) {
                self.error(Code::ColumnGivenTwice, key.span, format!("the key `{}` is given twice", key.node));
            }
            typed.push((key.node.clone(), self.in_json(value)));
        }
        Expr { kind: ExprKind::Object(typed), ty: present(Type::Json), span }
    }

    /// The type that `ty` and the expression share. Inside `json` values of all types stand side by side.
    pub(super) fn join_or_report(&mut self, ty: &Type, expr: &Expr, rule: &str) -> Type {
        if let Some(joined) = join(self.vocabulary, ty, &expr.ty.ty) {
            return joined;
        }
        if self.is_in_json && is_json(ty) && is_json(&expr.ty.ty) {
            return Type::Json;
        }
        let message =
            format!("{rule}: this is {}, what stands before is {}", describe(&present(expr.ty.ty.clone())), {
                describe(&present(ty.clone()))
            });
        self.error(Code::WrongType, expr.span, message);
        Type::Unknown
    }

    /// Checks that the value fits where it goes: its type, and that it is there when it must be.
    pub(super) fn take(&mut self, expr: &Expr, wanted: &Ty, taker: &Taker) -> bool {
        let what = self.quote(expr.span);
        let diagnostic = if !fits(self.vocabulary, &expr.ty.ty, &wanted.ty) {
            let message = match wanted.ty {
                Type::Json => format!("{what} is {}, which JSON can not hold", describe(&expr.ty)),
                _ => format!("{what} is {}, but {} takes {}", describe(&expr.ty), taker.words, {
                    describe(&present(wanted.ty.clone()))
                }),
            };
            Diagnostic::new(Code::WrongType, expr.span, message).help(self.conversion(expr, &wanted.ty))
        } else if expr.ty.is_optional && !wanted.is_optional {
            let is_none = matches!(expr.kind, ExprKind::None);
            let message = match is_none {
                true => format!("`none` is no value for {}", taker.words),
                false => format!("{what} may be absent, but {} needs a value", taker.words),
            };
            let help = match what.starts_with('`') && !is_none {
                true => {
                    let text = what.trim_matches('`');
                    Some(format!("ask before: `where {text} is present`, or say what stands for it: `{text} ?? ...`"))
                }
                false => None,
            };
            Diagnostic::new(Code::OptionalValue, expr.span, message).help(help)
        } else {
            return true;
        };
        self.report(match taker.span {
            Some(span) => diagnostic.also(span, "declared here"),
            None => diagnostic,
        });
        false
    }

    /// Checks that the value fits a column.
    pub(super) fn take_for_column(&mut self, expr: &Expr, ty: ColumnType, is_optional: bool, taker: &Taker) {
        self.take(expr, &Ty { ty: value_type(ty), is_optional }, taker);
    }

    /// How to make what is wanted of what there is.
    fn conversion(&self, expr: &Expr, wanted: &Type) -> Option<String> {
        let help = match (&expr.ty.ty, wanted) {
            (Type::Node(_), Type::Text | Type::Json | Type::Literal) => "`.text` is the source text of a node",
            (Type::Literal, Type::Text) => {
                "`.string` is the value of a string, `.constant_text` that of any literal as text"
            }
            (Type::Literal, Type::Int) => "`.integer` is the value of a whole number",
            (Type::Literal, Type::Bool) => "`.boolean` is the value of `True` and `False`",
            (Type::Int | Type::Real | Type::Bool, Type::Text) => "`text(...)` makes text of it",
            (Type::List(member), Type::Text) if **member == Type::Text => "`join(\", \", ...)` makes text of it",
            (Type::List(_), Type::Int) => COUNT_HELP,
            (Type::Node(class), Type::Node(wanted)) if self.vocabulary.is_subclass(wanted, class) => {
                return Some(format!("ask before: `where {} is a {wanted}`", self.quote(expr.span).trim_matches('`')));
            }
            _ => return None,
        };
        Some(help.to_owned())
    }
}

/// A literal with its type; `none` fits every optional type.
pub(super) fn literal_expr(literal: &Literal, span: Span) -> Expr {
    let (kind, ty) = match literal {
        Literal::Text(text) => (ExprKind::Text(text.clone()), present(Type::Text)),
        Literal::Int(int) => (ExprKind::Int(*int), present(Type::Int)),
        Literal::Real(real) => (ExprKind::Real(*real), present(Type::Real)),
        Literal::Bool(bool) => (ExprKind::Bool(*bool), present(Type::Bool)),
        Literal::None => (ExprKind::None, optional(Type::Unknown)),
    };
    Expr { kind, ty, span }
}

fn read(property: &Property, of: Expr, args: Vec<Expr>, is_downcast: bool, span: Span) -> Expr {
    let may_be_absent = is_downcast || of.ty.is_optional || args.iter().any(|arg| arg.ty.is_optional);
    let ty = Ty { ty: property.ty.ty.clone(), is_optional: property.ty.is_optional || may_be_absent };
    let kind = ExprKind::Property { prim: property.prim.clone(), of: Box::new(of), args, stage: property.stage };
    Expr { kind, ty, span }
}
