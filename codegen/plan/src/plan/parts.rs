//! The expressions directly inside an expression, a source or a step, for passes that look through whole rules.

use super::{Expr, FlowStep, Iterable, Origin, Step};

impl Expr {
    /// Calls `f` with each expression directly inside this one, in the order of the text.
    pub fn for_each_part<'e>(&'e self, f: &mut dyn FnMut(&'e Expr)) {
        match self {
            Expr::None
            | Expr::Bool(_)
            | Expr::Int(_)
            | Expr::Real(_)
            | Expr::Text(_)
            | Expr::Set(_)
            | Expr::Pattern(_)
            | Expr::Var(_)
            | Expr::Module
            | Expr::Fact(_) => {}
            Expr::Prop { prim: _, of, args } => {
                f(of);
                args.iter().for_each(f);
            }
            Expr::Ask { question: _, of, names: _ } | Expr::Present(of) | Expr::Named { name: _, of } => f(of),
            Expr::Pure { op: _, args: all }
            | Expr::Call { function: _, args: all }
            | Expr::And(all)
            | Expr::Or(all)
            | Expr::Coalesce(all)
            | Expr::List(all) => all.iter().for_each(f),
            Expr::Choose(arms) => arms.iter().for_each(|(condition, value)| {
                f(condition);
                f(value);
            }),
            Expr::Let { var: _, value, body } => {
                f(value);
                f(body);
            }
            Expr::Collect { fold: _, var: _, source, condition, value } => {
                f(source.root());
                condition.iter().chain(value).for_each(|part| f(part));
            }
            Expr::Group { var: _, source, condition, key } => {
                f(source.root());
                condition.iter().for_each(|part| f(part));
                f(key);
            }
            Expr::Object(entries) => entries.iter().for_each(|(_, value)| f(value)),
        }
    }

    /// As [`Expr::for_each_part`], for passes that change expressions.
    pub fn for_each_part_mut(&mut self, f: &mut dyn FnMut(&mut Expr)) {
        match self {
            Expr::None
            | Expr::Bool(_)
            | Expr::Int(_)
            | Expr::Real(_)
            | Expr::Text(_)
            | Expr::Set(_)
            | Expr::Pattern(_)
            | Expr::Var(_)
            | Expr::Module
            | Expr::Fact(_) => {}
            Expr::Prop { prim: _, of, args } => {
                f(of);
                args.iter_mut().for_each(f);
            }
            Expr::Ask { question: _, of, names: _ } | Expr::Present(of) | Expr::Named { name: _, of } => f(of),
            Expr::Pure { op: _, args: all }
            | Expr::Call { function: _, args: all }
            | Expr::And(all)
            | Expr::Or(all)
            | Expr::Coalesce(all)
            | Expr::List(all) => all.iter_mut().for_each(f),
            Expr::Choose(arms) => arms.iter_mut().for_each(|(condition, value)| {
                f(condition);
                f(value);
            }),
            Expr::Let { var: _, value, body } => {
                f(value);
                f(body);
            }
            Expr::Collect { fold: _, var: _, source, condition, value } => {
                f(source.root_mut());
                condition.iter_mut().chain(value).for_each(|part| f(part));
            }
            Expr::Group { var: _, source, condition, key } => {
                f(source.root_mut());
                condition.iter_mut().for_each(|part| f(part));
                f(key);
            }
            Expr::Object(entries) => entries.iter_mut().for_each(|(_, value)| f(value)),
        }
    }
}

impl Iterable {
    /// The list, or the region.
    pub fn root(&self) -> &Expr {
        match self {
            Iterable::List(list) => list,
            Iterable::Slot { slot: _, region, is_within: _ } => region,
        }
    }

    /// The list, or the region, to be changed.
    pub fn root_mut(&mut self) -> &mut Expr {
        match self {
            Iterable::List(list) => list,
            Iterable::Slot { slot: _, region, is_within: _ } => region,
        }
    }
}

impl Step {
    /// The expressions of the step itself, without those of a loop's body.
    pub fn exprs(&self) -> Vec<&Expr> {
        match self {
            Step::Let { var: _, value, origin: _ } => vec![value],
            Step::Where { condition, origin: _ } => vec![condition],
            Step::ForEach { var: _, source, body: _, origin: _ } => vec![source.root()],
            Step::Emit { cells, origin: _ } => cells.iter().collect(),
            Step::Flow { says, origin: _ } => says.exprs(),
            Step::Report { at, origin: _ } => vec![at],
        }
    }

    /// As [`Step::exprs`], to be changed.
    pub fn exprs_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            Step::Let { var: _, value, origin: _ } => vec![value],
            Step::Where { condition, origin: _ } => vec![condition],
            Step::ForEach { var: _, source, body: _, origin: _ } => vec![source.root_mut()],
            Step::Emit { cells, origin: _ } => cells.iter_mut().collect(),
            Step::Flow { says, origin: _ } => says.exprs_mut(),
            Step::Report { at, origin: _ } => vec![at],
        }
    }

    /// What it was written as.
    pub fn origin(&self) -> &Origin {
        match self {
            Step::Let { var: _, value: _, origin }
            | Step::Where { condition: _, origin }
            | Step::ForEach { var: _, source: _, body: _, origin }
            | Step::Emit { cells: _, origin }
            | Step::Flow { says: _, origin }
            | Step::Report { at: _, origin } => origin,
        }
    }
}

impl FlowStep {
    /// Its expressions, in the order of the text.
    pub fn exprs(&self) -> Vec<&Expr> {
        match self {
            FlowStep::Source { kinds: _, at } | FlowStep::Sink { kinds: _, at } => vec![at],
            FlowStep::Clean { kinds: _, at, when: _ } => vec![at],
            FlowStep::Step { from, to } => vec![from, to],
            FlowStep::Call { callee, arguments, result } => {
                let arguments = arguments.iter().map(|(_, value)| value);
                std::iter::once(callee).chain(arguments).chain(result).collect()
            }
        }
    }

    /// As [`FlowStep::exprs`], to be changed.
    pub fn exprs_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            FlowStep::Source { kinds: _, at } | FlowStep::Sink { kinds: _, at } => vec![at],
            FlowStep::Clean { kinds: _, at, when: _ } => vec![at],
            FlowStep::Step { from, to } => vec![from, to],
            FlowStep::Call { callee, arguments, result } => {
                let arguments = arguments.iter_mut().map(|(_, value)| value);
                std::iter::once(callee).chain(arguments).chain(result).collect()
            }
        }
    }
}
