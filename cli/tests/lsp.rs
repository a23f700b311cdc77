//! `aud-rules lsp`, driven over standard input and output as an editor does.

mod command;
mod conversation;

use command::Sandbox;
use conversation::Conversation;
use serde_json::{Value, json};

const SETS: &str = "/// Shops.\nset shops = { \"shop.sell\" }\n";

const RULE: &str = "\
/// Calls of the shop.
table shop_calls {
    name: text    /// What is called.
}

/// A call of the shop.
rule shop_call -> shop_calls {
    match c: call where c.callee is shops
    emit { name: c.callee.label }

    example \"\"\"
        import shop
        shop.sell()
    \"\"\" emits { line: 2, name: \"shop.sell\" }
    example \"\"\"
        sell()
    \"\"\" emits nothing
}
";

fn pack() -> Sandbox {
    Sandbox::with(&[("sets.rules", SETS), ("shop.rules", RULE), ("target/other.rules", "nonsense")])
}

/// The codes of diagnostics with the ranges that they underline.
fn codes(diagnostics: &Value) -> Vec<String> {
    let shown = |found: &Value| {
        let (start, end) = (&found["range"]["start"], &found["range"]["end"]);
        let code = found["code"].as_str().unwrap_or("-");
        format!("{code} {}:{}-{}:{}", start["line"], start["character"], end["line"], end["character"])
    };
    diagnostics.as_array().unwrap().iter().map(shown).collect()
}

#[test]
fn diagnostics_follow_the_text() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({}));
    editor.open("shop.rules", RULE);
    assert_eq!(codes(&editor.diagnostics("shop.rules")), [""; 0]);

    // A set that another file declares is misspelt; that file has something to say then, too.
    editor.edit("shop.rules", (7, 36), (7, 41), "shosp");
    let found = editor.diagnostics("shop.rules");
    assert_eq!(codes(&found), ["AR0103 7:36-7:41"]);
    let message = found[0]["message"].as_str().unwrap();
    assert!(message.contains("`shosp`") && message.contains("\nhelp: did you mean `shops`?"), "{message}");
    assert_eq!((&found[0]["source"], &found[0]["severity"]), (&json!("aud-rules"), &json!(1)));
    editor.edit("shop.rules", (7, 36), (7, 41), "shops");
    assert_eq!(codes(&editor.diagnostics("shop.rules")), [""; 0]);

    // Columns count units of UTF-16 when nothing else was agreed on.
    editor.edit("shop.rules", (7, 4), (7, 4), "tags \"🦀🦀\" ");
    editor.diagnostics("shop.rules");
    editor.edit("shop.rules", (7, 48), (7, 53), "nothing");
    assert_eq!(codes(&editor.diagnostics("shop.rules")), ["AR0103 7:48-7:55"]);

    // A second table of that name: the first one is shown as well.
    editor.open("sets.rules", &format!("{SETS}\n/// Again.\ntable shop_calls {{\n    name: text /// Name.\n}}\n"));
    let found = editor.diagnostics("shop.rules");
    let taken = found.as_array().unwrap().iter().find(|found| found["code"] == "AR0304").unwrap();
    let related = &taken["relatedInformation"][0];
    assert_eq!(
        (&related["message"], &related["location"]["uri"]),
        (&json!("first declared here"), &json!(editor.uri("sets.rules")))
    );

    // What is closed counts as it is on disk.
    editor.close("sets.rules");
    editor.close("shop.rules");
    assert_eq!(codes(&editor.diagnostics("shop.rules")), [""; 0]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn several_changes_are_one_check() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({}));
    editor.open("shop.rules", RULE);
    editor.diagnostics("shop.rules");
    for _ in 0..200 {
        editor.edit("shop.rules", (7, 36), (7, 36), "x");
    }
    editor.request("textDocument/hover", editor.at("shop.rules", 6, 4)).unwrap();
    let n_sent = editor.count_until("shop.rules", 201);
    assert!(n_sent < 200, "{n_sent}");
    assert_eq!(editor.end(), 0);
}

