//! The rooms of both crates stand in an order: no floor of the runtime takes from one below it in the list of its
//! `lib.rs`, and no rooms of the compiler need each other in a circle. Tests may take from everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What of the runtime still takes from a floor below it: the file, and the module that it names. The list only shrinks:
/// an entry that is not needed any more is an error, too.
const STILL_AGAINST_THE_ORDER: &[(&str, &str)] = &[
    ("resolve/file.rs", "value"),
    ("resolve/fold.rs", "value"),
    ("resolve/hierarchy.rs", "value"),
    ("syntax/pass.rs", "scope"),
    ("syntax/tree.rs", "scope"),
    ("value/question.rs", "segment"),
];

/// A file below `src` and the modules at the crate's root that it names, each with the line.
struct Uses {
    /// Its path below `src`.
    file: String,
    /// The module at the crate's root that it belongs to.
    room: String,
    named: Vec<(String, usize)>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The public modules of a crate, in the order of its `lib.rs`.
fn rooms(src: &Path) -> Vec<String> {
    let text = fs::read_to_string(src.join("lib.rs")).unwrap();
    let rooms = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    rooms.map(str::to_owned).collect()
}

fn uses(src: &Path) -> Vec<Uses> {
    let mut all = Vec::new();
    let mut folders = vec![src.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let below = path.strip_prefix(src).unwrap().to_str().unwrap().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if below.ends_with(".rs") && !below.ends_with("tests.rs") && !below.starts_with("bin/") {
                let room = below.split(['/', '.']).next().unwrap().to_owned();
                let named = named(&fs::read_to_string(&path).unwrap());
                all.push(Uses { file: below, room, named });
            }
        }
    }
    all.sort_by(|one, other| one.file.cmp(&other.file));
    assert!(all.len() > 10, "{} has hardly a file", src.display());
    all
}

/// The modules behind `crate::`, outside of comments and of the unit tests at the end of the file.
fn named(text: &str) -> Vec<(String, usize)> {
    let mut named = Vec::new();
    let lines = text.lines().take_while(|line| *line != "#[cfg(test)]");
    for (index, line) in lines.enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        for rest in line.split("crate::").skip(1) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            named.push((rest[..end].to_owned(), index + 1));
        }
    }
    named
}

#[test]
fn floors_of_the_runtime_take_from_those_above() {
    let src = root().join("runtime/src");
    let floors = rooms(&src);
    let floor = |name: &str| floors.iter().position(|floor| floor == name);
    let mut known: BTreeSet<(&str, &str)> = STILL_AGAINST_THE_ORDER.iter().copied().collect();
    assert_eq!(known.len(), STILL_AGAINST_THE_ORDER.len(), "an entry stands twice in the list");
    let mut faults = Vec::new();
    let all = uses(&src);
    for Uses { file, room, named } in all.iter().filter(|uses| floor(&uses.room).is_some()) {
        let below = named.iter().filter(|(other, _)| floor(other) > floor(room));
        let mut seen = BTreeSet::new();
        for (other, line) in below.filter(|(other, _)| seen.insert(other.clone())) {
            let is_known = STILL_AGAINST_THE_ORDER.contains(&(file.as_str(), other.as_str()));
            known.remove(&(file.as_str(), other.as_str()));
            if !is_known {
                faults.push(format!("runtime/src/{file}:{line}: `{room}` takes from `{other}`, which is below it"));
            }
        }
    }
    faults.extend(
        known.iter().map(|(file, other)| format!("{file} takes nothing from `{other}` any more: strike it out")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rooms_of_the_compiler_need_each_other_in_no_circle() {
    let src = root().join("codegen/src");
    let mut needs: BTreeMap<String, BTreeSet<String>> =
        rooms(&src).into_iter().map(|room| (room, BTreeSet::new())).collect();
    for Uses { room, named, .. } in uses(&src) {
        let Some(needed) = needs.get_mut(&room) else { continue };
        // The tree has a name of its own at the root.
        let others = named.into_iter().map(|(other, _)| if other == "ast" { "syntax".to_owned() } else { other });
        needed.extend(others.filter(|other| *other != room));
    }
    let known: BTreeSet<String> = needs.keys().cloned().collect();
    needs.values_mut().for_each(|others| others.retain(|other| known.contains(other)));
    // Rooms that need nothing go first, then those that need only these, and so on.
    loop {
        let free: BTreeSet<String> =
            needs.iter().filter(|(_, others)| others.is_empty()).map(|(room, _)| room.clone()).collect();
        if free.is_empty() {
            break;
        }
        needs.retain(|room, _| !free.contains(room));
        needs.values_mut().for_each(|others| others.retain(|other| !free.contains(other)));
    }
    assert!(needs.is_empty(), "these rooms need each other: {needs:#?}");
}
