//! From the files of a project to the packages that count as named in it.
//!
//! A segment holds what its file gives where these packages are named. What a file names besides makes every segment of the run
//! before useless; what no file names any more changes no row, so that nothing is examined again for it.

use super::before::Before;
use super::changes::{Change, Changes};
use super::{IndexError, Indexer, ordered};
use crate::input::discover::Discovery;
use crate::input::text::read_source;
use crate::modules::ModuleMap;
use crate::project::mentions::{Mentions, Packages, Possible};

/// The packages that count as named.
pub(super) struct Named {
    /// Their names, sorted; none when all do.
    pub(super) packages: Option<Vec<String>>,
    /// What that makes possible.
    pub(super) possible: Possible,
}

impl Named {
    const ALL: Named = Named { packages: None, possible: Possible::ALL };

    /// Those that counted as named in the run before, and those that changed files name. A file that is read for it and has the
    /// bytes of before is marked as the same.
    pub(super) fn in_project(
        indexer: &Indexer<'_>,
        discovery: &Discovery,
        before: &Before,
        changes: &mut Changes,
        modules: &ModuleMap,
    ) -> Result<Named, IndexError> {
        let constants = indexer.matcher.constants();
        let packages = Packages::of(&constants, indexer.libraries);
        if packages.is_none() && before.run.is_none() {
            return Ok(Named::ALL);
        }
        let named = read(indexer, discovery, before, changes, packages.as_ref())?;
        let Some(packages) = packages else { return Ok(Named::ALL) };
        let known = before.run.as_ref().and_then(|run| run.mentions.as_ref());
        let mut mentions = packages.named(known.into_iter().flatten().map(String::as_str));
        mentions.add(&packages.at_hand(modules));
        named.iter().for_each(|named| mentions.add(named));
        let mentions = packages.closed(mentions);
        let possible = Possible::of(&constants, &packages, &mentions);
        Ok(Named { packages: Some(packages.names_of(&mentions).map(str::to_owned).collect()), possible })
    }
}

/// Reads the files that may have changed; what those name that did. The others are marked.
fn read(
    indexer: &Indexer<'_>,
    discovery: &Discovery,
    before: &Before,
    changes: &mut Changes,
    packages: Option<&Packages<'_>>,
) -> Result<Option<Mentions>, IndexError> {
    let tasks: Vec<usize> = (0..discovery.files.len()).filter(|&at| changes.files[at].0 != Change::Keep).collect();
    let mut mentions = packages.map(Packages::none);
    let limits = &indexer.limits;
    ordered::in_order(
        tasks.len(),
        indexer.jobs,
        || (),
        |(), task| {
            let file = &discovery.files[tasks[task]];
            let source = read_source(&file.real, &file.path, limits);
            let known = before.files.get(&file.path);
            if source.sha256.is_some() && known.is_some_and(|known| known.sha256 == source.sha256) {
                return None;
            }
            Some(packages.zip(source.text).map(|(packages, text)| packages.in_text(&text)))
        },
        |task, found| {
            match (found, &mut mentions) {
                (None, _) => changes.files[tasks[task]].0 = Change::Same,
                (Some(Some(named)), Some(mentions)) => mentions.add(&named),
                (Some(_), _) => {}
            }
            Ok::<(), IndexError>(())
        },
    )?;
    Ok(mentions)
}