#[test]
fn files_on_disk_are_read_again_when_they_change() {
    let sandbox = pack();
    let capabilities = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut editor = Conversation::begin(&sandbox, capabilities);
    let registration = editor.request_of_server("client/registerCapability");
    assert_eq!(registration["registrations"][0]["registerOptions"]["watchers"][0]["globPattern"], "**/*.rules");
    editor.open("shop.rules", RULE);
    assert_eq!(codes(&editor.diagnostics("shop.rules")), [""; 0]);
    let changed = |file: &str, kind: u32| json!({ "changes": [{ "uri": file, "type": kind }] });

    std::fs::remove_file(sandbox.path("sets.rules")).unwrap();
    editor.notify("workspace/didChangeWatchedFiles", changed(&editor.uri("sets.rules"), 3));
    assert_eq!(codes(&editor.diagnostics("shop.rules")), ["AR0103 7:36-7:41"]);

    std::fs::write(sandbox.path("new.rules"), b"set shops = { \"\xff\" }").unwrap();
    editor.notify("workspace/didChangeWatchedFiles", changed(&editor.uri("new.rules"), 1));
    let found = editor.diagnostics("new.rules");
    assert!(found[0]["message"].as_str().unwrap().contains("can not be read"), "{found}");

    std::fs::write(sandbox.path("new.rules"), " ".repeat((1 << 20) + 1)).unwrap();
    editor.notify("workspace/didChangeWatchedFiles", changed(&editor.uri("new.rules"), 2));
    let found = editor.diagnostics("new.rules");
    assert!(found[0]["message"].as_str().unwrap().contains("1048577 bytes"), "{found}");

    std::fs::write(sandbox.path("new.rules"), SETS).unwrap();
    editor.notify("workspace/didChangeWatchedFiles", changed(&editor.uri("new.rules"), 2));
    assert_eq!(codes(&editor.diagnostics("new.rules")), [""; 0]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn words_are_explained_completed_and_found() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } }));
    assert_eq!(editor.capabilities["positionEncoding"], "utf-8");
    editor.open("shop.rules", &RULE.replace("    match", "    tags \"🦀\"\n    match"));

    let hover = editor.request("textDocument/hover", editor.at("shop.rules", 8, 38)).unwrap();
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.contains("set shops") && text.contains("1 member: `\"shop.sell\"`"), "{text}");
    assert_eq!(hover["range"]["start"], json!({ "line": 8, "character": 36 }));
    assert_eq!(editor.request("textDocument/hover", editor.at("shop.rules", 7, 4)).unwrap(), Value::Null);

    let found = editor.request("textDocument/definition", editor.at("shop.rules", 8, 36)).unwrap();
    assert_eq!(found["uri"], editor.uri("sets.rules"));
    assert_eq!(found["range"]["start"], json!({ "line": 1, "character": 4 }));

    let mut complete = |line: u32, character: u32, wanted: &str, kind: u32| {
        let found = editor.request("textDocument/completion", editor.at("shop.rules", line, character)).unwrap();
        let item = found.as_array().unwrap().iter().find(|item| item["label"] == wanted).cloned();
        let item = item.unwrap_or_else(|| panic!("`{wanted}` is not offered at {line}:{character}: {found}"));
        assert_eq!(item["kind"], kind, "{item}");
        item
    };
    let callee = complete(8, 26, "callee", 10);
    assert_eq!(callee["textEdit"]["range"]["start"], json!({ "line": 8, "character": 26 }));
    assert!(callee["documentation"]["value"].as_str().unwrap().len() > 3, "{callee}");
    complete(8, 13, "function", 7);
    complete(8, 36, "shops", 13);
    complete(9, 11, "name", 5);
    complete(6, 20, "shop_calls", 22);

    let symbols = editor.request("textDocument/documentSymbol", editor.document("shop.rules")).unwrap();
    let names: Vec<&Value> = symbols.as_array().unwrap().iter().map(|symbol| &symbol["name"]).collect();
    assert_eq!(names, ["shop_calls", "shop_call"]);
    assert_eq!(symbols[0]["children"][0]["name"], "name");
    assert_eq!(editor.end(), 0);
}

