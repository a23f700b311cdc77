//! The forms of a scan's outcome, exactly.

use std::io;

use aud_rules_plan::Severity;
use expect_test::{ExpectFile, expect_file};

use super::scanned;
use crate::scan::Scanned;
use crate::scan::format::text::Look;
use crate::scan::format::{concise, csv, github, gitlab, json, junit, sarif, text};
use crate::scan::sources::Sources;

fn check(expected: ExpectFile, write: impl Fn(&mut dyn io::Write, &Scanned) -> io::Result<()>) {
    let mut output = Vec::new();
    write(&mut output, &scanned()).unwrap();
    let output = String::from_utf8(output).unwrap();
    assert!(output.lines().all(|line| line.trim_end() == line), "there is white space at the end of a line");
    expected.assert_eq(&output);
}

#[test]
fn text_draws_both_ends() {
    check(expect_file!["expected/text.txt"], |output, scanned| {
        text::write(output, scanned, Look { is_colored: false, has_paths: false })
    });
}

#[test]
fn text_shows_the_way() {
    check(expect_file!["expected/paths.txt"], |output, scanned| {
        text::write(output, scanned, Look { is_colored: false, has_paths: true })
    });
}

#[test]
fn lines_for_editors() {
    check(expect_file!["expected/concise.txt"], |output, scanned| concise::write(output, scanned));
}

#[test]
fn json_for_programs() {
    check(expect_file!["expected/findings.json"], |output, scanned| json::write(output, scanned));
}

#[test]
fn sarif_for_code_scanning() {
    check(expect_file!["expected/findings.sarif"], |output, scanned| sarif::write(output, scanned));
}

#[test]
fn commands_for_github() {
    check(expect_file!["expected/github.txt"], |output, scanned| github::write(output, scanned));
}

#[test]
fn code_quality_for_gitlab() {
    check(expect_file!["expected/gitlab.json"], |output, scanned| gitlab::write(output, scanned));
}

#[test]
fn cases_for_junit() {
    check(expect_file!["expected/junit.xml"], |output, scanned| junit::write(output, scanned));
}

#[test]
fn rows_for_tables() {
    check(expect_file!["expected/findings.csv"], |output, scanned| csv::write(output, scanned));
}

#[test]
fn nothing_has_a_form_too() {
    let empty = || Scanned { findings: Vec::new(), ..scanned() };
    let check = |write: &dyn Fn(&mut dyn io::Write, &Scanned) -> io::Result<()>, expected: &str| {
        let mut output = Vec::new();
        write(&mut output, &empty()).unwrap();
        assert_eq!(String::from_utf8(output).unwrap(), expected);
    };
    check(&|output, scanned| text::write(output, scanned, Look { is_colored: false, has_paths: false }), "");
    check(&|output, scanned| concise::write(output, scanned), "");
    check(&|output, scanned| github::write(output, scanned), "");
    check(&|output, scanned| gitlab::write(output, scanned), "[]\n");
}

#[test]
fn severities_are_counted_and_compared() {
    let scanned = scanned();
    let counts: Vec<_> = scanned.by_severity().into_iter().map(|(severity, n)| (severity.word(), n)).collect();
    assert_eq!(counts, [("info", 1), ("low", 2), ("medium", 1), ("high", 1), ("critical", 1)]);
    assert!(scanned.has_as_severe(Severity::Critical));
    let without: Vec<_> = scanned.findings.into_iter().filter(|finding| finding.severity < Severity::High).collect();
    let milder = Scanned { findings: without, ..super::scanned() };
    assert!(!milder.has_as_severe(Severity::High) && milder.has_as_severe(Severity::Medium));
}

#[test]
fn hostile_names_and_texts_do_not_reach_the_terminal() {
    let mut scanned = scanned();
    scanned.sources = Sources::new("a\u{1b}[31m/", |_| Some("\u{1b}[2J\u{202e}x\n".repeat(20)));
    for finding in &mut scanned.findings {
        finding.message = "line\u{7}\nnext \u{1b}]0;title".to_owned();
    }
    for has_paths in [false, true] {
        let mut output = Vec::new();
        text::write(&mut output, &scanned, Look { is_colored: false, has_paths }).unwrap();
        concise::write(&mut output, &scanned).unwrap();
        let output = String::from_utf8(output).unwrap();
        assert!(!output.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{output:?}");
    }
}
