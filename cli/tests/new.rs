//! `aud-rules new`: what it makes passes every other command as it is.

mod command;

use command::Sandbox;

#[test]
fn what_is_made_passes_as_it_is() {
    let sandbox = Sandbox::with(&[]);
    let made = sandbox.run(&["new", "web/upload_handlers"]);
    let (rules, fixture) = ("rules/web/upload_handlers.rules", "fixtures/rules/web/upload_handlers.py");
    let expected = format!("Made {rules}\nMade {fixture}\nTry: aud-rules test {rules} {fixture}\n");
    assert_eq!((made.status, made.stdout.as_str(), made.stderr.as_str()), (0, expected.as_str(), ""), "{made:?}");
    for (arguments, part) in [
        (&["test", rules, fixture][..], "3 passed, 0 failed"),
        (&["test"], "3 passed, 0 failed"),
        (&["check"], "Checked 1 rule file: nothing is wrong"),
        (&["fmt", "--check"], ""),
        (&["index", "fixtures", "--rules", "rules"], "  python_upload_handlers"),
    ] {
        let run = sandbox.run(arguments);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}: {run:?}");
        assert!(run.stdout.contains(part), "{arguments:?}: {run:?}");
    }
    let elsewhere = sandbox.run(&["new", "web/upload_handlers", "--in", "pack"]);
    assert!(elsewhere.stdout.starts_with("Made pack/rules/web/upload_handlers.rules\n"), "{elsewhere:?}");
    assert_eq!(sandbox.run(&["test", "pack"]).status, 0);
}

#[test]
fn what_can_not_be_made_is_said() {
    let sandbox = Sandbox::with(&[("fixtures/rules/web/taken.py", "")]);
    let check = |name: &str, parts: &[&str]| {
        let run = sandbox.run(&["new", name]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{name}: `{part}` is not in\n{}", run.stderr);
        }
        assert!(!sandbox.path("rules").exists(), "{name}");
    };
    check("Web/UploadHandlers", &["is not DOMAIN/NAME", "write `web/upload_handlers`"]);
    check("web/upload-handlers.rules", &["write `web/upload_handlers`"]);
    check("uploads", &["for example `web/upload_handlers`"]);
    check("../x", &["for example `web/upload_handlers`"]);
    check("web/../../x", &["is not DOMAIN/NAME"]);
    check("web/", &["for example `web/upload_handlers`"]);
    check("security/sinks", &["there is a table `python_sinks` already, in the built-in `security/sinks.rules`"]);
    check("web/taken", &["`./fixtures/rules/web/taken.py` is there already"]);
}
