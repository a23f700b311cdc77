//! From annotated Python files to checked call edges.
//!
//! Every file directly in `tests/calls` is a project of its own, and so is every directory there. Behind each line that calls
//! something stands `# calls: TARGET, TARGET`: what it reaches, by dotted names, those of the project below its module. A
//! line without such a comment reaches nothing. What lies in a directory `stubs` of a project describes its libraries; others
//! know of none.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aud_rules_runtime::dataflow::alone::{examine_alone, graph_of_stub};
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::project::Project;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::project::values::{Graphs, Target, Values};
use aud_rules_runtime::segment::graph::FileGraph;
use aud_rules_runtime::value::Constants;

/// The graphs of a project, all at hand.
struct AtHand(Vec<Arc<FileGraph>>);

impl Graphs for AtHand {
    fn graph(&self, module: ModuleId) -> Option<Arc<FileGraph>> {
        self.0.get(module.0 as usize).cloned()
    }
}

/// What the stubs of a project describe.
fn libraries_of(root: &Path) -> Libraries {
    let entries = fs::read_dir(root.join("stubs")).into_iter().flatten().map(|entry| entry.unwrap());
    let stubs =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()));
    Libraries::new(stubs, Box::new(graph_of_stub))
}

/// The Python files of a project, below its root.
fn files_below(root: &Path) -> Vec<PathBuf> {
    if root.is_file() {
        return vec![root.to_owned()];
    }
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|suffix| suffix == "py") {
            files.extend(files_below(&entry));
        }
    }
    files
}

/// `file:line` with what is called there, as the comments say and as the analysis has it; only lines that differ.
fn differences(root: &Path) -> Vec<String> {
    let files = files_below(root);
    let base = if root.is_file() { root.parent().unwrap() } else { root };
    let paths: Vec<String> =
        files.iter().map(|file| file.strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/")).collect();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let map = ModuleMap::new(paths.clone());
    let (mut interfaces, mut graphs) = (Vec::new(), Vec::new());
    for (module, text) in map.ids().zip(&texts) {
        let (interface, graph) = examine_alone(&map, module, text);
        interfaces.push(interface);
        graphs.push(Arc::new(graph));
    }
    let graphs = AtHand(graphs);
    let project = Project::new(&map, interfaces, &Constants::NONE);
    let libraries = libraries_of(root);
    let mut values = Values::of(&graphs, &libraries, &project, &map);
    let mut found = Vec::new();
    for module in map.ids() {
        let actual = edges(&mut values, &graphs, module, map.len() == 1);
        for (at, line) in texts[module.0 as usize].lines().enumerate() {
            let mut expected: Vec<String> = line
                .split_once("# calls: ")
                .map(|(_, names)| names.split(", ").map(|name| name.trim().to_owned()).collect())
                .unwrap_or_default();
            expected.sort();
            expected.dedup();
            let actual = actual.get(&(at as u32 + 1)).cloned().unwrap_or_default();
            if expected != actual {
                found.push(format!("{}:{}: {line}\n    calls {}", map.path(module), at + 1, actual.join(", ")));
            }
        }
    }
    found
}

fn edges(values: &mut Values<'_>, graphs: &AtHand, module: ModuleId, is_alone: bool) -> BTreeMap<u32, Vec<String>> {
    let calls = values.calls(module);
    let mut edges: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for call in calls.iter() {
        let body = &graphs.0[module.0 as usize].bodies[call.place.body.0 as usize];
        let line = body.values[call.place.value.0 as usize].range.start.line;
        let name = match &call.target {
            Target::Project { module, body } => {
                let dotted = values.dotted(*module, *body);
                if is_alone { dotted.split_once('.').map_or("", |(_, rest)| rest).to_owned() } else { dotted }
            }
            Target::Library(name) => name.to_string(),
        };
        edges.entry(line).or_default().push(name);
    }
    for names in edges.values_mut() {
        names.sort();
        names.dedup();
    }
    edges
}

#[test]
fn calls_reach_what_their_comments_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calls");
    let mut projects: Vec<PathBuf> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    projects.sort();
    assert!(!projects.is_empty());
    let found: Vec<String> = projects.iter().flat_map(|project| differences(project)).collect();
    assert!(found.is_empty(), "{} lines differ:\n{}", found.len(), found.join("\n"));
}
