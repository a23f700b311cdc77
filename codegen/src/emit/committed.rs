//! The files that are generated and committed, because people review them: what each must hold, and whether it does.

use std::path::Path;
use std::{fs, io};

use similar::TextDiff;

use crate::compile::compile;
use crate::diag::Color;
use crate::reference::{tables_md, vocabulary_md};
use crate::source::rule_files::RuleFiles;
use crate::vocab::Vocabulary;
use crate::vocab::node_types::kinds_source;
use aud_rules_plan::Plan;
use aud_rules_plan::schema::schema_sql;

/// What one command of `cargo xtask` writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The table reference and the vocabulary.
    Docs,
    /// The SQL schema.
    Schema,
    /// The kinds and fields of the grammar.
    Kinds,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 3] = [Part::Docs, Part::Schema, Part::Kinds];

    /// Its word on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Part::Docs => "docs",
            Part::Schema => "schema",
            Part::Kinds => "grammar",
        }
    }
}

/// A generated file as it should be.
#[derive(Clone, Debug)]
pub struct Committed {
    /// Its path below the workspace.
    pub path: &'static str,
    /// Its text.
    pub text: String,
    /// Which command writes it.
    pub part: Part,
}

impl Committed {
    /// The difference between the file and what it should hold, with the command that mends it; none when it is fresh.
    pub fn stale(&self, root: &Path) -> io::Result<Option<String>> {
        let found = match fs::read_to_string(root.join(self.path)) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        if found == self.text {
            return Ok(None);
        }
        let diff = TextDiff::from_lines(&found, &self.text);
        let diff = diff.unified_diff().header(self.path, "as generated").to_string();
        Ok(Some(format!("{diff}\n{} is stale; run: cargo xtask {}\n", self.path, self.part.name())))
    }

    /// Writes the file unless it is fresh; says whether it did.
    pub fn write(&self, root: &Path) -> io::Result<bool> {
        let is_stale = self.stale(root)?.is_some();
        if is_stale {
            fs::write(root.join(self.path), &self.text)?;
        }
        Ok(is_stale)
    }
}

/// The files of these parts, made from the workspace at `root`; or the rendered errors of its rule files.
pub fn committed(root: &Path, parts: &[Part]) -> Result<Vec<Committed>, String> {
    let mut files = Vec::new();
    let mut plan = None;
    for &part in parts {
        let mut add = |path, text| files.push(Committed { path, text, part });
        match part {
            Part::Docs => {
                add("rules/README.md", tables_md(plan_of(root, &mut plan)?));
                add("codegen/docs/vocabulary.md", vocabulary_md(Vocabulary::python()));
            }
            Part::Schema => add("rules/schema.sql", schema_sql(&plan_of(root, &mut plan)?.declared())),
            Part::Kinds => add("codegen/plan/src/kinds.rs", kinds_source()),
        }
    }
    Ok(files)
}

/// The plan of the catalogue, compiled when it is first asked for.
fn plan_of<'p>(root: &Path, plan: &'p mut Option<Plan>) -> Result<&'p Plan, String> {
    if plan.is_none() {
        let files = RuleFiles::read(&root.join("rules")).map_err(|error| error.to_string())?;
        let compiled = compile(&files.sources).map_err(|found| found.render(&files.sources, Color::Never))?;
        *plan = Some(compiled.plan);
    }
    plan.as_ref().ok_or_else(|| "no plan".to_owned())
}
