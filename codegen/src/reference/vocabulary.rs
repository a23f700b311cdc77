//! The vocabulary as `codegen/docs/vocabulary.md`: every class with its kinds and properties, and every function.

use super::cell;
use crate::vocab::{Class, Function, Property, Ty, Type, Vocabulary};
use aud_rules_plan::Stage;

/// The whole page.
pub fn vocabulary_md(vocabulary: &Vocabulary) -> String {
    let mut page = String::from(
        "# Words of the rule language\n\n\
         Written by `cargo xtask docs` from `python.vocab`; not to be edited. A class also has the properties of the class\n\
         it belongs to; a property of a subclass may be read through the class and is then absent for the others. `?` marks\n\
         what may be absent. The stage says when a value is known: at its node (no word), or at the end of the `scope`, the\n\
         `file` or the `project`.\n\n# Classes\n",
    );
    for class in vocabulary.classes.values() {
        page += &class_section(vocabulary, class);
    }
    page += "\n# Functions\n\nEach is absent when an argument is absent.\n\n";
    page += "| function | gives | meaning |\n| --- | --- | --- |\n";
    page + &vocabulary.functions.values().map(function_row).collect::<String>()
}

fn class_section(vocabulary: &Vocabulary, class: &Class) -> String {
    let mut text = format!("\n## {}\n\n{}\n", class.name, class.doc.trim());
    if let Some(superclass) = &class.superclass {
        text += &format!("\nBelongs to [`{superclass}`](#{superclass}).");
    }
    let subclasses: Vec<String> = vocabulary
        .classes
        .values()
        .filter(|c| c.superclass.as_deref() == Some(&class.name))
        .map(|c| format!("[`{0}`](#{0})", c.name))
        .collect();
    if !subclasses.is_empty() {
        text += &format!("\nHas the classes {}.", subclasses.join(", "));
    }
    if !class.kinds.is_empty() {
        let kinds: Vec<String> = class.kinds.iter().map(|kind| format!("`{kind}`")).collect();
        text += &format!("\nSyntax kinds: {}.", kinds.join(", "));
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    if !class.properties.is_empty() {
        text += "\n| property | gives | stage | meaning |\n| --- | --- | --- | --- |\n";
        text += &class.properties.values().map(property_row).collect::<String>();
    }
    text
}

fn property_row(property: &Property) -> String {
    let params = match property.params.is_empty() {
        true => String::new(),
        false => signature(&property.params),
    };
    let stage = if property.stage == Stage::Walk { "" } else { property.stage.name() };
    let Property { name, ty, doc, .. } = property;
    format!("| `{name}{params}` | {} | {stage} | {} |\n", ty_words(ty), cell(doc))
}

fn function_row(function: &Function) -> String {
    let Function { name, params, ty, doc } = function;
    format!("| `{name}{}` | {} | {} |\n", signature(params), ty_words(ty), cell(doc))
}

fn signature(params: &[(String, Type)]) -> String {
    let params: Vec<String> = params.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    format!("({})", params.join(", "))
}

fn ty_words(ty: &Ty) -> String {
    format!("{}{}", ty.ty, if ty.is_optional { "?" } else { "" })
}
