//! What editors ask about rule files: hovers, completions, definitions and the list of items, at a mark in a text.

use aud_rules_codegen::check::meaning::Meaning;
use aud_rules_codegen::compile::analyze;
use aud_rules_codegen::editor::{Checked, completions, definition, hover, symbols};
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_codegen::source::{FileId, SourceMap};
use expect_test::{Expect, expect};

/// Another file of the same pack.
const SHARED: &str = r#"
/// Names that start programs.
set starters = { "os.system", "subprocess.run" }

/// Programs that are started.
table programs {
    name: text      /// What is started.
    options: json?  /// How.
    scope: text     /// Where it stands.
    unique (line, name)
}

/// It starts a program.
predicate is_start(c: call) { c.callee is starters }

/// How a value is shown.
define shown(e: expr?) { e.text ?? "?" }
"#;

/// The marked text as `a.rules` beside the other file, without its mark; and the place of the mark.
fn marked(text: &str) -> (SourceMap, FileId, u32) {
    let mut sources = SourceMap::default();
    let at = text.find("$0").expect("the text has a mark");
    let file = sources.add("a.rules", text.replacen("$0", "", 1));
    sources.add("shared.rules", SHARED);
    (sources, file, at as u32)
}

/// The first `n` completions, with their details; keywords stand in angle brackets.
fn complete(text: &str, n: usize) -> String {
    let (sources, file, at) = marked(text);
    let (span, found) = completions(&sources, file, at);
    let mut out = String::new();
    if span.start != span.end {
        out += &format!("in place of `{}`:\n", sources.slice(span));
    }
    for completion in found.iter().take(n) {
        let (kind, insert) = (format!("{:?}", completion.kind).to_lowercase(), &completion.insert);
        let insert = if *insert == completion.label { String::new() } else { format!(" => {insert:?}") };
        out += &format!("{kind} {}{insert} | {}\n", completion.label, completion.detail);
    }
    out
}

/// The completions of some kind contain all of `wanted`, and none of `unwanted`.
fn check(text: &str, wanted: &[&str], unwanted: &[&str]) {
    let (sources, file, at) = marked(text);
    let (_, found) = completions(&sources, file, at);
    let labels: Vec<&str> = found.iter().map(|completion| completion.label.as_str()).collect();
    for word in wanted {
        assert!(labels.contains(word), "`{word}` is not offered in:\n{text}\n{labels:?}");
    }
    for word in unwanted {
        assert!(!labels.contains(word), "`{word}` is offered in:\n{text}\n{labels:?}");
    }
}

