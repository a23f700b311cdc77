//! Aggregates and what loops iterate: regions, lists and groups.

use super::containment::can_hold;
use super::exprs::Taker;
use super::questions::ResolvedClass;
use super::scope::Body;
use super::types::{describe, is_number, optional, present, unknown};
use crate::ast::{self, AggregateKind, Name};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Aggregate, Expr, ExprKind, Iterable};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::{Ty, Type};

impl Body<'_, '_> {
    pub(super) fn aggregate(&mut self, aggregate: &ast::Aggregate, span: Span) -> Expr {
        let is_in_json = std::mem::replace(&mut self.is_in_json, false);
        let (source, member) = self.source(&aggregate.source);
        let mark = self.open();
        let var = match &aggregate.var {
            Some(name) => self.declare(name, present(member.clone()), None),
            None => self.declare_hidden("member", present(member.clone()), None),
        };
        let facts = self.facts_of_source(&source);
        let (condition, value) = self.knowing(facts, |body| {
            let condition = aggregate.condition.as_ref().map(|condition| body.condition(condition));
            let facts = condition.as_ref().map(|condition| body.facts_if(condition)).unwrap_or_default();
            let written = aggregate.value.as_ref().or(aggregate.key.as_ref());
            body.is_in_json = is_in_json;
            (condition, body.knowing(facts, |body| written.map(|value| body.expr(value))))
        });
        // `any y: yield in f` asks only whether there is one; its variable has nothing to say.
        if condition.is_none() && value.is_none() {
            self.close_quietly(mark)
        } else {
            self.close(mark)
        }
        let ty = self.aggregate_type(aggregate.kind, member, value.as_ref());
        let aggregate = Aggregate { kind: aggregate.kind, var, source, condition, value };
        Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty, span }
    }

    fn aggregate_type(&mut self, kind: AggregateKind, member: Type, value: Option<&Expr>) -> Ty {
        let value_type = || value.map_or(Type::Unknown, |value| value.ty.ty.clone());
        match kind {
            AggregateKind::Any => present(Type::Bool),
            AggregateKind::Count => present(Type::Int),
            AggregateKind::First | AggregateKind::Last => optional(member),
            AggregateKind::List => present(Type::List(Box::new(value_type()))),
            AggregateKind::Sum => {
                if let Some(value) = value.filter(|value| !is_number(&value.ty.ty)) {
                    let message = format!("`sum` adds numbers, not {}", describe(&value.ty));
                    self.error(Code::WrongType, value.span, message);
                    return present(Type::Unknown);
                }
                present(value_type())
            }
            AggregateKind::Min | AggregateKind::Max => {
                if let Some(value) = value.filter(|value| !is_number(&value.ty.ty) && value.ty.ty != Type::Text) {
                    let message = format!("only numbers and texts have an order, not {}", describe(&value.ty));
                    self.error(Code::WrongType, value.span, message);
                    return optional(Type::Unknown);
                }
                optional(value_type())
            }
            AggregateKind::Group => {
                if let Some(key) = value {
                    self.take(key, &present(Type::Text), &Taker::of_language("the key of a group"));
                }
                present(Type::List(Box::new(Type::Group(Box::new(member)))))
            }
        }
    }

    /// What is iterated, and the type of its members.
    pub(super) fn source(&mut self, source: &ast::Iterable) -> (Iterable, Type) {
        match source {
            ast::Iterable::List(list) => {
                let list = self.expr(list);
                let member = self.member_type(&list);
                (Iterable::List(list), member)
            }
            ast::Iterable::Region { class, is_within, region } => {
                let class = self.class(class);
                let region = self.expr(region);
                self.take_region(&region);
                let Some(class) = class else {
                    return (Iterable::List(unknown(region.span)), Type::Unknown);
                };
                self.check_reach(&class, &region);
                let member = class.ty();
                let (is_within, ResolvedClass { words, kinds, .. }) = (*is_within, class);
                (Iterable::Region { class: words, kinds, is_within, region }, member)
            }
        }
    }

    fn member_type(&mut self, list: &Expr) -> Type {
        match &list.ty.ty {
            Type::List(member) | Type::Group(member) => (**member).clone(),
            Type::Unknown => Type::Unknown,
            other => {
                let message = format!("{} is no list, but {}", self.quote(list.span), describe(&list.ty));
                let help = matches!(other, Type::Node(_))
                    .then(|| "what is inside a node is found by its class: `x: call in ...`".to_owned());
                self.report(Diagnostic::new(Code::WrongType, list.span, message).help(help));
                Type::Unknown
            }
        }
    }

    /// The grammar must be able to put such a node into such a region.
    fn check_reach(&mut self, class: &ResolvedClass, region: &Expr) {
        let Type::Node(outer) = &region.ty.ty else { return };
        let Some(declared) = self.vocabulary.classes.get(outer) else { return };
        if !declared.kinds.is_empty() && !can_hold(self.vocabulary.kinds(outer), &class.kinds) {
            let message = format!("there is never a `{}` in a `{outer}`", class.words);
            self.error(Code::AlwaysFalse, region.span, message);
        }
    }

    /// `[for VAR in SOURCE where CONDITION: VALUE]`: a list of JSON values.
    pub(super) fn list_for(
        &mut self,
        var: &Name,
        source: &ast::Iterable,
        condition: Option<&ast::Expr>,
        value: &ast::Expr,
        span: Span,
    ) -> Expr {
        let (source, member) = self.source(source);
        let mark = self.open();
        let var = self.declare(var, present(member), None);
        let facts = self.facts_of_source(&source);
        let (condition, value) = self.knowing(facts, |body| {
            let condition = condition.map(|condition| body.condition(condition));
            let facts = condition.as_ref().map(|condition| body.facts_if(condition)).unwrap_or_default();
            (condition, body.knowing(facts, |body| body.in_json(value)))
        });
        self.close(mark);
        let aggregate = Aggregate { kind: AggregateKind::List, var, source, condition, value: Some(value) };
        Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty: present(Type::Json), span }
    }

    /// `g.key`, `g.first` and `g.last` of a group.
    pub(super) fn group_property(
        &mut self,
        of: Expr,
        member: Type,
        name: &Name,
        args: Option<&[ast::Expr]>,
        span: Span,
    ) -> Expr {
        if args.is_some() {
            let message = format!("`{}` takes no arguments", name.node);
            self.error(Code::WrongArgumentCount, name.span, message);
        }
        let is_optional = of.ty.is_optional;
        self.words.note(name.span, || match name.node.as_str() {
            "key" | "first" | "last" => Meaning::GroupProperty(name.node.clone()),
            _ => Meaning::Unknown(Gap::Property(Type::Group(Box::new(member.clone())))),
        });
        let kind = match name.node.as_str() {
            "key" => {
                return Expr { kind: ExprKind::GroupKey(Box::new(of)), ty: Ty { ty: Type::Text, is_optional }, span };
            }
            "first" => AggregateKind::First,
            "last" => AggregateKind::Last,
            other => {
                let message = format!("a group has no property `{other}`");
                let help = did_you_mean(other, ["key", "first", "last"])
                    .unwrap_or("a group has `key`, `first` and `last`; `for x in g` gives its members".to_owned());
                self.report(Diagnostic::new(Code::UnknownProperty, name.span, message).help(help));
                return unknown(span);
            }
        };
        let var = self.declare_hidden("member", present(member.clone()), None);
        let aggregate = Aggregate { kind, var, source: Iterable::List(of), condition: None, value: None };
        // A group is never empty, so it has a first and a last member.
        Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty: Ty { ty: member, is_optional }, span }
    }
}
