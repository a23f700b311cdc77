//! Pieces of Rust with the type of their value. Where the type is known, a value is what Rust has for it and runs without
//! tags; the runtime's `Value` is left for what may be of several types, or undecided.

use proc_macro2::TokenStream;
use quote::quote;

use crate::vocab::Type;

/// What holds a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// Nothing: the literal `none`.
    Absent,
    /// `NodeId`.
    Node,
    /// `&str`.
    Text,
    /// `i64`.
    Int,
    /// `f64`.
    Real,
    /// `bool`.
    Bool,
    /// `&[NodeId]`.
    Nodes,
    /// `&[&str]`.
    Texts,
    /// `Value`, of whatever type, but decided.
    Plain,
    /// `Value`, perhaps undecided.
    Open,
}

impl Form {
    /// The form of a type of the vocabulary.
    pub(super) fn of(ty: &Type) -> Form {
        match ty {
            Type::Text => Form::Text,
            Type::Int => Form::Int,
            Type::Real => Form::Real,
            Type::Bool => Form::Bool,
            Type::Node(_) => Form::Node,
            Type::List(member) => match **member {
                Type::Node(_) => Form::Nodes,
                Type::Text => Form::Texts,
                _ => Form::Plain,
            },
            Type::Literal | Type::Json | Type::Group(_) | Type::Unknown => Form::Plain,
        }
    }

    /// It is a `Value`.
    pub(super) fn is_value(self) -> bool {
        matches!(self, Form::Plain | Form::Open)
    }

    /// The form that holds values of both.
    pub(super) fn with(self, other: Form) -> Form {
        match (self, other) {
            (one, other) if one == other => one,
            (Form::Absent, one) | (one, Form::Absent) => one,
            (Form::Open, _) | (_, Form::Open) => Form::Open,
            _ => Form::Plain,
        }
    }

