//! `aud-rules index --watch`: from changes of files to an index that is current again.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};

use crate::exit::Failure;

/// Changes that follow one another within this time are one: an editor writes a file in several steps, and a switch of
/// branches thousands of files.
const QUIET_FOR: Duration = Duration::from_millis(200);

/// Runs `index` each time that something below `paths` has changed and is quiet again. Ends only by an error or with the
/// process. What goes wrong in one run is said, and the next change is waited for: a file may be half-written just then.
pub(super) fn watch(
    paths: &[PathBuf],
    database: &Path,
    mut index: impl FnMut() -> Result<(), Failure>,
) -> Result<Infallible, Failure> {
    let (tell, told) = mpsc::channel::<DebounceEventResult>();
    let mut debouncer = new_debouncer(QUIET_FOR, tell)
        .map_err(|error| Failure::broken(format!("files can not be watched: {error}")))?;
    for path in paths {
        let watched = debouncer.watcher().watch(path, RecursiveMode::Recursive);
        watched.map_err(|error| Failure::broken(format!("`{}` can not be watched: {error}", path.display())))?;
    }
    let own_folder = database.parent().and_then(|folder| folder.canonicalize().ok());
    loop {
        let events = match told.recv() {
            Ok(Ok(events)) => events,
            Ok(Err(error)) => {
                eprintln!("aud-rules: some changes may have been missed: {error}");
                Vec::new()
            }
            Err(mpsc::RecvError) => return Err(Failure::broken("nobody watches the files any more".to_owned())),
        };
        let is_own = |path: &Path| own_folder.as_deref().is_some_and(|own| is_below(path, own, database));
        if !events.is_empty() && events.iter().all(|event| is_own(&event.path)) {
            continue;
        }
        if let Err(failure) = index() {
            eprintln!("{failure}");
        }
    }
}

/// The path is the database or one of the files beside it that this program writes.
fn is_below(path: &Path, folder: &Path, database: &Path) -> bool {
    let stem = database.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.parent().is_some_and(|parent| parent.canonicalize().is_ok_and(|parent| parent == folder))
        && name.trim_start_matches('.').starts_with(&stem)
}
