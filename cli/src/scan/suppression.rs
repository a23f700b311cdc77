//! From comments such as `# aud: ignore[sql_injection] reason` to findings that they silence, and to what is wrong with the
//! comments themselves.
//!
//! A comment silences the problems that it names on its own line; on a line of its own it also speaks of the next line that
//! is no comment. A finding is silenced when one of its lines is spoken of. A comment with a fault silences nothing.

mod foreign;

use std::collections::BTreeMap;

use aud_rules_plan::Severity;
use aud_rules_runtime::expect::comments::{Comment, Lines};
use sha2::{Digest, Sha256};

pub(crate) use foreign::Honored;

use super::finding::{Finding, Place, Standing};
use super::problems::{INVALID_SUPPRESSION, Problems, UNUSED_SUPPRESSION};
use crate::nearest::did_you_mean;
use foreign::Foreign;

/// The word before the colon of a comment for this program.
const OWN: &str = "aud";

/// The only word behind it.
const IGNORE: &str = "ignore";

/// How a comment is written, for those who have written another one.
const FORM: &str = "write `# aud: ignore[problem] reason`";

/// The comments of a file that silence findings.
#[derive(Debug, Default)]
pub(crate) struct Suppressions {
    own: Vec<Own>,
    foreign: Vec<(u32, Foreign)>,
    invalid: Vec<Invalid>,
}

/// A comment for this program.
#[derive(Debug)]
struct Own {
    line: u32,
    /// The lines that it speaks of.
    speaks_of: std::ops::RangeInclusive<u32>,
    /// The names, and whether each has silenced something.
    names: Vec<(String, bool)>,
    reason: String,
    place: Place,
}

/// A comment with a fault.
#[derive(Debug)]
struct Invalid {
    place: Place,
    message: String,
}

impl Suppressions {
    /// The comments of a file.
    pub(crate) fn of(file: &str, text: &str, problems: &Problems, honored: Honored) -> Self {
        let mut found = Suppressions::default();
        if !text.contains(OWN) && !honored.may_be_in(text) {
            return found;
        }
        let lines = Lines::of(text);
        for (at, comment) in lines.comments.iter().enumerate() {
            if let Some(foreign) = Foreign::of(comment.text, honored) {
                found.foreign.push((comment.line, foreign));
            }
            let Some(directive) = directive(comment.text) else { continue };
            let place = place(file, &lines, comment);
            match parse(directive, problems) {
                Ok((names, reason)) => found.own.push(Own {
                    line: comment.line,
                    speaks_of: comment.line..=last_line(&lines.comments[at..]),
                    names: names.into_iter().map(|name| (name, false)).collect(),
                    reason,
                    place,
                }),
                Err(message) => found.invalid.push(Invalid { place, message }),
            }
        }
        found
    }

    /// Silences the findings of the file that the comments speak of.
    pub(crate) fn silence<'f>(&mut self, findings: impl Iterator<Item = &'f mut Finding>, problems: &Problems) {
        for finding in findings {
            for own in &mut self.own {
                let is_meant = own.speaks_of.clone().any(|line| finding.place.is_on(line));
                let name = own.names.iter_mut().find(|(name, _)| *name == finding.problem);
                if let Some((_, is_used)) = name.filter(|_| is_meant) {
                    *is_used = true;
                    finding.standing = Standing::Ignored { reason: own.reason.clone() };
                }
            }
            let is_foreign = |(line, foreign): &&(u32, Foreign)| {
                finding.place.is_on(*line) && foreign.names(problems.cwes(&finding.problem))
            };
            if let Some((_, foreign)) = self.foreign.iter().find(is_foreign)
                && finding.standing == Standing::Open
            {
                finding.standing = Standing::Ignored { reason: foreign.said() };
            }
        }
    }

    /// What is wrong with the comments, as findings: faults, and names that silenced nothing although `is_looked_for`.
    pub(crate) fn findings(&self, is_looked_for: impl Fn(&str) -> bool) -> Vec<Finding> {
        let invalid = self.invalid.iter().map(|invalid| {
            about_comment(INVALID_SUPPRESSION, Severity::Low, invalid.message.clone(), invalid.place.clone())
        });
        let unused = self.own.iter().flat_map(|own| {
            let names = own.names.iter().filter(|(name, is_used)| !is_used && is_looked_for(name));
            names.map(|(name, _)| {
                let message = format!("nothing is found that `{IGNORE}[{name}]` of line {} could silence", own.line);
                about_comment(UNUSED_SUPPRESSION, Severity::Info, message, own.place.clone())
            })
        });
        invalid.chain(unused).collect()
    }
}

