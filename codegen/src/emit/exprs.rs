//! Expressions of the plan as Rust: properties are read by their methods, operators are those of Rust where the values
//! are decided, and what may be undecided is left to the run of the rule.

mod aggregates;
mod operations;

use std::cell::RefCell;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::code::{Code, Form};
use super::functions::Functions;
use super::{constants, ident, signature};
use aud_rules_plan::{Expr, Plan, Question, VarId};

/// A variable with what holds its value.
#[derive(Clone, Debug)]
struct Variable {
    name: Ident,
    form: Form,
    is_sure: bool,
}

/// Writes the expressions of one rule or function. Variables are known from where they are bound on.
pub(super) struct Exprs<'p> {
    pub(super) plan: &'p Plan,
    pub(super) functions: &'p Functions<'p>,
    names: &'p [String],
    variables: RefCell<Vec<Option<Variable>>>,
}

impl<'p> Exprs<'p> {
    /// For a rule or function whose variables have these names.
    pub(super) fn new(plan: &'p Plan, functions: &'p Functions<'p>, names: &'p [String]) -> Self {
        Exprs { plan, functions, names, variables: RefCell::new(vec![None; names.len()]) }
    }

    /// Binds a variable from here on; gives its name, which is that of the rule, made distinct by its number.
    pub(super) fn bind(&self, var: VarId, form: Form, is_sure: bool) -> Ident {
        let at = var.0 as usize;
        let name = match self.names.get(at) {
            Some(name) if !name.is_empty() => format_ident!("{name}_{}", var.0),
            _ => format_ident!("v_{}", var.0),
        };
        let form = if form == Form::Absent { Form::Plain } else { form };
        let mut variables = self.variables.borrow_mut();
        if variables.len() <= at {
            variables.resize(at + 1, None);
        }
        variables[at] = Some(Variable { name: name.clone(), form, is_sure });
        name
    }