#[test]
fn each_place_offers_what_can_stand_there() {
    let rule = |body: &str| format!("/// Doc.\nrule r -> programs {{\n{body}");
    // Properties: of the class, of what is known about it, of those below it; also of what is unfinished.
    check(&rule("match c: call where c.$0\n}"), &["callee", "arg", "args", "line"], &["c", "any", "programs"]);
    check(&rule("match c: call where c.callee.mem$0"), &["member", "name"], &["and", "emit"]);
    check(&rule("match c: call where c.callee.$0 == \"a\"\nemit { name: \"a\" }\n}"), &["member"], &[]);
    check(&rule("match c: call for a in c.args where a.$0"), &["keyword", "is_star"], &[]);
    check(&rule("match n: node where n is a function and n.$0"), &["decorators", "qualname"], &[]);
    check(&rule("match n: node let x = count y in (n.$0"), &["decorators", "callee"], &[]);
    check(&rule("match f: function for g in group c: call in f by c.text let x = g.$0"), &["key", "first"], &["text"]);
    // Classes.
    check(&rule("match c: $0"), &["call", "function"], &["c", "where"]);
    check(&rule("match c: ca$0\n where c.line > 1 emit {}\n}"), &["call"], &[]);
    check(&rule("match f: function for c: $0"), &["call", "return"], &["f"]);
    check(&rule("match f: function where any c: $0 in f"), &["call"], &["f"]);
    check(&rule("match f: function where f.parent is a $0"), &["class", "call"], &["f"]);
    check(&rule("match f: function let n = count $0"), &["yield", "f"], &[]);
    check(&rule("match n: node(\"sli$0"), &["slice", "call"], &["function"]);
    // Tables and columns.
    check("/// Doc.\nrule r -> $0", &["programs"], &["starters", "call"]);
    check("/// Doc.\nrule r -> prog$0 {\n}", &["programs"], &[]);
    check(&rule("match c: call emit { $0 }\n}"), &["name", "options", "line"], &["c", "is_start"]);
    check(&rule("match c: call emit { name: \"a\", $0"), &["options", "scope"], &["name"]);
    check(&rule("match c: call emit {}\nexample \"\"\"x\"\"\" emits { $0 }\n}"), &["name", "line"], &["c"]);
    check("/// Doc.\ntable t {\n    a: $0\n}", &["text", "json"], &["literal", "call"]);
    check("/// Doc.\ntable t {\n    a: text /// A.\n    unique ($0", &["a", "line"], &["name"]);
    // Sets.
    check(&rule("match c: call where c.callee is $0"), &["starters", "not", "exactly", "present"], &["programs"]);
    check(&rule("match c: call where c instance of st$0\nemit {}\n}"), &["starters"], &["c"]);
    check(&rule("match k: class where k inherits $0"), &["starters"], &["k"]);
    check(&rule("match c: call where c.text in $0"), &["starters", "c"], &[]);
    check("set all = { \"a\", $0", &["starters"], &["programs"]);
    // Values.
    check(&rule("match c: call where $0"), &["c", "is_start", "shown", "module", "any", "not", "case"], &["emit"]);
    check(&rule("match c: call\nwhere is_start(c) and $0\nemit {}\n}"), &["c", "is_start", "count"], &[]);
    check(&rule("match c: call let a = c.line emit { name: $0, options: none }\n}"), &["c", "a", "shown"], &["name"]);
    check(&rule("match c: call emit { name: \"a\" }\nlet b = $0"), &["c"], &["b"]);
    check(&rule("match c: call let x = case c.text { \"a\" => $0"), &["c", "text"], &[]);
    check(&rule("match c: call let x = case c.text { in $0"), &["starters"], &[]);
    check(&rule("match c: call let x = list $0"), &["c"], &[]);
    check("/// Doc.\npredicate p(x: $0", &["call", "text", "literal"], &["programs"]);
    check("/// Doc.\npredicate p(x: call) { $0", &["x", "is_start"], &["emit"]);
    // Kinds of data, and the places that are spoken of.
    let with_kind = |text: &str| format!("/// Doc.\nkind remote\n\n/// Doc.\n{text}");
    let flow = |body: &str| with_kind(&format!("rule r {{\nmatch c: call\n{body}"));
    check(&flow("source $0"), &["remote"], &["c", "programs", "starters"]);
    check(&flow("sink re$0 at c\n}"), &["remote"], &["c"]);
    check(&flow("clean remote, $0\n}"), &["remote"], &[]);
    check(&flow("clean remote at $0\n}"), &["c", "module"], &["remote"]);
    check(&flow("step c.$0"), &["args", "callee"], &["remote"]);
    check(&flow("step c to $0"), &["c"], &[]);
    check(&flow("call c.callee with (0: $0"), &["c"], &[]);
    check(&flow("call $0"), &["c"], &[]);
    check(&with_kind("problem p {\nseverity high\nflow $0"), &["remote"], &["programs"]);
    check(&with_kind("problem p {\nflow remote to $0\nseverity high\n}"), &["remote"], &[]);
    check(&with_kind("problem p {\nmatch c: call report at $0\n}"), &["c"], &["remote"]);
    check(&with_kind("problem p {\n$0"), &["severity", "flow", "from", "match", "message", "help", "tags"], &["emit"]);
    check(&with_kind("problem p {\nseverity $0"), &["low", "high", "critical"], &["match"]);
    check(&flow("$0"), &["source", "sink", "clean", "step", "call", "emit"], &["report"]);
    // Words of the language.
    check("$0", &["rule", "set", "table", "predicate", "define", "view", "private"], &["where"]);
    check("private $0", &["set", "predicate", "define", "kind"], &["rule", "table", "problem"]);
    check("set a = { 1 }\n\nta$0\n\nset b = { 2 }\n", &["table"], &["where", "starters"]);
    check(&rule("match c: call\nwhe$0\nemit {}\n}"), &["where", "let", "emit", "example"], &["rule"]);
    // Nothing, where nothing can be known.
    for text in ["/// $0", "// $0", "set a = { \"$0", "rule $0", "view v \"\"\"SELECT $0"] {
        check(text, &[], &["rule", "any", "starters", "programs", "call"]);
    }
}

