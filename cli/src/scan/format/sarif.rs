//! From findings to SARIF 2.1.0, the form that code scanning of GitHub, Azure and others reads.
//!
//! Findings that a comment or the baseline silences are there too, with the suppressions that the standard has for them.
//! Rules carry `security-severity`, tags as GitHub reads them (`external/cwe/cwe-089`) and help as Markdown.

use std::io::{self, Write};

use aud_rules_plan::{Problem, Severity};
use serde_json::{Value, json};

use crate::scan::Scanned;
use crate::scan::finding::{Finding, Flow, Place, Standing};
use crate::scan::problems::{cwe, first_paragraph};
use crate::scan::sources::Sources;

/// Where the schema of the form lies.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of our fingerprints. Another way to make them takes another name.
const FINGERPRINT: &str = "audRules/v1";

/// What relative paths begin at.
const ROOT: &str = "%SRCROOT%";

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    let driver = json!({
        "name": "aud-rules",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": scanned.problems.all().iter().map(rule).collect::<Vec<_>>(),
    });
    let run = json!({
        "tool": { "driver": driver },
        "invocations": [{ "executionSuccessful": true }],
        "columnKind": "unicodeCodePoints",
        "results": scanned.findings.iter().map(|finding| result(finding, scanned)).collect::<Vec<_>>(),
    });
    let document = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn rule(problem: &Problem) -> Value {
    let mut properties = json!({ "tags": tags(problem) });
    if let Some(score) = score(problem.severity) {
        properties["security-severity"] = score.into();
    }
    let doc = if problem.doc.is_empty() { &problem.name } else { &problem.doc };
    let mut rule = json!({
        "id": problem.name,
        "shortDescription": { "text": first_paragraph(doc) },
        "fullDescription": { "text": doc },
        "defaultConfiguration": { "level": level(problem.severity) },
        "properties": properties,
    });
    if !problem.help.is_empty() {
        rule["help"] = json!({ "text": problem.help.trim(), "markdown": problem.help.trim() });
    }
    rule
}

/// The tags, and before them those that GitHub filters by.
fn tags(problem: &Problem) -> Vec<String> {
    let cwes = problem.tags.iter().filter_map(|tag| cwe(tag)).map(|number| format!("external/cwe/cwe-{number:03}"));
    std::iter::once("security".to_owned()).chain(cwes).chain(problem.tags.iter().cloned()).collect()
}

/// A score of CVSS in the middle of what GitHub calls by the same word: above 9.0 critical, from 7.0 high, from 4.0 medium.
fn score(severity: Severity) -> Option<&'static str> {
    match severity {
        Severity::Info => None,
        Severity::Low => Some("3.0"),
        Severity::Medium => Some("5.5"),
        Severity::High => Some("8.0"),
        Severity::Critical => Some("9.5"),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

fn result(finding: &Finding, scanned: &Scanned) -> Value {
    let sources = &scanned.sources;
    let mut location = location(&finding.place, sources);
    if !finding.scope.is_empty() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": finding.scope }]);
    }
    let mut result = json!({
        "ruleId": finding.problem,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location],
        "partialFingerprints": { FINGERPRINT: finding.fingerprint },
        "suppressions": suppressions(&finding.standing),
        "properties": { "severity": finding.severity.word(), "certainty": finding.certainty() },
    });
    if let Some(index) = scanned.problems.position(&finding.problem) {
        result["ruleIndex"] = index.into();
    }
    if let Some(source) = finding.source() {
        let mut related = self::location(&source.place, sources);
        related["id"] = 0.into();
        related["message"] = json!({ "text": "the data enters here" });
        result["relatedLocations"] = json!([related]);
    }
    if let Some(flow) = finding.flow.as_ref().filter(|flow| !flow.steps.is_empty()) {
        result["codeFlows"] = json!([code_flow(flow, sources)]);
    }
    result
}

/// Each result has them, also an empty list: it says that nobody has silenced the finding.
fn suppressions(standing: &Standing) -> Value {
    match standing {
        Standing::Open => json!([]),
        Standing::Ignored { reason } => json!([{ "kind": "inSource", "status": "accepted", "justification": reason }]),
        Standing::InBaseline => {
            json!([{ "kind": "external", "status": "accepted", "justification": "the baseline has it" }])
        }
    }
}

fn code_flow(flow: &Flow, sources: &Sources) -> Value {
    let steps: Vec<Value> = flow
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let mut location = location(&step.place, sources);
            location["message"] = json!({ "text": step.said() });
            let is_end = at == 0 || at + 1 == flow.steps.len();
            let importance = if is_end { "essential" } else { "important" };
            json!({ "location": location, "kinds": [step.what], "importance": importance })
        })
        .collect();
    json!({ "threadFlows": [{ "locations": steps }] })
}

fn location(place: &Place, sources: &Sources) -> Value {
    let range = sources.range(place);
    json!({
        "physicalLocation": {
            "artifactLocation": artifact(&sources.shown(&place.file)),
            "region": {
                "startLine": range.line,
                "startColumn": range.column,
                "endLine": range.end_line,
                "endColumn": range.end_column,
            },
        },
    })
}

fn artifact(path: &str) -> Value {
    if path.starts_with('/') {
        return json!({ "uri": format!("file://{}", uri(path)) });
    }
    json!({ "uri": uri(path), "uriBaseId": ROOT })
}

/// The path, with what has a meaning in a URI as percent codes.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    path.bytes().fold(String::with_capacity(path.len()), |uri, byte| match byte {
        byte if is_plain(byte) => uri + char::from(byte).encode_utf8(&mut [0; 4]),
        byte => uri + &format!("%{byte:02X}"),
    })
}