/// What stands behind `aud:` in a comment, whose text begins behind the `#`. It may stand behind another comment.
fn directive(comment: &str) -> Option<&str> {
    comment
        .split_inclusive('#')
        .scan(0, |at, part| {
            let start = *at;
            *at += part.len();
            Some(start)
        })
        .find_map(|start| {
            let text = comment[start..].trim_start();
            Some(text.strip_prefix(OWN)?.trim_start().strip_prefix(':')?.trim())
        })
}

/// The names and the reason of a comment, or what is wrong with it.
fn parse(directive: &str, problems: &Problems) -> Result<(Vec<String>, String), String> {
    let n_word = directive.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(directive.len());
    let (word, rest) = directive.split_at(n_word);
    if word != IGNORE {
        let meant = did_you_mean(word, [IGNORE]).unwrap_or_else(|| FORM.to_owned());
        return Err(format!("`aud: {word}` says nothing; {meant}"));
    }
    let Some(inner) = rest.trim_start().strip_prefix('[') else {
        return Err(format!("the comment does not say which problem is none; {FORM}"));
    };
    let Some((names, reason)) = inner.split_once(']') else {
        return Err(format!("the bracket is not closed; {FORM}"));
    };
    let names: Vec<String> = names.split(',').map(|name| name.trim().to_owned()).collect();
    for name in &names {
        if problems.get(name).is_none() {
            let known = problems.all().iter().map(|problem| &*problem.name);
            let meant = did_you_mean(name, known).map_or(String::new(), |meant| format!("; {meant}"));
            return Err(format!("there is no problem `{name}`, so the comment silences nothing{meant}"));
        }
    }
    let reason = reason.trim_start_matches([':', '-', ' ', '\t']).trim();
    if reason.is_empty() {
        return Err("the comment gives no reason, so it silences nothing; write it behind the bracket".to_owned());
    }
    Ok((names, reason.to_owned()))
}

/// The last line that the first of these comments speaks of.
fn last_line(comments: &[Comment<'_>]) -> u32 {
    let first = comments[0];
    if !first.is_alone {
        return first.line;
    }
    let block =
        comments.iter().zip(first.line..).take_while(|(comment, line)| comment.is_alone && comment.line == *line);
    first.line + block.count() as u32
}

/// The comment with its `#`.
fn place(file: &str, lines: &Lines<'_>, comment: &Comment<'_>) -> Place {
    let end_column = lines.texts[comment.line as usize - 1].len() as u32;
    let column = end_column.saturating_sub(comment.text.len() as u32 + 1);
    Place { file: file.to_owned(), line: comment.line, column, end_line: comment.line, end_column }
}

fn about_comment(problem: &str, severity: Severity, message: String, place: Place) -> Finding {
    Finding {
        problem: problem.to_owned(),
        severity,
        is_assumed: false,
        // Lines move, and the fingerprint shall not.
        fingerprint: fingerprint(&[problem, message.split(" of line ").next().unwrap_or(&message)]),
        message,
        place,
        scope: String::new(),
        flow: None,
        standing: Standing::Open,
    }
}

/// Gives equal findings about comments other fingerprints, by their number: no two findings of a scan share one.
pub(crate) fn number_equal(findings: &mut [Finding]) {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for finding in
        findings.iter_mut().filter(|finding| [INVALID_SUPPRESSION, UNUSED_SUPPRESSION].contains(&&*finding.problem))
    {
        let count = counts.entry(finding.fingerprint.clone()).or_default();
        if *count > 0 {
            finding.fingerprint = fingerprint(&[&finding.fingerprint, &count.to_string()]);
        }
        *count += 1;
    }
}

/// A short name for these texts together.
fn fingerprint(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\0").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
