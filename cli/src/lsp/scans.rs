//! From folders of Python code to the findings in them, on a thread of its own, so that nobody who edits waits for it: as
//! `aud-rules scan` in the folder finds them, with the same index.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use aud_rules_plan::Severity;
use gen_lsp_types::{Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Uri};

use super::frames::Incoming;
use super::positions::Encoding;
use super::uris::{path_of, uri_of};
use crate::scan::finding::{Finding, Place};
use crate::scan::problems::first_paragraph;
use crate::scanning::{self, Outcome};

/// What was found in a folder.
#[derive(Debug)]
pub(super) struct Scan {
    /// The folder.
    pub(super) folder: PathBuf,
    /// What was found in each file that has something.
    pub(super) findings: BTreeMap<String, Vec<Diagnostic>>,
}

/// The thread that scans, once it is needed.
#[derive(Debug)]
pub(super) struct Scans {
    answers: Sender<Incoming>,
    asked: Option<Sender<(PathBuf, Encoding)>>,
}

impl Scans {
    /// What is found is sent there.
    pub(super) fn new(answers: Sender<Incoming>) -> Self {
        Scans { answers, asked: None }
    }

    /// Asks for the findings in a folder.
    pub(super) fn ask(&mut self, folder: PathBuf, encoding: Encoding) {
        let answers = &self.answers;
        let asked = self.asked.get_or_insert_with(|| {
            let (sender, receiver) = channel();
            let answers = answers.clone();
            thread::spawn(move || work(&receiver, &answers));
            sender
        });
        // The thread ends only with the server.
        let _ = asked.send((folder, encoding));
    }
}

/// Python code, by the address.
pub(super) fn is_python(uri: &Uri) -> bool {
    path_of(uri).is_some_and(|path| path.extension().is_some_and(|suffix| suffix == "py" || suffix == "pyi"))
}

fn work(asked: &Receiver<(PathBuf, Encoding)>, answers: &Sender<Incoming>) {
    while let Ok(first) = asked.recv() {
        // What was asked several times in the meantime is looked at once.
        let mut folders: BTreeMap<PathBuf, Encoding> = BTreeMap::from([first]);
        folders.extend(asked.try_iter());
        for (folder, encoding) in folders {
            let scanned = catch_unwind(AssertUnwindSafe(|| scan(&folder, encoding)));
            let findings = match scanned {
                Ok(Ok(findings)) => findings,
                Ok(Err(failure)) => {
                    eprintln!("`{}` can not be scanned: {failure}", folder.display());
                    continue;
                }
                Err(_) => {
                    eprintln!("scanning failed; this is a mistake of aud-rules");
                    continue;
                }
            };
            if answers.send(Incoming::Scanned(Scan { folder, findings })).is_err() {
                return;
            }
        }
    }
}

fn scan(folder: &Path, encoding: Encoding) -> Result<BTreeMap<String, Vec<Diagnostic>>, crate::exit::Failure> {
    let outcome = scanning::scan(&scanning::subject(folder, &[])?, false)?;
    let editor = Editor { folder, real: folder.canonicalize().unwrap_or_else(|_| folder.to_owned()), encoding };
    let mut found: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for finding in outcome.scanned.open() {
        let uri = editor.uri(&finding.place, &outcome);
        found.entry(uri.0).or_default().push(converted(finding, &outcome, &editor));
    }
    Ok(found)
}

/// How the editor names files and counts columns.
struct Editor<'e> {
    folder: &'e Path,
    /// The folder without links, as the index has it.
    real: PathBuf,
    encoding: Encoding,
}

impl Editor<'_> {
    fn uri(&self, place: &Place, outcome: &Outcome) -> Uri {
        let path = outcome.root.join(&place.file);
        match path.strip_prefix(&self.real) {
            Ok(below) => uri_of(&self.folder.join(below)),
            Err(_) => uri_of(&path),
        }
    }

    fn located(&self, place: &Place, outcome: &Outcome) -> Location {
        let range = match outcome.scanned.sources.text(&place.file) {
            Some(text) => {
                let range = text.range(place);
                self.encoding.range(&text.text, range.start, range.end)
            }
            None => self.encoding.range("", 0, 0),
        };
        Location { uri: self.uri(place, outcome), range }
    }
}

fn converted(finding: &Finding, outcome: &Outcome, editor: &Editor<'_>) -> Diagnostic {
    let help = outcome.scanned.problems.get(&finding.problem).map(|problem| first_paragraph(&problem.help));
    let mut message = finding.message.clone();
    if let Some(help) = help.filter(|help| !help.is_empty()) {
        message += &format!("\nhelp: {help}");
    }
    let steps = finding.flow.iter().flat_map(|flow| &flow.steps);
    let related: Vec<_> = steps
        .filter(|step| step.place != finding.place)
        .map(|step| DiagnosticRelatedInformation {
            location: editor.located(&step.place, outcome),
            message: step.said().to_owned(),
        })
        .collect();
    Diagnostic {
        range: editor.located(&finding.place, outcome).range,
        severity: Some(match finding.severity {
            Severity::Critical | Severity::High => DiagnosticSeverity::Error,
            Severity::Medium => DiagnosticSeverity::Warning,
            Severity::Low => DiagnosticSeverity::Information,
            Severity::Info => DiagnosticSeverity::Hint,
        }),
        code: Some(finding.problem.clone().into()),
        source: Some("aud-rules".to_owned()),
        message: message.into(),
        related_information: (!related.is_empty()).then_some(related),
        ..Default::default()
    }
}
