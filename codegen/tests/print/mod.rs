//! From typed expressions to one line each, for tests: `(operator parts)` with `?` behind what may be absent.

use aud_rules_codegen::check::model::{Aggregate, Expr, ExprKind, Iterable, Statement};
use aud_rules_codegen::vocab::Type;

/// The statements of a rule, one on each line; the cells of an `emit` in the order of the columns.
pub(crate) fn body(statements: &[Statement]) -> String {
    let lines = statements.iter().map(|statement| match statement {
        Statement::Let(var, value) => format!("let ${} = {}", var.0, expr(value)),
        Statement::Where(condition) => format!("where {}", expr(condition)),
        Statement::For(var, from) => format!("for ${} in {}", var.0, source(from)),
        Statement::Emit(cells) => format!("emit {}", cells.iter().map(expr).collect::<Vec<_>>().join(", ")),
        Statement::Flow(flow, _) => {
            format!("flow {}", flow.exprs().into_iter().map(expr).collect::<Vec<_>>().join(", "))
        }
        Statement::Report(at) => format!("report {}", expr(at)),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// An expression; what may be absent is marked.
pub(crate) fn expr(expr: &Expr) -> String {
    let mark = if expr.ty.is_optional && expr.ty.ty != Type::Unknown { "?" } else { "" };
    format!("{}{mark}", kind(expr))
}

fn kind(of: &Expr) -> String {
    match &of.kind {
        ExprKind::None => "none".into(),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Int(value) => value.to_string(),
        ExprKind::Real(value) => value.to_string(),
        ExprKind::Text(value) => format!("{value:?}"),
        ExprKind::Var(var) => format!("${}", var.0),
        ExprKind::Module => "module".into(),
        ExprKind::Property { prim, of, args, .. } => call(prim, std::iter::once(&**of).chain(args)),
        ExprKind::GroupKey(group) => call("key", [&**group]),
        ExprKind::Call { name, args } => call(name, args),
        ExprKind::Binary(op, left, right) => call(&format!("{op:?}").to_lowercase(), [&**left, right]),
        ExprKind::Not(of) => call("not", [&**of]),
        ExprKind::Ask(question, of, names) => format!("({question:?} {} {names:?})", expr(of)),
        ExprKind::RefersTo(left, right) => call("refers_to", [&**left, right]),
        ExprKind::Present(of) => call("present", [&**of]),
        ExprKind::IsKind(of, kinds) => format!("(is_kind {} {kinds:?})", expr(of)),
        ExprKind::InSet(of, members) => format!("(in_set {} {:?} {:?})", expr(of), members.texts, members.ints),
        ExprKind::InList(of, list) => call("in_list", [&**of, list]),
        ExprKind::Like(of, pattern) => format!("(like {} /{pattern}/)", expr(of)),
        ExprKind::StartsWith(of, part) => call("starts_with", [&**of, part]),
        ExprKind::EndsWith(of, part) => call("ends_with", [&**of, part]),
        ExprKind::Contains(of, part) => call("contains", [&**of, part]),
        ExprKind::Case(arms, otherwise) => {
            let arms = arms.iter().map(|(condition, value)| format!(" {} => {};", expr(condition), expr(value)));
            let otherwise = otherwise.as_ref().map(|value| format!(" else {}", expr(value)));
            format!("(case{}{})", arms.collect::<String>(), otherwise.unwrap_or_default())
        }
        ExprKind::Aggregate(of) => aggregate(of),
        ExprKind::List(members) => format!("[{}]", members.iter().map(expr).collect::<Vec<_>>().join(", ")),
        ExprKind::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key}: {}", expr(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        ExprKind::Let(var, value, body) => format!("(let ${} {} {})", var.0, expr(value), expr(body)),
    }
}

fn call<'e>(name: &str, parts: impl IntoIterator<Item = &'e Expr>) -> String {
    format!("({name}{})", parts.into_iter().map(|part| format!(" {}", expr(part))).collect::<String>())
}

fn aggregate(of: &Aggregate) -> String {
    let part = |word: &str, part: &Option<Expr>| part.as_ref().map(|part| format!(" {word} {}", expr(part)));
    format!(
        "({} ${} in {}{}{})",
        format!("{:?}", of.kind).to_lowercase(),
        of.var.0,
        source(&of.source),
        part("where", &of.condition).unwrap_or_default(),
        part("give", &of.value).unwrap_or_default()
    )
}

fn source(of: &Iterable) -> String {
    match of {
        Iterable::List(list) => expr(list),
        Iterable::Region { class, kinds, is_within, region } => {
            format!("<{class}={} {} {}>", kinds.join("|"), if *is_within { "within" } else { "in" }, expr(region))
        }
    }
}
