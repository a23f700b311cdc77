//! A body for people: one line for each value and effect, in the order of evaluation.

use std::fmt::{self, Display, Formatter, Write};

use super::{Act, Argument, ArgumentKind, Body, BodyKind, Constant, DisplayKind, Op, ParameterKind, ValueId};
use crate::segment::interface::OwnedPath;
use aud_rules_plan::TestOutcome;

impl Display for ValueId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "v{}", self.0)
    }
}

/// Values with commas between them.
struct List<'v, T>(&'v [T]);

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, value) in self.0.iter().enumerate() {
            write!(f, "{}{value}", if at == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl Display for Argument {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ArgumentKind::Positional => {}
            ArgumentKind::Keyword(name) => write!(f, "{name}=")?,
            ArgumentKind::Rest => f.write_char('*')?,
            ArgumentKind::Keywords => f.write_str("**")?,
        }
        self.value.fmt(f)
    }
}

impl Display for Constant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Constant::None => f.write_str("None"),
            Constant::Bool(true) => f.write_str("True"),
            Constant::Bool(false) => f.write_str("False"),
            Constant::Int(int) => int.fmt(f),
            Constant::Text(text) => write!(f, "{text:?}"),
            Constant::Bytes => f.write_str("bytes"),
            Constant::Float => f.write_str("float"),
            Constant::Ellipsis => f.write_str("..."),
        }
    }
}

impl Display for OwnedPath {
    /// A name of a module of the project has a dot in front instead of the module.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            OwnedPath::Outside(path) => f.write_str(path),
            OwnedPath::Project { rest, .. } => write!(f, ".{rest}"),
        }
    }
}

fn awaited(is_async: bool) -> &'static str {
    if is_async { "async " } else { "" }
}

impl Display for Op {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Op::Parameter(place) => write!(f, "parameter {place}"),
            Op::Constant(constant) => constant.fmt(f),
            Op::Named(path) => path.fmt(f),
            Op::Unbound(name) => write!(f, "unbound {name}"),
            Op::Captured { body, name } => write!(f, "captured {}:{name}", body.0),
            Op::Function(body) => write!(f, "function {}", body.0),
            Op::Class(body) => write!(f, "class {}", body.0),
            Op::Join(values) => write!(f, "join({})", List(values)),
            Op::Attribute { object, name } => write!(f, "{object}.{name}"),
            Op::Item { object, key } => write!(f, "{object}[{key}]"),
            Op::Element { of, is_async } => write!(f, "{}element {of}", awaited(*is_async)),
            Op::Unpacked { of, index, is_rest } => write!(f, "{}part {index} of {of}", if *is_rest { "*" } else { "" }),
            Op::Call { callee, arguments } => write!(f, "call {callee}({})", List(arguments)),
            Op::Display { kind, entries } => {
                let (open, close) = match kind {
                    DisplayKind::List => ("[", "]"),
                    DisplayKind::Tuple => ("(", ")"),
                    DisplayKind::Set => ("{", "}"),
                    DisplayKind::Dict => ("{:", "}"),
                    DisplayKind::Generator => ("generator(", ")"),
                };
                f.write_str(open)?;
                for (at, entry) in entries.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ", " })?;
                    f.write_str(if entry.is_spread { "*" } else { "" })?;
                    entry.key.map_or(Ok(()), |key| write!(f, "{key}: "))?;
                    entry.value.fmt(f)?;
                }
                f.write_str(close)
            }
            Op::Derived { how, from, is_in_place } => {
                let place = if *is_in_place { " in place" } else { "" };
                write!(f, "{}{place}({})", format!("{how:?}").to_lowercase(), List(from))
            }
            Op::Awaited(value) => write!(f, "await {value}"),
            Op::Sent => f.write_str("sent"),
            Op::Delegated(value) => write!(f, "delegated {value}"),
            Op::Entered { manager, is_async } => write!(f, "{}entered {manager}", awaited(*is_async)),
            Op::Caught { classes, is_group, .. } => {
                write!(f, "caught{}({})", if *is_group { "*" } else { "" }, List(classes))
            }
            Op::Tested { value, test, outcome } => {
                let word = match outcome {
                    TestOutcome::True => "",
                    TestOutcome::False => "not ",
                    TestOutcome::Returned => "returned ",
                };
                write!(f, "{value} where {word}{test}")
            }
            Op::Unknown => f.write_str("unknown"),
        }
    }
}

impl Display for Act {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Act::StoreAttribute { object, name, value } => write!(f, "{object}.{name} = {value}"),
            Act::StoreItem { object, key, value } => write!(f, "{object}[{key}] = {value}"),
            Act::Bind { body, name, value, annotation } => {
                write!(f, "bind {}:{name} = {value}", body.0)?;
                annotation.map_or(Ok(()), |annotation| write!(f, ": {annotation}"))
            }
            Act::Declare { object, name, annotation } => {
                f.write_str("declare ")?;
                object.map_or(Ok(()), |object| write!(f, "{object}."))?;
                write!(f, "{name}: {annotation}")
            }
            Act::Return(value) => write!(f, "return {value}"),
            Act::Yield(value) => write!(f, "yield {value}"),
            Act::Delegate(value) => write!(f, "yield from {value}"),
            Act::Raise(value) => write!(f, "raise {value}"),
        }
    }
}

impl Display for Body {
    /// The head, then each value and effect on a line of its own. Values of the head are those of the body around.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.fmt_head(f)?;
        let mut effects = self.effects.iter().peekable();
        for at in 0..=self.values.len() {
            while let Some(effect) = effects.next_if(|effect| effect.n_values as usize <= at) {
                write!(f, "\n  {}", effect.act)?;
            }
            if let Some(value) = self.values.get(at) {
                write!(f, "\n  v{at} = {}", value.op)?;
            }
        }
        Ok(())
    }
}

impl Body {
    fn fmt_head(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            BodyKind::Module => "module",
            BodyKind::Class => "class",
            BodyKind::Lambda => "lambda",
            BodyKind::Function { is_async: true, is_generator: true } => "async generator",
            BodyKind::Function { is_async: true, .. } => "async function",
            BodyKind::Function { is_generator: true, .. } => "generator",
            BodyKind::Function { .. } => "function",
        };
        f.write_str(kind)?;
        if !self.qualname.is_empty() {
            write!(f, " {}", self.qualname)?;
        }
        for name in &self.type_parameters {
            write!(f, " [{name}]")?;
        }
        for (at, parameter) in self.parameters.iter().enumerate() {
            let mark = match parameter.kind {
                ParameterKind::PositionalOnly => "/",
                ParameterKind::Both => "",
                ParameterKind::KeywordOnly => "=",
                ParameterKind::Rest => "*",
                ParameterKind::Keywords => "**",
            };
            write!(f, "{}{mark}{}", if at == 0 { " (" } else { ", " }, parameter.name)?;
            parameter.annotation.map_or(Ok(()), |annotation| write!(f, ": {annotation}"))?;
            parameter.default.map_or(Ok(()), |default| write!(f, " = {default}"))?;
        }
        f.write_str(if self.parameters.is_empty() { "" } else { ")" })?;
        self.returns.map_or(Ok(()), |returns| write!(f, " -> {returns}"))?;
        if !self.bases.is_empty() {
            write!(f, " <{}>", List(&self.bases))?;
        }
        if !self.decorators.is_empty() {
            write!(f, " @{}", List(&self.decorators))?;
        }
        f.write_str(if self.is_opaque { " opaque" } else { "" })
    }
}
