//! From folders on disk and texts that are open in the editor to the sets of rule files that are checked together.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aud_rules_codegen::check::synonyms::look_for_synonyms;
use aud_rules_codegen::compile::{Analysis, analyze};
use aud_rules_codegen::editor::Checked;
use aud_rules_codegen::source::MAX_FILE_BYTES;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_codegen::source::{FileId, SourceMap};
use gen_lsp_types::Uri;

use super::uris::{path_of, uri_of};
use crate::libraries::names_of_libraries;
use crate::rule_packs::add_library;

/// What the editor has open, and the folders around it.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    folders: BTreeMap<PathBuf, Folder>,
    open: BTreeMap<String, Document>,
    /// What was found in packs that did not change since.
    checked: BTreeMap<PackId, Pack>,
}

/// The rule files of a folder, as they are on disk.
type Folder = BTreeMap<PathBuf, OnDisk>;

/// A rule file on disk.
#[derive(Clone, Debug)]
enum OnDisk {
    Text(String),
    /// It can not be a rule file, for this reason.
    Unusable(String),
}

/// A text that is open in the editor.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// The number that the editor gave to this state of the text.
    pub(super) version: i32,
    /// The text, which may differ from the file.
    pub(super) text: String,
}

/// Which rule files belong together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum PackId {
    /// Those of a folder.
    Folder(PathBuf),
    /// A text that lies in no folder of the editor.
    Alone(String),
}

/// The texts of rule files that are checked together.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The texts, and behind them what they may name of the catalogue.
    pub(super) sources: SourceMap,
    /// The address of each, and the number of its state when it is open; in the order of the texts.
    pub(super) files: Vec<(Uri, Option<i32>)>,
    /// Files that can not be rule files, and why.
    pub(super) unusable: Vec<(Uri, String)>,
}

/// Rule files that are checked together, and what was found.
#[derive(Debug)]
pub(super) struct Pack {
    /// Their texts.
    pub(super) texts: Texts,
    /// What was found.
    pub(super) analysis: Analysis,
}

impl Texts {
    /// The file of that address, however it is written.
    fn find(&self, uri: &Uri) -> Option<FileId> {
        let path = path_of(uri);
        let is_file = |known: &Uri| known == uri || (path.is_some() && path_of(known) == path);
        let index = self.files.iter().position(|(known, _)| is_file(known))?;
        Some(FileId(index as u32))
    }
}

impl Pack {
    /// The texts with what was found.
    pub(super) fn checked(&self) -> Checked<'_> {
        Checked { sources: &self.texts.sources, analysis: &self.analysis }
    }
}

impl Workspace {
    /// Adds a folder and reads its rule files.
    pub(super) fn add_folder(&mut self, uri: &Uri) {
        let Some(path) = path_of(uri) else { return };
        let files = RuleFiles::find(&path).unwrap_or_else(|error| {
            eprintln!("the folder can not be read: {error}");
            Vec::new()
        });
        let folder = files.into_iter().filter_map(|file| Some((file.clone(), read(&file)?))).collect();
        self.folders.insert(path, folder);
        self.checked.clear();
    }

    /// Forgets a folder.
    pub(super) fn remove_folder(&mut self, uri: &Uri) {
        if let Some(path) = path_of(uri) {
            self.folders.remove(&path);
            self.checked.clear();
        }
    }

    /// The innermost folder of the editor that a file lies in.
    pub(super) fn folder_around(&self, uri: &Uri) -> Option<PathBuf> {
        let path = path_of(uri)?;
        let around = self.folders.keys().filter(|root| path.starts_with(root));
        around.max_by_key(|root| root.components().count()).cloned()
    }

    /// Takes the text of a document from the editor.
    pub(super) fn open(&mut self, uri: &Uri, document: Document) {
        self.open.insert(uri.0.clone(), document);
        self.forget(uri);
    }

    /// A document that is open.
    pub(super) fn document(&self, uri: &Uri) -> Option<&Document> {
        self.open.get(&uri.0)
    }

    /// From now on the file on disk counts.
    pub(super) fn close(&mut self, uri: &Uri) {
        self.open.remove(&uri.0);
        self.reread(uri);
    }

    /// Reads a file again that may have been written, made or deleted; or forgets a deleted folder.
    pub(super) fn reread(&mut self, uri: &Uri) {
        self.forget(uri);
        let Some(path) = path_of(uri) else { return };
        for (root, folder) in &mut self.folders {
            let Ok(below) = path.strip_prefix(root) else { continue };
            match read(&path).filter(|_| RuleFiles::is_rule_file(below)) {
                Some(text) => {
                    folder.insert(path.clone(), text);
                }
                None if !path.is_dir() => folder.retain(|file, _| !file.starts_with(&path)),
                None => {}
            }
        }
    }

