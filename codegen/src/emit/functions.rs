//! Predicates and defines as functions, and conditions that are the same for a whole file.
//!
//! A function is written for the types of its arguments as they come: for an argument that may be undecided there is one
//! more of it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::code::{Code, Form};
use super::doc;
use super::exprs::Exprs;
use aud_rules_plan::{FactId, FunctionId, Plan, VarId};

/// A function for arguments of these forms; `true` where the argument is surely there.
type Instance = (FunctionId, Vec<(Form, bool)>);

/// What was written.
#[derive(Clone, Debug)]
struct Written {
    name: Ident,
    form: Form,
    is_sure: bool,
}

/// The functions so far. One is written when it is first called.
pub(super) struct Functions<'p> {
    plan: &'p Plan,
    instances: RefCell<BTreeMap<Instance, Written>>,
    facts: RefCell<BTreeMap<FactId, Written>>,
    text: RefCell<TokenStream>,
}

impl<'p> Functions<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Functions { plan, instances: RefCell::default(), facts: RefCell::default(), text: RefCell::default() }
    }

    /// A call of the function with these arguments.
    pub(super) fn call(&self, id: FunctionId, args: &[Code]) -> Code {
        let forms = args.iter().map(|arg| (held(arg.form), arg.is_sure)).collect();
        let written = self.instance((id, forms));
        let (name, args) = (&written.name, args.iter().map(super::exprs::bound));
        called(&written, quote!(#name(run #(, #args)*)))
    }

    fn instance(&self, instance: Instance) -> Written {
        if let Some(known) = self.instances.borrow().get(&instance) {
            return known.clone();
        }
        let function = &self.plan.functions[instance.0.0 as usize];
        let n_before = self.instances.borrow().keys().filter(|(id, _)| *id == instance.0).count();
        let name = match n_before {
            0 => format_ident!("{}_{}", function.name, instance.0.0),
            n => format_ident!("{}_{}_{n}", function.name, instance.0.0),
        };
        let exprs = Exprs::new(self.plan, self, &function.vars);
        let params: Vec<TokenStream> = (0..)
            .zip(&instance.1)
            .map(|(var, &(form, is_sure))| {
                let (name, ty) = (exprs.bind(VarId(var), form, is_sure), form.rust(is_sure));
                quote!(#name: #ty)
            })
            .collect();
        let body = exprs.expr(&function.body);
        let written = Written { name: name.clone(), form: held(body.form), is_sure: body.is_sure };
        let place = doc(&format!("`{}`.", function.name));
        let (result, body) = (written.form.rust(body.is_sure), super::exprs::bound(&body));
        self.text.borrow_mut().extend(quote! {
            #place
            fn #name<'t>(run: &Run<'_, 't>, #(#params),*) -> #result {
                #body
            }
        });
        self.instances.borrow_mut().insert(instance, written.clone());
        written
    }

    /// A value that is the same for a whole file: computed when it is first asked for.
    pub(super) fn fact(&self, id: FactId) -> Code {
        let known = self.facts.borrow().get(&id).cloned();
        let written = known.unwrap_or_else(|| self.write_fact(id));
        let name = &written.name;
        called(&written, quote!(#name(run)))
    }

    fn write_fact(&self, id: FactId) -> Written {
        let fact = &self.plan.facts[id.0 as usize];
        let name = format_ident!("{}_in_file_{}", fact.name, id.0);
        let body = Exprs::new(self.plan, self, &fact.vars).expr(&fact.body);
        // What is remembered is a value; conditions, which most are, are taken out of it again.
        let form = if body.form == Form::Bool && body.is_sure { Form::Bool } else { body.form.with(Form::Plain) };
        let written = Written { name: name.clone(), form, is_sure: form == Form::Bool };
        let place = doc(&format!("`{}`, the same for the whole file.", fact.name));
        let (at, value) = (Literal::u32_unsuffixed(id.0), body.value());
        let asked = quote!(run.fact(FactId(#at), || #value));
        let (result, asked) = match form {
            Form::Bool => (quote!(bool), quote!(ops::is_true(#asked))),
            _ => (quote!(Value<'t>), asked),
        };
        self.text.borrow_mut().extend(quote! {
            #place
            fn #name<'t>(run: &Run<'_, 't>) -> #result {
                #asked
            }
        });
        self.facts.borrow_mut().insert(id, written.clone());
        written
    }

    /// All that was written.
    pub(super) fn into_text(self) -> TokenStream {
        self.text.into_inner()
    }
}

/// The literal `none` is handed over as a value.
fn held(form: Form) -> Form {
    if form == Form::Absent { Form::Plain } else { form }
}

fn called(written: &Written, call: TokenStream) -> Code {
    if written.is_sure { Code::sure(written.form, call) } else { Code::optional(written.form, call) }
}