    /// Its type in Rust; of what may be absent the `Option` of it.
    pub(super) fn rust(self, is_sure: bool) -> TokenStream {
        let bare = match self {
            Form::Node => quote!(NodeId),
            Form::Text => quote!(&'t str),
            Form::Int => quote!(i64),
            Form::Real => quote!(f64),
            Form::Bool => quote!(bool),
            Form::Nodes => quote!(&'t [NodeId]),
            Form::Texts => quote!(&'t [&'t str]),
            Form::Absent | Form::Plain | Form::Open => return quote!(Value<'t>),
        };
        if is_sure { bare } else { quote!(Option<#bare>) }
    }
}

/// How an expression binds, so that brackets stand only where they must.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// A name, literal, call or chain of calls.
    Atom,
    /// An operator between operands.
    Operation,
    /// `if` or a block.
    Block,
}

/// An expression.
#[derive(Clone, Debug)]
pub(super) struct Code {
    tokens: TokenStream,
    /// What holds its value.
    pub(super) form: Form,
    /// The value is there. A `Value` may hold that it is not, so that nothing is said of it.
    pub(super) is_sure: bool,
    shape: Shape,
    /// Of a condition: its opposite, where that is no `!` before it.
    opposite: Option<TokenStream>,
}

impl Code {
    /// A value that is there, in one word.
    pub(super) fn sure(form: Form, tokens: TokenStream) -> Code {
        Code { tokens, form, is_sure: !form.is_value(), shape: Shape::Atom, opposite: None }
    }

    /// A value that may be absent.
    pub(super) fn optional(form: Form, tokens: TokenStream) -> Code {
        Code { tokens, form, is_sure: false, shape: Shape::Atom, opposite: None }
    }

    /// The absent value.
    pub(super) fn absent() -> Code {
        Code::optional(Form::Absent, quote!(None))
    }

    /// A condition with an operator.
    pub(super) fn condition(tokens: TokenStream) -> Code {
        Code { tokens, form: Form::Bool, is_sure: true, shape: Shape::Operation, opposite: None }
    }

    /// An `if` or a block of that type.
    pub(super) fn block(form: Form, is_sure: bool, tokens: TokenStream) -> Code {
        Code { tokens, form, is_sure: is_sure && !form.is_value(), shape: Shape::Block, opposite: None }
    }

    pub(super) fn is_open(&self) -> bool {
        self.form == Form::Open
    }

    /// As it stands where nothing binds tighter.
    pub(super) fn whole(&self) -> &TokenStream {
        &self.tokens
    }

    /// As it stands before a dot or between operators.
    pub(super) fn operand(&self) -> TokenStream {
        let tokens = &self.tokens;
        if self.shape == Shape::Atom { tokens.clone() } else { quote!((#tokens)) }
    }

    /// In brackets where it needs some; what stands behind it can be joined by an operator.
    pub(super) fn bracketed(&self) -> Code {
        Code { tokens: self.operand(), shape: Shape::Operation, opposite: None, ..*self }
    }

    /// As a `Value`.
    pub(super) fn value(&self) -> TokenStream {
        match self.form {
            Form::Plain | Form::Open => self.tokens.clone(),
            Form::Absent => quote!(Value::None),
            _ => {
                let operand = self.operand();
                quote!(#operand.value(run))
            }
        }
    }

    /// As what the run can make a `Value` of.
    pub(super) fn argument(&self) -> TokenStream {
        if self.form == Form::Absent { quote!(Value::None) } else { self.tokens.clone() }
    }

    /// As a `bool`: it holds. Of a decided value only.
    pub(super) fn holds(&self) -> Code {
        let (tokens, operand) = (&self.tokens, self.operand());
        match (self.form, self.is_sure) {
            (Form::Bool, true) => self.clone(),
            (Form::Bool, false) => {
                Code::condition(quote!(#operand == Some(true))).or_else(quote!(#operand != Some(true)))
            }
            (Form::Absent, _) => Code::sure(Form::Bool, quote!(false)),
            (Form::Plain | Form::Open, _) => Code::sure(Form::Bool, quote!(ops::is_true(#tokens))),
            (_, true) => Code::sure(Form::Bool, quote!(true)),
            (_, false) => Code::sure(Form::Bool, quote!(#operand.is_some())).or_else(quote!(#operand.is_none())),
        }
    }

    /// The opposite of a condition.
    pub(super) fn negated(&self) -> TokenStream {
        match &self.opposite {
            Some(opposite) => opposite.clone(),
            None => {
                let operand = self.operand();
                quote!(!#operand)
            }
        }
    }

    /// With the tokens of its opposite, where it has nicer ones than `!`.
    pub(super) fn or_else(self, opposite: TokenStream) -> Code {
        Code { opposite: Some(opposite), ..self }
    }

    /// As an `Option`, or as a `Value` where it is one.
    pub(super) fn as_optional(&self) -> TokenStream {
        let tokens = &self.tokens;
        if self.is_sure { quote!(Some(#tokens)) } else { tokens.clone() }
    }

    /// In that form, which is its own, `Value`, or what a `Value` can be asked for.
    pub(super) fn into_form(self, form: Form) -> Code {
        let operand = self.operand();
        let asked = match (self.form, form) {
            (own, wanted) if own == wanted => return self,
            (_, Form::Plain | Form::Open) => return Code::optional(form, self.value()),
            (Form::Absent, _) => return Code::optional(form, quote!(None)),
            (_, Form::Node) => quote!(node),
            (_, Form::Text) => quote!(text),
            (_, Form::Int) => quote!(int),
            (_, Form::Real) => quote!(real),
            (_, Form::Bool) => quote!(bool),
            (_, Form::Nodes | Form::Texts | Form::Absent) => return Code::absent(),
        };
        let value = if self.form.is_value() { operand } else { self.value() };
        Code::optional(form, quote!(#value.#asked()))
    }
}
