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
use crate::project::mentions::{Packages, Possible};

/// The packages that count as named.
pub(super) struct Named {
    /// Their names, sorted; none when all do.
    pub(super) packages: Option<Vec<String>>,
    /// What that makes possible.
    pub(super) possible: Possible,
}

impl Named {
    const ALL: Named = Named { packages: None, possible: Possible::ALL };

    /// Those that counted as named in the run before, and those that changed files name.
    pub(super) fn in_project(
        indexer: &Indexer<'_>,
        discovery: &Discovery,
        before: &Before,
        changes: &Changes,
        modules: &ModuleMap,
    ) -> Result<Named, IndexError> {
        let (constants, limits) = (indexer.matcher.constants(), &indexer.limits);
        let Some(packages) = Packages::of(&constants, indexer.libraries) else { return Ok(Named::ALL) };
        let known = before.run.as_ref().and_then(|run| run.mentions.as_ref());
        let mut mentions = packages.named(known.into_iter().flatten().map(String::as_str));
        mentions.add(&packages.at_hand(modules));
        let tasks: Vec<usize> = (0..discovery.files.len()).filter(|&at| changes.files[at].0 != Change::Keep).collect();
        ordered::in_order(
            tasks.len(),
            indexer.jobs,
            || (),
            |(), task| {
                let file = &discovery.files[tasks[task]];
                let source = read_source(&file.real, &file.path, limits);
                source.text.map_or_else(|| packages.none(), |text| packages.in_text(&text))
            },
            |_, found| {
                mentions.add(&found);
                Ok::<(), IndexError>(())
            },
        )?;
        let mentions = packages.closed(mentions);
        let possible = Possible::of(&constants, &packages, &mentions);
        Ok(Named { packages: Some(packages.names_of(&mentions).map(str::to_owned).collect()), possible })
    }
}
