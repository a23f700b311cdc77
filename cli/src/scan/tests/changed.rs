//! Which lines a diff says are other ones, and which findings touch them.

use super::scanned;
use crate::scan::changed::Changed;

#[test]
fn findings_that_touch_changed_lines() {
    let check = |diff: &str, expected: &[&str]| {
        let changed = Changed::parse(diff);
        let scanned = scanned();
        let touched = scanned.open().filter(|finding| changed.touches(finding)).map(|finding| &*finding.problem);
        assert_eq!(touched.collect::<Vec<_>>(), expected, "{diff}");
    };
    let diff = |path: &str, hunk: &str| format!("diff --git a/x b/x\n--- a/x\n+++ b/{path}\n{hunk}\n");
    check(&diff("shop/storage.py", "@@ -8 +8 @@ def find\n-old\n+new"), &["sql_injection"]);
    // Any step counts, also one in another file.
    check(&diff("shop/views.py", "@@ -0,0 +7,2 @@\n+a\n+b"), &["sql_injection"]);
    // A range of several lines counts as a whole.
    check(&diff("shop/views.py", "@@ -14 +14 @@\n-a\n+b"), &["command_injection"]);
    // Where lines were only removed, those around them count.
    check(&diff("shop/storage.py", "@@ -8,2 +7,0 @@\n-a\n-b"), &["sql_injection"]);
    check(&diff("shop/storage.py", "@@ -1,2 +1,2 @@\n-a\n-b\n+c\n+d"), &[]);
    check(&diff("other.py", "@@ -8 +8 @@\n-a\n+b"), &[]);
    // A removed or added line that looks like a header is none.
    check(&diff("other.py", "@@ -8 +8 @@\n--- a/y\n+++ b/shop/storage.py\n@@ -7 +8 @@\n-a\n+b"), &[]);
    check("diff --git a/x b/x\n--- a/shop/storage.py\n+++ /dev/null\n@@ -1,12 +0,0 @@\n", &[]);
    check("", &[]);
}

#[test]
fn quoted_paths_are_read() {
    let mut scanned = scanned();
    scanned.findings.truncate(1);
    scanned.findings[0].place.file = "a\"b\tö.py".to_owned();
    let diff = "--- /dev/null\n+++ \"b/a\\\"b\\t\\303\\266.py\"\n@@ -0,0 +1,9 @@\n";
    assert!(Changed::parse(diff).touches(&scanned.findings[0]));
}
