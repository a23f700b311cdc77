//! The whole way from rule files to a plan, on one screen.

use crate::ast;
use crate::check::library::{Taken, take_of_library};
use crate::check::meaning::Meanings;
use crate::check::model::Model;
use crate::check::{check_noting, check_views};
use crate::diag::{Diagnostics, Severity};
use crate::passes::fuse::fuse;
use crate::passes::lower::lower;
use crate::passes::order::order;
use crate::passes::outline::outline;
use crate::passes::share::share;
use crate::source::{FileId, SourceMap};
use crate::syntax::parse::parse;
use crate::vocab::Vocabulary;
use aud_rules_plan::Plan;
use aud_rules_plan::schema::SYSTEM_SCHEMA;

/// Rule files without errors.
#[derive(Debug)]
pub struct Compiled {
    /// What they declare; examples are found here.
    pub model: Model,
    /// What both engines run.
    pub plan: Plan,
    /// Warnings, perhaps none.
    pub warnings: Diagnostics,
}

/// Rule files that were parsed and checked, with errors or without.
#[derive(Debug)]
pub struct Analysis {
    /// The items of each file that could be parsed.
    pub files: Vec<(FileId, ast::File)>,
    /// What they declare; whole only when there are no errors.
    pub model: Model,
    /// What each word means.
    pub words: Meanings,
    /// Errors and warnings.
    pub diagnostics: Diagnostics,
}

/// Parses and checks rule files and notes what each word means, for editors.
pub fn analyze(sources: &SourceMap) -> Analysis {
    front_end(sources, Meanings::kept())
}

fn front_end(sources: &SourceMap, mut words: Meanings) -> Analysis {
    let mut diagnostics = Diagnostics::default();
    let mut files: Vec<_> = sources.ids().map(|id| (id, parse(id, sources, &mut diagnostics))).collect();
    let taken = if words.is_kept() { Taken::AllThatCanBeNamed } else { Taken::WhatIsNamed };
    take_of_library(&mut files, sources, taken);
    let mut model = check_noting(&files, sources, Vocabulary::python(), &mut diagnostics, &mut words);
    check_views(&mut model, SYSTEM_SCHEMA, sources, &mut diagnostics).expect("SQLite takes the schema of the runtime");
    diagnostics.retain(|found| found.severity == Severity::Error || !sources.file(found.primary.span.file).is_library);
    Analysis { files, model, words, diagnostics }
}

/// Compiles rule files; on an error, gives all findings of all files.
pub fn compile(sources: &SourceMap) -> Result<Compiled, Diagnostics> {
    let Analysis { model, diagnostics, .. } = front_end(sources, Meanings::unkept());
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    let mut plan = lower(&model, sources);
    order(&mut plan);
    outline(&mut plan);
    share(&mut plan);
    fuse(&mut plan);
    Ok(Compiled { model, plan, warnings: diagnostics })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::diag::Color;

    /// What every rule needs and these tests do not look at.
    pub(crate) const EXAMPLES: &str =
        "example \"\"\"x()\"\"\" emits { line: 1 }\nexample \"\"\"x\"\"\" emits nothing\n";

    /// The plan of some rule files, which have no errors.
    pub(crate) fn plan_of(files: &[(&str, &str)]) -> Plan {
        let mut sources = SourceMap::default();
        for (path, text) in files {
            sources.add(*path, *text);
        }
        match compile(&sources) {
            Ok(compiled) => compiled.plan,
            Err(found) => panic!("{}", found.render(&sources, Color::Never)),
        }
    }

    /// The plan of one rule `r` with that body; its table has the one column `value: json?`. There is a predicate
    /// `is_own`.
    pub(crate) fn plan_of_rule(body: &str) -> Plan {
        let text = format!(
            "/// Things.\ntable things {{\n    value: json? /// Any value.\n}}\n\n\
             /// Its object is `self`.\npredicate is_own(e: expr) {{ e.object.name == \"self\" }}\n\n\
             /// Finds things.\nrule r -> things {{\n{body}\n{EXAMPLES}}}\n"
        );
        plan_of(&[("things.rules", &text)])
    }

    #[test]
    fn all_findings_of_all_files_come_at_once() {
        let mut sources = SourceMap::default();
        sources.add("a.rules", "rule x -> nowhere { match c: cal emit { a: 1 } }");
        sources.add("b.rules", "table t {");
        let found = compile(&sources).unwrap_err().render(&sources, Color::Never);
        assert!(found.contains("a.rules:1") && found.contains("b.rules:1"), "{found}");
    }
}