    /// What is known of a variable.
    pub(super) fn variable(&self, var: VarId) -> Code {
        match self.variables.borrow().get(var.0 as usize) {
            Some(Some(Variable { name, form, is_sure: true })) => Code::sure(*form, quote!(#name)),
            Some(Some(Variable { name, form, is_sure: false })) => Code::optional(*form, quote!(#name)),
            _ => Code::absent(),
        }
    }

    /// An expression.
    pub(super) fn expr(&self, expr: &Expr) -> Code {
        match expr {
            Expr::None => Code::absent(),
            Expr::Bool(value) => Code::sure(Form::Bool, quote!(#value)),
            Expr::Int(value) => {
                let value = Literal::i64_unsuffixed(*value);
                Code::sure(Form::Int, quote!(#value))
            }
            Expr::Real(value) => {
                let value = Literal::f64_unsuffixed(*value);
                Code::sure(Form::Real, quote!(#value))
            }
            Expr::Text(value) => Code::sure(Form::Text, quote!(#value)),
            Expr::Set(set) => {
                let id = Literal::u32_unsuffixed(set.0);
                Code::optional(Form::Plain, quote!(run.set(SetId(#id))))
            }
            Expr::Pattern(pattern) => {
                let id = Literal::u32_unsuffixed(pattern.0);
                Code::optional(Form::Plain, quote!(run.pattern(PatternId(#id))))
            }
            Expr::Var(var) => self.variable(*var),
            Expr::Module => Code::sure(Form::Node, quote!(NodeId::MODULE)),
            Expr::Prop { prim, of, args } => self.property(prim, of, args),
            Expr::Pure { op, args } => self.operation(op, args),
            Expr::Ask { question, of, names } => self.ask(*question, of, names.0),
            Expr::And(all) => self.conjunction(all, &ident("and"), &quote!(&&)),
            Expr::Or(any) => self.conjunction(any, &ident("or"), &quote!(||)),
            Expr::Coalesce(values) => self.coalesce(values),
            Expr::Present(of) => self.present(of),
            Expr::Choose(arms) => self.choose(arms),
            Expr::Let { var, value, body } => {
                let value = self.expr(value);
                let name = self.bind(*var, value.form, value.is_sure);
                let (value, body) = (bound(&value), self.expr(body));
                let whole = body.whole();
                Code::block(body.form, body.is_sure, quote!({ let #name = #value; #whole }))
            }
            Expr::Collect { fold, var, source, condition, value } => {
                self.collect(*fold, *var, source, condition.as_deref(), value.as_deref())
            }
            Expr::Group { var, source, condition, key } => self.group(*var, source, condition.as_deref(), key),
            Expr::List(members) => self.list(members),
            Expr::Object(entries) => self.object(entries),
            Expr::Named { name: _, of } => self.expr(of),
            Expr::Call { function, args } => {
                let args: Vec<Code> = args.iter().map(|arg| self.expr(arg)).collect();
                self.functions.call(*function, &args)
            }
            Expr::Fact(fact) => self.functions.fact(*fact),
        }
    }

    /// Expressions as a `Value` each.
    pub(super) fn values(&self, exprs: &[Expr]) -> Vec<TokenStream> {
        exprs.iter().map(|expr| self.expr(expr).value()).collect()
    }

    /// An expression as what the run can make a `Value` of.
    pub(super) fn argument(&self, expr: &Expr) -> TokenStream {
        self.expr(expr).argument()
    }

    fn property(&self, prim: &str, of: &Expr, args: &[Expr]) -> Code {
        let of = self.expr(of);
        let (forms, result) = signature::of_property(prim);
        let method = ident(prim);
        if of.is_open() {
            let (of, args) = (of.value(), self.values(args));
            return Code::optional(Form::Open, quote!(run.get(prim::read::#method, #of, &[#(#args),*])));
        }
        let of = of.into_form(Form::Node).operand();
        let args = args.iter().zip(forms).map(|(arg, form)| match arg {
            Expr::Set(set) => {
                let set = constants::set_ident(self.plan, *set);
                quote!(&#set)
            }
            arg => self.expr(arg).into_form(form).whole().clone(),
        });
        Code::optional(result, quote!(#of.#method(run #(, #args)*)))
    }

    /// A question about names gives a `Value`, since other files may be asked.
    fn ask(&self, question: Question, of: &Expr, names: u32) -> Code {
        let (function, id, of) = (ident(question.function()), Literal::u32_unsuffixed(names), self.expr(of).value());
        Code::optional(Form::Open, quote!(run.ask(names::#function, #of, NamesId(#id))))
    }

    /// Conditions that are looked at one after another, each only when those before do not settle it.
    fn conjunction(&self, operands: &[Expr], method: &Ident, sign: &TokenStream) -> Code {
        let codes: Vec<Code> = operands.iter().map(|operand| self.expr(operand)).collect();
        // Neighbours that are decided are one condition.
        let mut joined: Vec<Code> = Vec::new();
        for code in codes {
            match joined.last_mut() {
                Some(last) if !last.is_open() && !code.is_open() => {
                    let (left, right) = (last.whole(), code.holds().operand());
                    *last = Code::condition(quote!(#left #sign #right));
                }
                _ if code.is_open() => joined.push(code),
                // Brackets now, so that what is joined to it needs none.
                _ => joined.push(code.holds().bracketed()),
            }
        }
        let Some(last) = joined.pop() else { return Code::absent() };
        joined.into_iter().rev().fold(last, |rest, first| {
            let (first, rest) = (first.argument(), rest.argument());
            Code::optional(Form::Open, quote!(run.#method(#first, || #rest)))
        })
    }

    fn coalesce(&self, values: &[Expr]) -> Code {
        let mut codes: Vec<Code> = Vec::new();
        for value in values {
            codes.push(self.expr(value));
            // What stands behind a value that is there is never looked at.
            if codes.last().is_some_and(|code| code.is_sure) {
                break;
            }
        }
        let form = codes.iter().fold(Form::Absent, |form, code| form.with(code.form));
        let Some(last) = codes.pop() else { return Code::absent() };
        let last = last.into_form(form);
        codes.into_iter().rev().fold(last, |rest, first| {
            if form.is_value() {
                let (first, rest) = (first.argument(), rest.argument());
                return Code::optional(form, quote!(run.coalesce(#first, || #rest)));
            }
            let (first, whole) = (first.into_form(form).operand(), rest.whole());
            match rest.is_sure {
                true => Code::sure(form, quote!(#first.unwrap_or_else(|| #whole))),
                false => Code::optional(form, quote!(#first.or_else(|| #whole))),
            }
        })
    }

    fn present(&self, of: &Expr) -> Code {
        let of = self.expr(of);
        let (whole, operand) = (of.whole(), of.operand());
        match of.form {
            Form::Open => Code::optional(Form::Open, quote!(run.is_present(#whole))),
            Form::Plain => Code::condition(quote!(!#operand.is_none())),
            Form::Absent => Code::sure(Form::Bool, quote!(false)),
            _ if of.is_sure => Code::sure(Form::Bool, quote!(true)),
            _ => Code::sure(Form::Bool, quote!(#operand.is_some())).or_else(quote!(#operand.is_none())),
        }
    }

    fn choose(&self, arms: &[(Expr, Expr)]) -> Code {
        let arms: Vec<(Code, Code)> =
            arms.iter().map(|(condition, value)| (self.expr(condition), self.expr(value))).collect();
        if arms.iter().any(|(condition, _)| condition.is_open()) {
            let arms = arms.iter().map(|(condition, value)| {
                let (condition, value) = (condition.argument(), value.argument());
                quote!(.when(|| #condition, || #value))
            });
            return Code::optional(Form::Open, quote!(run.choose() #(#arms)* .end()));
        }
        let form = arms.iter().fold(Form::Absent, |form, (_, value)| form.with(value.form));
        let conditions: Vec<Code> = arms.iter().map(|(condition, _)| condition.holds()).collect();
        let is_whole = conditions.last().is_some_and(|last| last.whole().to_string() == "true");
        let is_sure = is_whole && !form.is_value() && arms.iter().all(|(_, value)| value.is_sure);
        let values = arms.into_iter().map(|(_, value)| {
            let value = value.into_form(form);
            if is_sure || form.is_value() { value.whole().clone() } else { value.as_optional() }
        });
        let mut tokens = TokenStream::new();
        let n_arms = conditions.len();
        for (index, (condition, value)) in conditions.iter().zip(values).enumerate() {
            let condition = condition.whole();
            tokens.extend(match index {
                _ if index + 1 == n_arms && is_whole && index > 0 => quote!({ #value }),
                _ => quote!(if #condition { #value } else),
            });
        }
        if !is_whole || n_arms == 1 {
            let absent = if form.is_value() { quote!(Value::None) } else { quote!(None) };
            tokens.extend(quote!({ #absent }));
        }
        Code::block(form, is_sure && n_arms > 1, tokens)
    }

    fn list(&self, members: &[Expr]) -> Code {
        let members: Vec<Code> = members.iter().map(|member| self.expr(member)).collect();
        let form = members.iter().fold(Form::Absent, |form, member| form.with(member.form));
        let is_sure = members.iter().all(|member| member.is_sure);
        let list = match form {
            Form::Text if is_sure => Form::Texts,
            Form::Node if is_sure => Form::Nodes,
            _ => {
                let is_open = members.iter().any(Code::is_open);
                let values = members.iter().map(Code::value);
                let form = if is_open { Form::Open } else { Form::Plain };
                return Code::optional(form, quote!(run.members_of(&[#(#values),*])));
            }
        };
        let members = members.iter().map(Code::whole);
        Code::sure(list, quote!(run.list([#(#members),*])))
    }

    fn object(&self, entries: &[(String, Expr)]) -> Code {
        let entries: Vec<(&String, Code)> = entries.iter().map(|(key, value)| (key, self.expr(value))).collect();
        let form = if entries.iter().any(|(_, value)| value.is_open()) { Form::Open } else { Form::Plain };
        let entries = entries.iter().map(|(key, value)| {
            let value = value.value();
            quote!((#key, #value))
        });
        Code::optional(form, quote!(run.object(&[#(#entries),*])))
    }
}

/// The value as a variable holds it.
pub(super) fn bound(code: &Code) -> TokenStream {
    if code.form == Form::Absent { quote!(Value::None) } else { code.whole().clone() }
}
