//! Which findings are reported: by words, by comments, by a baseline.

use std::collections::BTreeSet;

use super::{chosen, problems, scanned, selects_all, sources};
use crate::scan::baseline::{self, Baseline};
use crate::scan::choose::{Choice, choose};
use crate::scan::finding::{Finding, Standing};
use crate::scan::selection::{PathPattern, Selection, named};
use crate::scan::suppression::{Honored, Suppressions, number_equal};

/// `problem@line` of those that are open, and `(problem@line)` of the others.
fn said(findings: &[Finding]) -> String {
    let said = |finding: &Finding| {
        let said = format!("{}@{}", finding.problem, finding.place.line);
        if finding.standing == Standing::Open { said } else { format!("({said})") }
    };
    findings.iter().map(said).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_name_problems() {
    let problems = problems();
    let check = |word: &str, expected: &[&str]| {
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        assert_eq!(named(word, &problems), Ok(expected), "{word}");
    };
    check("sql_injection", &["sql_injection"]);
    check("CWE-89", &["sql_injection"]);
    check("cwe-78", &["command_injection"]);
    check("injection", &["sql_injection", "command_injection"]);
    check("A03", &["sql_injection", "command_injection"]);
    check("a03:2021", &["sql_injection", "command_injection"]);
    check("critical", &["command_injection"]);
    check("low", &["debug_mode", "invalid_suppression"]);
    check("all", &problems.all().iter().map(|problem| &*problem.name).collect::<Vec<_>>());
}

#[test]
fn words_that_name_nothing_are_told() {
    let problems = problems();
    let check = |word: &str, message: &str, help: Option<&str>| {
        let unknown = named(word, &problems).unwrap_err();
        assert_eq!((unknown.message.as_str(), unknown.help.as_deref()), (message, help));
    };
    check(
        "sql_injektion",
        "there is no problem, severity or tag `sql_injektion`",
        Some("did you mean `sql_injection`?"),
    );
    check("hihg", "there is no problem, severity or tag `hihg`", Some("did you mean `high`?"));
    check("CWE-1", "no problem is of the weakness CWE-1", None);
    check("zebrafish", "there is no problem, severity or tag `zebrafish`", None);
}

#[test]
fn files_and_problems_are_selected() {
    let check = |change: &dyn Fn(&mut Selection), expected: &str| {
        let mut selection = selects_all();
        change(&mut selection);
        assert_eq!(said(&chosen(&selection, Honored::default()).findings), expected);
    };
    let all = "debug_mode@3 (debug_mode@2) hard_coded_secret@3 invalid_suppression@3 (hard_coded_secret@4) \
               unused_suppression@5 sql_injection@8 command_injection@12";
    check(&|_| {}, all);
    // What data of tests does in other code is a finding with them only.
    check(&|selection| selection.has_tests = true, &format!("{all} command_injection@14 hard_coded_secret@1"));
    let shop_only = "sql_injection@8 command_injection@12";
    check(&|selection| selection.exclude = vec![pattern("shop/settings.py"), pattern("gone.py")], shop_only);
    check(&|selection| selection.exclude = vec![pattern("shop/**")], "debug_mode@3");
    check(&|selection| selection.problems = ["sql_injection".to_owned()].into(), "sql_injection@8");
    // A comment about a problem that nobody looks for is not called unused.
    let unused_only: &dyn Fn(&mut Selection) = &|selection| {
        selection.problems = ["unused_suppression", "hard_coded_secret"].map(str::to_owned).into();
    };
    check(unused_only, "hard_coded_secret@3 (hard_coded_secret@4)");
    check(
        &|selection| selection.per_path = vec![(pattern("shop"), ["sql_injection".to_owned()].into())],
        &all.replace("sql_injection@8 ", ""),
    );
}

fn pattern(text: &str) -> PathPattern {
    PathPattern::new(text).unwrap()
}

#[test]
fn patterns_are_those_of_ignore_files() {
    let check = |text: &str, path: &str, expected: bool| {
        assert_eq!(pattern(text).is_match(path), expected, "{text} and {path}");
    };
    check("shop", "shop/a/b.py", true);
    check("shop/", "shop/a.py", true);
    check("./shop/*.py", "shop/a.py", true);
    check("shop/*.py", "shop/a/b.py", false);
    check("**/migrations", "a/b/migrations/c.py", true);
    check("*.py", "a.py", true);
    check("*.py", "shop/a.py", false);
    assert!(PathPattern::new("a[").is_err());
}

#[test]
fn a_finding_outside_of_the_indexed_files_is_kept() {
    let finding = scanned().findings.swap_remove(0);
    let choice = Choice { selection: &selects_all(), honored: Honored::default(), below: "" };
    let chosen = choose(vec![finding], &[], &choice, &problems(), &sources());
    assert_eq!(said(&chosen.findings), "debug_mode@3");
}

#[test]
fn comments_of_others_count_when_they_shall() {
    let check = |honored: Honored, expected: &str| {
        let mut selection = selects_all();
        selection.exclude = vec![pattern("shop/settings.py"), pattern("gone.py")];
        assert_eq!(said(&chosen(&selection, honored).findings), expected);
    };
    check(Honored { nosec: false, noqa: true }, "sql_injection@8 command_injection@12");
    check(Honored { nosec: true, noqa: false }, "sql_injection@8 (command_injection@12)");
}

#[test]
fn comments_are_read() {
    let problems = problems();
    // A finding of `debug_mode` on lines 3 and 4.
    let check = |text: &str, expected: &str| {
        let mut finding = scanned().findings.into_iter().find(|finding| finding.problem == "debug_mode").unwrap();
        (finding.place.line, finding.place.end_line) = (3, 4);
        let mut findings = vec![finding];
        let mut suppressions = Suppressions::of("gone.py", text, &problems, Honored::default());
        suppressions.silence(findings.iter_mut(), &problems);
        let mut found = suppressions.findings(|_| true);
        findings.append(&mut found);
        assert_eq!(said(&findings), expected, "{text}");
    };
    check("a\nb\nc # aud: ignore[debug_mode] fine\nd\n", "(debug_mode@3)");
    check("a\nb\nc\nd #aud:ignore[debug_mode] - fine\n", "(debug_mode@3)");
    check("a\n# aud: ignore[debug_mode] fine\nc\nd\n", "(debug_mode@3)");
    check("# aud: ignore[debug_mode] fine\n# more words\nc\nd\n", "(debug_mode@3)");
    check("a\nb\nc # aud: ignore[debug_mode, sql_injection] fine\n", "(debug_mode@3) unused_suppression@3");
    check("a\nb\nc # type: ignore # aud: ignore[debug_mode] fine\n", "(debug_mode@3)");
    check("a\nb # aud: ignore[debug_mode] of the line itself\nc\n", "debug_mode@3 unused_suppression@2");
    check("a\nb\nc # aud: ignore[debug_mode]\n", "debug_mode@3 invalid_suppression@3");
    check("a\nb\nc # aud: ignore[debug_mod] fine\n", "debug_mode@3 invalid_suppression@3");
    check("a\nb\nc # aud: ignore fine\n", "debug_mode@3 invalid_suppression@3");
    check("a\nb\nc # aud: ignore[debug_mode fine\n", "debug_mode@3 invalid_suppression@3");
    check("a\nb\nc # aud: ingore[debug_mode] fine\n", "debug_mode@3 invalid_suppression@3");
    check("a\nb\nc = '# aud: ignore[debug_mode] fine'\n", "debug_mode@3");
    check("a\nb\nc # the word aud: is no comment for us\n", "debug_mode@3");
}

#[test]
fn faults_of_comments_say_what_would_be_right() {
    let problems = problems();
    let check = |comment: &str, expected: &str| {
        let found = Suppressions::of("a.py", comment, &problems, Honored::default()).findings(|_| true);
        assert_eq!(found.iter().map(|finding| &*finding.message).collect::<Vec<_>>(), [expected], "{comment}");
    };
    check(
        "# aud: ignore[sql_injektion] x",
        "there is no problem `sql_injektion`, so the comment silences nothing; did you mean `sql_injection`?",
    );
    check("# aud: ingore[sql_injection] x", "`aud: ingore` says nothing; did you mean `ignore`?");
    check("# aud: off", "`aud: off` says nothing; write `# aud: ignore[problem] reason`");
    check(
        "# aud: ignore[sql_injection]",
        "the comment gives no reason, so it silences nothing; write it behind the bracket",
    );
    check("# aud: ignore[debug_mode] x", "nothing is found that `ignore[debug_mode]` of line 1 could silence");
}

#[test]
fn no_two_findings_share_a_fingerprint() {
    let findings = scanned().findings;
    let fingerprints: BTreeSet<&str> = findings.iter().map(|finding| &*finding.fingerprint).collect();
    assert_eq!(fingerprints.len(), findings.len());
    let text = "a # aud: off\nb # aud: off\n";
    let mut equal = Suppressions::of("a.py", text, &problems(), Honored::default()).findings(|_| true);
    number_equal(&mut equal);
    assert_ne!(equal[0].fingerprint, equal[1].fingerprint);
}

#[test]
fn a_baseline_knows_findings_wherever_they_are() {
    let before = scanned().findings;
    let baseline = Baseline::read(&baseline::write(&before)).unwrap();
    let check = |change: &dyn Fn(&mut Vec<Finding>), n_known: usize, n_gone: usize, open: &str| {
        let mut findings = scanned().findings;
        change(&mut findings);
        let compared = baseline.mark(&mut findings);
        let still_open = findings.iter().filter(|finding| finding.standing == Standing::Open);
        let still_open: Vec<Finding> = still_open.cloned().collect();
        assert_eq!((compared.n_known, compared.n_gone, said(&still_open)), (n_known, n_gone, open.to_owned()));
    };
    check(&|_| {}, 6, 0, "");
    let moved: &dyn Fn(&mut Vec<Finding>) = &|findings| {
        for finding in findings {
            finding.place.line += 7;
            finding.place.file = "renamed.py".to_owned();
        }
    };
    check(moved, 6, 0, "");
    check(&|findings| findings.extend(findings.last().cloned()), 6, 0, "command_injection@12");
    check(&|findings| drop(findings.pop()), 5, 1, "");
}

#[test]
fn what_is_no_baseline_is_told() {
    let check = |text: &str, expected: &str| {
        let told = Baseline::read(text).unwrap_err();
        assert!(told.starts_with(expected), "{told}");
    };
    check("[", "it is no JSON: ");
    check("{}", "it has no `version`");
    check(r#"{"version": 7}"#, "it has version 7, and this program reads version 1");
    check(r#"{"version": 1}"#, "it has no list `findings`");
    check(r#"{"version": 1, "findings": [{}]}"#, "entry 1 has no `fingerprint`");
    check(r#"{"version": 1, "findings": [{"fingerprint": "a", "count": "x"}]}"#, "`count` of entry 1 is no number");
}
