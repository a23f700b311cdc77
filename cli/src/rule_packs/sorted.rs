//! Rule files, sorted by what they are to the catalogue: the same, an edited copy, or something of their own.

use std::collections::{BTreeMap, BTreeSet};

use aud_rules_catalogue::RULE_FILES;
use aud_rules_codegen::ast::Item;
use aud_rules_codegen::check::dependents::with_dependents;
use aud_rules_codegen::diag::Diagnostics;
use aud_rules_codegen::source::{FileId, SourceFile, SourceMap};
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_runtime::rules::matcher::Matcher;

use super::CATALOGUE;

/// The files of a source map, sorted.
#[derive(Debug, Default)]
pub(super) struct Sorted<'s> {
    /// Files of the catalogue, byte for byte: their paths there.
    pub(super) known: BTreeSet<&'static str>,
    /// Files that stand for one of the catalogue, by its path.
    pub(super) edited: BTreeMap<&'static str, &'s SourceFile>,
    /// All others.
    pub(super) own: Vec<&'s SourceFile>,
}

impl<'s> Sorted<'s> {
    /// Sorts the files. One that the catalogue holds counts as edited when it names a set, predicate or table of another one
    /// that the catalogue does not hold.
    pub(super) fn of(sources: &'s SourceMap) -> Self {
        let mut sorted = Sorted::default();
        let known: BTreeMap<FileId, &'static str> =
            sources.ids().filter_map(|id| Some((id, known_path(sources.file(id))?))).collect();
        let changed = sources.ids().filter(|id| !known.contains_key(id)).collect();
        let dependents = with_dependents(sources, &changed);
        for id in sources.ids() {
            let file = sources.file(id);
            match known.get(&id) {
                Some(path) if !dependents.contains(&id) => {
                    sorted.known.insert(path);
                }
                Some(path) => {
                    sorted.edited.insert(path, file);
                }
                None => match original(id, sources).filter(|path| !sorted.edited.contains_key(path)) {
                    Some(path) => {
                        sorted.edited.insert(path, file);
                    }
                    None => sorted.own.push(file),
                },
            }
        }
        sorted
    }

    /// All files are of the catalogue.
    pub(super) fn is_known(&self) -> bool {
        self.edited.is_empty() && self.own.is_empty()
    }

    /// Names of the rules of the files that the catalogue holds.
    pub(super) fn rules_of_known_files(&self) -> impl Iterator<Item = &'static str> {
        CATALOGUE.rules().iter().filter(|rule| self.known.contains(&*rule.at.file)).map(|rule| &*rule.name)
    }
}

/// The path under which the catalogue holds the very same text.
fn known_path(file: &SourceFile) -> Option<&'static str> {
    let sha256 = file.sha256();
    CATALOGUE.declared().files.iter().find(|file| file.sha256 == sha256).map(|file| &*file.path)
}

/// The catalogue's file of which this is an edited copy: its path ends in the same way, and it declares a rule, table, set
/// or predicate of the same name.
fn original(id: FileId, sources: &SourceMap) -> Option<&'static str> {
    let file = sources.file(id);
    let (path, text) = RULE_FILES.iter().find(|(path, _)| {
        file.path.strip_suffix(path).is_some_and(|before| before.is_empty() || before.ends_with('/'))
    })?;
    let mut catalogue = SourceMap::default();
    let original = catalogue.add(*path, *text);
    names(id, sources).iter().any(|name| names(original, &catalogue).contains(name)).then_some(path)
}

fn names(file: FileId, sources: &SourceMap) -> BTreeSet<String> {
    let name = |item: Item| item.name().node.clone();
    parse(file, sources, &mut Diagnostics::default()).items.into_iter().map(name).collect()
}