#[test]
fn files_are_formatted_where_they_change() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({}));
    let ask = |file: &Conversation| json!({ "textDocument": { "uri": file.uri("shop.rules") }, "options": { "tabSize": 4, "insertSpaces": true } });
    editor.open("shop.rules", &RULE.replace("    emit {", "  emit{"));
    let edits = editor.request("textDocument/formatting", ask(&editor)).unwrap();
    assert_eq!(edits.as_array().unwrap().len(), 1);
    assert_eq!(edits[0]["newText"], "    emit { name: c.callee.label }\n");
    let range = json!({ "start": { "line": 8, "character": 0 }, "end": { "line": 9, "character": 0 } });
    assert_eq!(edits[0]["range"], range);
    editor.open("shop.rules", RULE);
    assert_eq!(editor.request("textDocument/formatting", ask(&editor)).unwrap(), json!([]));
    editor.open("shop.rules", "set a = {");
    assert_eq!(editor.request("textDocument/formatting", ask(&editor)).unwrap(), Value::Null);
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_text_outside_of_all_folders_is_checked_alone() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({}));
    let uri = "untitled:Untitled-1";
    editor.open_uri(uri, "set shops = { \"a\" }\n");
    assert_eq!(codes(&editor.diagnostics_of(uri)), ["AR0503 0:4-0:9"]);
    editor.close_uri(uri);
    assert_eq!(codes(&editor.diagnostics_of(uri)), [""; 0]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn what_makes_no_sense_is_refused_and_the_server_lives_on() {
    let sandbox = pack();
    let mut editor = Conversation::begin(&sandbox, json!({}));
    editor.open("shop.rules", RULE);
    let refused = |editor: &mut Conversation, method: &str, params: Value, code: i32| {
        let error = editor.request(method, params).unwrap_err();
        assert_eq!(error["code"], code, "{method}: {error}");
    };
    refused(&mut editor, "textDocument/rename", json!({}), -32601);
    refused(&mut editor, "textDocument/hover", json!({ "textDocument": 1 }), -32602);
    refused(&mut editor, "textDocument/hover", Value::Null, -32602);
    refused(&mut editor, "initialize", json!({ "capabilities": {} }), -32600);
    editor.send_raw("Content-Length: 9\r\n\r\nnonsense!");
    assert_eq!(editor.answer_without_number()["code"], -32700);
    editor.notify("textDocument/didChange", json!({ "textDocument": {} }));
    editor.notify(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "file:///no", "version": 1 }, "contentChanges": [] }),
    );
    editor.notify("nobody/knows", json!([1, 2]));
    // Places that are not there.
    for (line, character) in [(999, 0), (0, 9999), (u32::MAX >> 1, u32::MAX >> 1)] {
        for method in ["hover", "definition", "completion"] {
            editor.request(&format!("textDocument/{method}"), editor.at("shop.rules", line, character)).unwrap();
        }
    }
    assert_eq!(editor.request("textDocument/hover", editor.at("gone.rules", 0, 0)).unwrap(), Value::Null);
    editor.edit("shop.rules", (99, 0), (3, 0), "\n");

    // A request that is taken back, perhaps before its turn, and one that comes too late.
    let id = editor.send_cancelled("textDocument/completion", editor.at("shop.rules", 6, 26));
    let answer = editor.answer(id);
    assert!(answer.is_ok() || answer.as_ref().unwrap_err()["code"] == -32800, "{answer:?}");
    editor.request("shutdown", Value::Null).unwrap();
    let place = editor.at("shop.rules", 0, 0);
    refused(&mut editor, "textDocument/hover", place, -32600);
    assert_eq!(editor.leave(), 0);
}

#[test]
fn who_leaves_without_shutdown_gets_another_status() {
    let sandbox = pack();
    let mut early = Conversation::start(&sandbox);
    assert_eq!(early.request("textDocument/hover", json!({})).unwrap_err()["code"], -32002);
    assert_eq!(early.leave(), 1);
    let editor = Conversation::begin(&sandbox, json!({}));
    assert_eq!(editor.hang_up(), 1);
}

const APP: &str = "\
import os
from flask import Flask, request

app = Flask(__name__)


@app.route(\"/\")
def show():
    command = request.args[\"c\"]
    os.system(command)
    return \"done\"
";

#[test]
fn findings_in_python_code_are_shown_until_they_are_mended() {
    let sandbox = Sandbox::with(&[("app.py", APP)]);
    let mut editor = Conversation::begin(&sandbox, json!({}));
    editor.open("app.py", APP);
    let found = editor.findings("app.py");
    assert_eq!(codes(&found), ["command_injection 9:14-9:21"], "{found:#}");
    assert_eq!((&found[0]["severity"], &found[0]["source"]), (&json!(1), &json!("aud-rules")));
    let related = found[0]["relatedInformation"].as_array().unwrap();
    assert_eq!(related[0]["message"], "enters here", "{found:#}");
    assert_eq!(
        (&related[0]["location"]["uri"], &related[0]["location"]["range"]["start"]["line"]),
        (&json!(editor.uri("app.py")), &json!(8))
    );
    // Rule files are answered meanwhile, and what is not saved changes nothing.
    editor.edit("app.py", (9, 4), (9, 6), "xx");
    editor.request("textDocument/hover", editor.at("app.py", 0, 0)).unwrap();
    std::fs::write(sandbox.path("app.py"), APP.replace("os.system(command)", "print(command)")).unwrap();
    editor.notify("textDocument/didSave", editor.document("app.py"));
    assert_eq!(codes(&editor.findings("app.py")), [""; 0]);
    assert_eq!(editor.end(), 0);
}