#[test]
fn completions_say_what_they_are() {
    let check = |text: &str, n: usize, expected: Expect| expected.assert_eq(&complete(text, n));
    check(
        "/// Doc.\nrule r -> programs {\n    match c: call\n    let name = shown(c)\n    emit { na$0 }\n}",
        4,
        expect![[r#"
            in place of `na`:
            column name | name: text
            column options => "options: " | options: json?
            column scope => "scope: " | scope: text
            column line => "line: " | line: int
        "#]],
    );
    check(
        "/// Doc.\nrule r -> programs {\n    match c: call\n    let l = c.$0",
        3,
        expect![[r#"
        property arg => "arg(" | arg(index: int): expr?
        property args | args: list<argument>
        property callee | callee: expr
    "#]],
    );
    check(
        "/// Doc.\nrule r -> programs {\n    match c: call let x = c.line let y = $0",
        5,
        expect![[r#"
        variable x | int
        variable c | call
        predicate is_start => "is_start(" | predicate is_start(c: call)
        predicate shown => "shown(" | define shown(e: expr?)
        function concat => "concat(" | concat(first: list<text>, second: list<text>): list<text>
    "#]],
    );
}

#[test]
fn a_cursor_anywhere_in_a_file_is_fine() {
    let text =
        "/// Ünï.\nrule r -> programs {\n    match c: call where c.text in starters\n    emit { name: \"é\" // x\n";
    let mut sources = SourceMap::default();
    let file = sources.add("a.rules", text);
    sources.add("shared.rules", SHARED);
    let analysis = analyze(&sources);
    let checked = Checked { sources: &sources, analysis: &analysis };
    for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
        let (span, _) = completions(&sources, file, at as u32);
        assert!(span.start as usize <= at && at <= span.end as usize, "{at}: {span:?}");
        hover(checked, file, at as u32);
        definition(checked, file, at as u32);
    }
}

#[test]
fn what_stands_somewhere_is_offered_there() {
    let (sources, file, _) = marked(&format!("$0{RULE}"));
    let analysis = analyze(&sources);
    let checked = Checked { sources: &sources, analysis: &analysis };
    let mut n_words = 0;
    for word in analysis.words.all().iter().filter(|word| word.span.file == file) {
        let is_declaration = definition(checked, file, word.span.start) == Some(word.span);
        if is_declaration || matches!(word.meaning, Meaning::Unknown(_)) {
            continue;
        }
        let (span, found) = completions(&sources, file, word.span.end);
        let name = sources.slice(word.span);
        assert_eq!(span, word.span, "{name}");
        assert!(found.iter().any(|completion| completion.label == name), "`{name}` at {:?}: {found:?}", word.span);
        n_words += 1;
    }
    assert!(n_words > 15, "{n_words}");
}

#[test]
fn every_word_of_the_catalogue_is_known() {
    let rules = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let sources = RuleFiles::read(&rules).unwrap().sources;
    let analysis = analyze(&sources);
    let checked = Checked { sources: &sources, analysis: &analysis };
    assert!(analysis.diagnostics.is_empty() && analysis.words.all().len() > 3000);
    for word in analysis.words.all() {
        let text = sources.slice(word.span);
        assert!(!matches!(word.meaning, Meaning::Unknown(_)), "`{text}`: {word:?}");
        let (file, at) = (word.span.file, word.span.start);
        assert!(hover(checked, file, at).is_some(), "`{text}`: {word:?}");
        let is_of_a_file = matches!(
            word.meaning,
            Meaning::Set(_)
                | Meaning::Table(_)
                | Meaning::Column { .. }
                | Meaning::Predicate(_)
                | Meaning::Rule(_)
                | Meaning::View(_)
                | Meaning::FlowKind(_)
                | Meaning::Problem(_)
                | Meaning::Variable { .. }
        );
        assert_eq!(definition(checked, file, at).is_some(), is_of_a_file, "`{text}`: {word:?}");
    }
}

/// A private item is offered, shown and found in its own file only; another file may have one of its name.
#[test]
fn private_items_are_seen_in_their_file() {
    let rule = |mark: &str| format!("private set starters = {{ \"own\" }}\n{}", RULE.replace("in starters", mark));
    let (sources, file, at) = marked(&rule("in starte$0rs"));
    let analysis = analyze(&sources);
    let checked = Checked { sources: &sources, analysis: &analysis };
    let shown = hover(checked, file, at).unwrap().markdown;
    assert!(shown.contains("private set starters") && shown.contains("\"own\""), "{shown}");
    assert_eq!(definition(checked, file, at).map(|span| span.file), Some(file));

    let mut sources = SourceMap::default();
    let text = RULE.replace("in starters", "in ");
    let at = text.find("in \n").unwrap() + 3;
    let file = sources.add("a.rules", text);
    sources.add("shared.rules", format!("{SHARED}\nprivate set hidden = {{ \"x\" }}\n"));
    let (_, found) = completions(&sources, file, at as u32);
    let labels: Vec<&str> = found.iter().map(|completion| completion.label.as_str()).collect();
    assert!(labels.contains(&"starters") && !labels.contains(&"hidden"), "{labels:?}");
}

/// The text with one error below a rule that has none.
const RULE: &str = r#"
/// Starts of programs.
rule start -> programs {
    match c: call where is_start(c)
    let a = c.arg(0)
    for k in c.args where k.keyword in starters
    emit { name: shown(a), options: json { line: c.line, wrong: d } }

    example """
        x()
    """ emits { name: "x" }
}
"#;

#[test]
fn words_are_explained() {
    let check = |word: &str, expected: Expect| {
        let (sources, file, at) = marked(&RULE.replacen(word, &format!("$0{word}"), 1));
        let analysis = analyze(&sources);
        let found = hover(Checked { sources: &sources, analysis: &analysis }, file, at);
        let shown = found.map(|hover| format!("{}:\n{}\n", sources.slice(hover.span), hover.markdown));
        expected.assert_eq(&shown.unwrap_or_default());
    };
    check(
        "start ->",
        expect![[r#"
            start:
            ```aud-rules
            rule start -> programs
            ```

            Starts of programs.
        "#]],
    );
    check(
        "programs {",
        expect![[r#"
        programs:
        ```aud-rules
        table programs
        ```

        Programs that are started.

        * `name: text`: What is started.
        * `options: json?`: How.
        * `scope: text`: Where it stands.

        Filled by `start`.
    "#]],
    );
    check(
        "call where",
        expect![[r#"
        call:
        ```aud-rules
        class call: expr
        ```

        A call.

        Syntax kinds: `call`.
    "#]],
    );
    check(
        "is_start",
        expect![[r#"
        is_start:
        ```aud-rules
        predicate is_start(c: call)
        ```

        It starts a program.
    "#]],
    );
    check(
        "a = c",
        expect![[r#"
        a:
        ```aud-rules
        a: expr?
        ```

        An expression: anything that has a value.
    "#]],
    );
    check(
        "arg(0)",
        expect![[r#"
            arg:
            ```aud-rules
            call.arg(index: int): expr?
            ```

            The positional argument at that index, from 0; none after a `*` argument. What `functools.partial` holds comes first.
        "#]],
    );
    check(
        "starters",
        expect![[r#"
            starters:
            ```aud-rules
            set starters
            ```

            Names that start programs.

            2 members: `"os.system"`, `"subprocess.run"`
        "#]],
    );
    check(
        "shown",
        expect![[r#"
        shown:
        ```aud-rules
        define shown(e: expr?)
        ```

        How a value is shown.
    "#]],
    );
    check(
        "options",
        expect![[r#"
        options:
        ```aud-rules
        options: json?
        ```

        How.

        Column of `programs`.
    "#]],
    );
    check(
        "name: \"x\"",
        expect![[r#"
        name:
        ```aud-rules
        name: text
        ```

        What is started.

        Column of `programs`.
    "#]],
    );
    check(
        "d }",
        expect![[r#"
        d:
        **AR0109: unknown variable**

        A name in an expression is a variable: one bound by `match`, `let` or `for` above, one of the aggregate that it stands
        in, or a parameter. Also `module`, the module of the file.

        Wrong:

            predicate has_send(f: function) { any c: call in f where call.callee.member == "send" }

        Right:

            predicate has_send(f: function) { any c: call in f where c.callee.member == "send" }

    "#]],
    );
    check("match", expect![""]);
}

#[test]
fn a_rule_without_mistakes_has_a_stage() {
    let right = RULE.replace("    for k in c.args where k.keyword in starters\n", "").replace(", wrong: d", "");
    let right = right.replace(
        "x()\n    \"\"\" emits { name: \"x\" }",
        "x()\n    \"\"\" emits { name: \"x\" } example \"\"\"y\"\"\" emits nothing",
    );
    let (sources, file, at) = marked(&right.replacen("rule start", "rule $0start", 1));
    let analysis = analyze(&sources);
    let found = hover(Checked { sources: &sources, analysis: &analysis }, file, at).unwrap();
    expect![[r#"
        ```aud-rules
        rule start -> programs
        ```

        Starts of programs.

        Decided when all files were seen (stage `project`), because of `is` (shared.rules line 14)."#]]
    .assert_eq(&found.markdown);
}

#[test]
fn definitions_are_found_across_files() {
    let check = |text: &str, expected: &str| {
        let (sources, file, at) = marked(text);
        let analysis = analyze(&sources);
        let found = definition(Checked { sources: &sources, analysis: &analysis }, file, at);
        let shown = found.map(|span| {
            let (line, column) = sources.position(span);
            format!("{}:{line}:{column} {}", sources.file(span.file).path, sources.slice(span))
        });
        assert_eq!(shown.unwrap_or_default(), expected, "{text}");
    };
    let at = |word: &str| RULE.replacen(word, &format!("{}$0{}", &word[..1], &word[1..]), 1);
    check(&at("programs {"), "shared.rules:6:7 programs");
    check(&at("is_start(c)"), "shared.rules:14:11 is_start");
    check(&at("shown(a)"), "shared.rules:17:8 shown");
    check(&at("starters"), "shared.rules:3:5 starters");
    check(&at("options"), "shared.rules:8:5 options");
    check(&at("name: \"x\""), "shared.rules:7:5 name");
    check(&at("start ->"), "a.rules:3:6 start");
    check(&RULE.replacen("c.arg", "$0c.arg", 1), "a.rules:4:11 c");
    check(&RULE.replacen("c.arg", "c$0.arg", 1), "a.rules:4:11 c");
    check(&RULE.replacen("(a)", "($0a)", 1), "a.rules:5:9 a");
    check(&at("call where"), "");
    check(&at("emit"), "");
}

#[test]
fn items_are_listed_with_their_columns() {
    let mut sources = SourceMap::default();
    let file = sources.add("shared.rules", SHARED);
    let analysis = analyze(&sources);
    let mut out = String::new();
    for symbol in symbols(Checked { sources: &sources, analysis: &analysis }, file) {
        let n_lines = sources.slice(symbol.span).lines().count();
        let parts: Vec<&str> = symbol.parts.iter().map(|part| part.name.as_str()).collect();
        out += &format!("{:?} {} ({n_lines} lines) {}\n", symbol.kind, symbol.name, parts.join(" "));
        assert!(symbol.span.start <= symbol.name_span.start && symbol.name_span.end <= symbol.span.end);
    }
    expect![[r#"
        Set starters (2 lines) 
        Table programs (7 lines) name options scope
        Predicate is_start (2 lines) 
        Definition shown (2 lines) 
    "#]]
    .assert_eq(&out);
}