    /// What was found in the pack of that file is out of date.
    fn forget(&mut self, uri: &Uri) {
        self.checked.remove(&self.pack_id(uri));
        self.checked.remove(&PackId::Alone(uri.0.clone()));
    }

    /// The pack that a file belongs to: that of the innermost folder around it.
    fn pack_id(&self, uri: &Uri) -> PackId {
        let path = path_of(uri);
        let holds = |root: &&PathBuf| {
            let below = path.as_ref().and_then(|path| path.strip_prefix(root).ok());
            below.is_some_and(RuleFiles::is_rule_file)
        };
        match self.folders.keys().filter(holds).max_by_key(|root| root.components().count()) {
            Some(root) => PackId::Folder(root.clone()),
            None => PackId::Alone(uri.0.clone()),
        }
    }

    /// All packs: one for each folder, one for each open text that lies in none.
    pub(super) fn pack_ids(&self) -> Vec<PackId> {
        let alone = self.open.keys().map(|uri| self.pack_id(&Uri(uri.clone())));
        let mut ids: Vec<PackId> = self.folders.keys().cloned().map(PackId::Folder).chain(alone).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// A pack, checked.
    pub(super) fn pack(&mut self, id: &PackId) -> &Pack {
        if !self.checked.contains_key(id) {
            let texts = self.gather(id);
            let mut analysis = analyze(&texts.sources);
            let defined = |name: &str| names_of_libraries().defined_as(name);
            look_for_synonyms(&analysis.model, &texts.sources, &defined, &mut analysis.diagnostics);
            self.checked.insert(id.clone(), Pack { texts, analysis });
        }
        &self.checked[id]
    }

    /// The pack of a file and the file in it; none when the file is not known.
    pub(super) fn pack_with(&mut self, uri: &Uri) -> Option<(&Pack, FileId)> {
        let pack = self.pack(&self.pack_id(uri));
        let file = pack.texts.find(uri)?;
        Some((pack, file))
    }

    /// The texts of the pack of a file and the file in it, for what does not ask what was found in them.
    pub(super) fn texts_with(&self, uri: &Uri) -> Option<(Texts, FileId)> {
        let texts = self.gather(&self.pack_id(uri));
        let file = texts.find(uri)?;
        Some((texts, file))
    }

    /// The texts of a pack: those of the editor, and from disk what is not open.
    fn gather(&self, id: &PackId) -> Texts {
        let mut found: BTreeMap<PathBuf, (Uri, Option<i32>, OnDisk)> = BTreeMap::new();
        if let PackId::Folder(root) = id {
            // A folder inside another one has its files for itself.
            let own = self.folders[root].iter().filter(|(path, _)| self.pack_id(&uri_of(path)) == *id);
            found.extend(own.map(|(path, text)| (path.clone(), (uri_of(path), None, text.clone()))));
        }
        for (uri, document) in &self.open {
            let uri = Uri(uri.clone());
            if self.pack_id(&uri) == *id {
                let path = path_of(&uri).unwrap_or_else(|| PathBuf::from(&uri.0));
                found.insert(path, (uri, Some(document.version), OnDisk::Text(document.text.clone())));
            }
        }
        let mut texts = Texts::default();
        for (path, (uri, version, text)) in found {
            match text {
                OnDisk::Text(text) => {
                    texts.sources.add(shown(&path, id), text);
                    texts.files.push((uri, version));
                }
                OnDisk::Unusable(reason) => texts.unusable.push((uri, reason)),
            }
        }
        // Behind all others, so that the numbers of the texts are those of `files`.
        add_library(&mut texts.sources);
        texts
    }
}

/// The path as messages show it.
fn shown(path: &Path, id: &PackId) -> String {
    let below = match id {
        PackId::Folder(root) => path.strip_prefix(root).unwrap_or(path),
        PackId::Alone(_) => path.file_name().map_or(path, Path::new),
    };
    below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The text of a file; none when there is no file.
fn read(path: &Path) -> Option<OnDisk> {
    let size = std::fs::symlink_metadata(path).ok().filter(|metadata| metadata.is_file())?.len();
    if size > MAX_FILE_BYTES as u64 {
        let reason = format!("the file has {size} bytes; a rule file may have {MAX_FILE_BYTES}");
        return Some(OnDisk::Unusable(reason));
    }
    Some(match std::fs::read_to_string(path) {
        Ok(text) => OnDisk::Text(text),
        Err(error) => OnDisk::Unusable(format!("the file can not be read: {error}")),
    })
}
