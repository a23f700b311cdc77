//! Rule files go in, their canonical form comes out: it means the same, keeps every comment, and is its own form.

#[path = "parse/dump.rs"]
mod dump;

use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_codegen::diag::{Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_codegen::syntax::print::format;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The tree of a file as text without ranges, and its canonical form; none when it has a mistake.
fn read(text: &str) -> Result<(String, String), String> {
    let mut sources = SourceMap::default();
    let file = sources.add("t.rules", text);
    let mut found = Diagnostics::default();
    match format(file, &sources, &mut found) {
        Some(formatted) => Ok((dump::file(&parse(file, &sources, &mut found)), formatted)),
        None => Err(found.render(&sources, Color::Never)),
    }
}

/// The canonical form of a text, which has the properties of one; none when the text has a mistake.
fn formatted(place: &str, text: &str) -> Option<String> {
    let (tree, once) = read(text).ok()?;
    let (tree_again, twice) = read(&once).unwrap_or_else(|found| panic!("{place}: {found}\nfrom\n{text}"));
    assert_eq!(tree, tree_again, "{place}: the meaning changed, from\n{text}\nto\n{once}");
    assert_eq!(once, twice, "{place}: not stable, from\n{text}");
    assert_eq!(characters(text), characters(&once), "{place}: something was lost, from\n{text}\nto\n{once}");
    Some(once)
}

/// All characters but white space and commas, which may come and go: comments are counted with the rest.
fn characters(text: &str) -> String {
    let mut characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !",\u{feff}".contains(*c)).collect();
    // A comment in front of a comma ends up behind it; the order is compared by the trees.
    characters.sort_unstable();
    characters.into_iter().collect()
}

fn check(text: &str, want: Expect) {
    let found = formatted("text", text).unwrap_or_else(|| panic!("{}", read(text).unwrap_err()));
    want.assert_eq(&found);
}

/// The pages with rules, and how many blocks of rules in the canonical form each must have at least.
const PAGES: [(&str, usize); 4] =
    [("docs/language.md", 20), ("src/diag/codes.md", 40), ("../README.md", 1), ("../CONTRIBUTING.md", 1)];

/// The blocks of a page that can be read as rules, without the indentation of a list around them, but for those that
/// show what is wrong.
fn rules_of(page: &str) -> Vec<(String, String)> {
    let markdown = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let mut blocks = Vec::new();
    let mut lines = markdown.lines().enumerate();
    while let Some((number, fence)) = lines.next() {
        let Some((indent, info)) = fence.split_once("```") else { continue };
        let block = lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim() != "```");
        let text: String = block.map(|line| format!("{}\n", line.strip_prefix(indent).unwrap_or(line))).collect();
        if !info.starts_with("rules,error") && (info.starts_with("rules") || info.is_empty()) && read(&text).is_ok() {
            blocks.push((format!("{page}:{}", number + 2), text));
        }
    }
    blocks
}

/// The rule files of a folder: path and text.
fn rule_files(folder: &str) -> Vec<(String, String)> {
    let sources = RuleFiles::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap().sources;
    sources.ids().map(|id| (sources.file(id).path.clone(), sources.file(id).text.clone())).collect()
}

/// Every rule file of the catalogue, of the template and of the tests, and every block of the documents.
fn examples() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut examples: Vec<_> = ["../rules", "templates", "tests"].into_iter().flat_map(rule_files).collect();
    for page in ["docs/language.md", "src/diag/codes.md", "../README.md"] {
        let markdown = fs::read_to_string(PathBuf::from(root).join(page)).unwrap();
        let blocks = markdown.split("```").skip(1).step_by(2).enumerate();
        examples.extend(blocks.filter_map(|(index, block)| {
            let (_, text) = block.split_once('\n')?;
            Some((format!("{page}, block {index}"), text.to_owned()))
        }));
    }
    examples
}

#[test]
fn every_example_keeps_its_meaning() {
    let n_formatted = examples().iter().filter(|(place, text)| formatted(place, text).is_some()).count();
    assert!(n_formatted > 100, "only {n_formatted} examples can be read");
}

#[test]
fn the_catalogue_the_template_and_the_documents_have_the_canonical_form() {
    let mut texts = Vec::new();
    for (folder, n_wanted) in [("../rules", 20), ("templates", 1)] {
        let files = rule_files(folder);
        assert!(files.len() >= n_wanted, "{folder} has only {} rule files", files.len());
        texts.extend(files);
    }
    for (page, n_wanted) in PAGES {
        let blocks = rules_of(page);
        assert!(blocks.len() >= n_wanted, "{page} has only {} blocks of rules", blocks.len());
        texts.extend(blocks);
    }
    let differences: Vec<String> = texts
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .filter_map(|(place, text)| {
            let (_, canonical) = read(text).unwrap_or_else(|found| panic!("{place}: {found}"));
            (canonical != *text).then(|| format!("{place}: run `aud-rules fmt`, which gives\n{canonical}"))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn what_fits_stands_on_one_line_and_the_rest_breaks_at_its_outermost_braces() {
    check(
        "set  a={\"x\",\n  \"y\" ,}\nset b = { }\npredicate p ( e:expr? , )\n{ e.name==\"x\"and(e.arg( 0 )is absent) }\n",
        expect![[r#"
            set a = { "x", "y" }

            set b = {}

            predicate p(e: expr?) { e.name == "x" and (e.arg(0) is absent) }
        "#]],
    );
    let names: Vec<String> = (0..5).map(|n| format!("\"a_name_of_some_length_{n}\"")).collect();
    let names = names.join(", ");
    check(
        &format!(
            "set a = {{ {names} }}\ndefine d(e: expr) {{ case {{ e.name in {{ {names} }} => 1, else => e.line - 1 }} }}"
        ),
        expect![[r#"
            set a = {
                "a_name_of_some_length_0", "a_name_of_some_length_1", "a_name_of_some_length_2", "a_name_of_some_length_3",
                "a_name_of_some_length_4",
            }

            define d(e: expr) {
                case {
                    e.name in {
                        "a_name_of_some_length_0", "a_name_of_some_length_1", "a_name_of_some_length_2", "a_name_of_some_length_3",
                        "a_name_of_some_length_4",
                    } => 1,
                    else => e.line - 1,
                }
            }
        "#]],
    );
}

#[test]
fn a_rule_has_one_part_on_each_line() {
    check(
        r#"/// A rule.
rule r->t{tags "a" , "b"
        match f: function where f.is_async
          let x = first c: call in f
          where x is present
          let y = first c: call in f
                where c.callee.name == "y"
  for d in f.decorators where d.target.name == "a_very_long_name_that_takes_much_of_the_line" and d.target.object is present

        emit{a:x.label,b}
        example """
  def f():
      y()
   """ emits {line:1,b:json[ 1,{a:null} ]},{line:2}
  example """f()""" emits nothing
  }"#,
        expect![[r#"
            /// A rule.
            rule r -> t {
                tags "a", "b"
                match f: function where f.is_async
                let x = first c: call in f
                where x is present
                let y = first c: call in f where c.callee.name == "y"
                for d in f.decorators
                where d.target.name == "a_very_long_name_that_takes_much_of_the_line" and d.target.object is present

                emit { a: x.label, b }

                example """
                    def f():
                        y()
                """ emits { line: 1, b: json [1, { a: null }] }, { line: 2 }
                example """f()""" emits nothing
            }
        "#]],
    );
}

#[test]
fn members_of_sets_fill_lines_and_braces_open_where_the_value_begins() {
    let names: Vec<String> = (0..7).map(|n| format!("\"a_name_of_some_length_{n}\"")).collect();
    check(
        &format!("set a = {{ {} }}", names.join(", ").replace("_3\",", "_3\", // ends its line\n")),
        expect![[r#"
            set a = {
                "a_name_of_some_length_0", "a_name_of_some_length_1", "a_name_of_some_length_2", "a_name_of_some_length_3", // ends its line
                "a_name_of_some_length_4", "a_name_of_some_length_5", "a_name_of_some_length_6",
            }
        "#]],
    );
    check(
        r#"define d(e: expr) { e.string_of_some_length ?? case { e.is_a_thing_of_that_kind => "what it is", else => "what it is not, whatever it may be" } }
        define f(e: expr) { json [for x in e.elements_of_the_value where x.is_present: { name: x.name_of_it, text: x.text_of_the_value_as_written }] }
        define g(e: expr) { list case { x.is_a_thing_of_that_or_of_another_kind_altogether => "what it is", else => "what it is not, whatever it may be" } for x in e.elements_of_it }"#,
        expect![[r#"
            define d(e: expr) {
                e.string_of_some_length ?? case {
                    e.is_a_thing_of_that_kind => "what it is",
                    else => "what it is not, whatever it may be",
                }
            }

            define f(e: expr) {
                json [for x in e.elements_of_the_value where x.is_present: {
                    name: x.name_of_it,
                    text: x.text_of_the_value_as_written,
                }]
            }

            define g(e: expr) {
                list case {
                    x.is_a_thing_of_that_or_of_another_kind_altogether => "what it is",
                    else => "what it is not, whatever it may be",
                } for x in e.elements_of_it
            }
        "#]],
    );
}

#[test]
fn comments_stay_where_they_are() {
    check(
        r#"// head

// of the file
/// Doc.
// between
table t { // of the table
    /// Above.
    a: text? /// Behind.
             /// Below.
    // alone
    long_name: json   // no doc


    b: int /// B.
    unique(a,b)
    // last
}
// of the rule
rule r -> t {
    // before match
    match c: call // anchor

    where c.name in { "a", // first
        // second
        "b" } and // tail
        c.line > 1
    emit { a: 1, b: 2 }
} // end
// eof"#,
        expect![[r#"
            // head

            // of the file
            /// Doc.
            // between
            table t { // of the table
                /// Above.
                a: text?           /// Behind.
                                   /// Below.
                // alone
                long_name: json // no doc

                b: int             /// B.
                unique (a, b)
                // last
            }

            // of the rule
            rule r -> t {
                // before match
                match c: call // anchor

                where c.name in {
                    "a", // first
                    // second
                    "b",
                }
                    and // tail
                    c.line > 1
                emit { a: 1, b: 2 }
            } // end

            // eof
        "#]],
    );
}

#[test]
fn a_file_may_have_nothing_but_comments() {
    check("", expect![[r#""#]]);
    check(
        "\n\n// only\n\n\n\n// these",
        expect![[r#"
        // only

        // these
    "#]],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn other_white_space_changes_nothing(
        pick in any::<prop::sample::Index>(),
        places in prop::collection::vec((any::<prop::sample::Index>(), 0..10usize), 1..12),
    ) {
        let examples = examples();
        let (place, text) = pick.get(&examples);
        let spaces: Vec<usize> = text.char_indices().filter(|(_, c)| matches!(c, ' ' | '\n')).map(|(at, _)| at).collect();
        prop_assume!(!spaces.is_empty());
        let mut places: Vec<(usize, usize)> = places.iter().map(|(at, what)| (*at.get(&spaces), *what)).collect();
        places.sort_unstable();
        places.dedup_by_key(|(at, _)| *at);
        let mut text = text.clone();
        for (at, what) in places.into_iter().rev() {
            let space = [
                "  ", "\n", "\n\n\n", "\t", "\n        ", "\r\n", " // a remark\n", "\n    // on its own\n\n", "\n// left\n    ", "",
            ][what];
            text.replace_range(at..=at, space);
        }
        formatted(place, &text);
    }
}

#[test]
fn kinds_problems_and_what_is_said_of_flow_have_a_form() {
    check(
        "/// A.\nprivate   kind a\nkind b\n/// R.\nrule r{match c:call\nsource a,b at c.arg( 0 )\nclean a at c when   true\n\
         step c.args to c call c.callee with(0:c , own:c.callee,* c.positional,** c.keywords ,) to c }\n\
         problem p{severity high tags \"x\" flow a to b\nmessage \"m\" help \"\"\"\nH.\n  I.\n\"\"\"\n\
         example \"\"\"\nx\n\"\"\" reports{line:1,source_line:2},{line:3}}\n",
        expect![[r#"
            /// A.
            private kind a

            kind b

            /// R.
            rule r {
                match c: call
                source a, b at c.arg(0)
                clean a at c when true
                step c.args to c
                call c.callee with (0: c, own: c.callee, *c.positional, **c.keywords) to c
            }

            problem p {
                severity high
                tags "x"
                flow a to b
                message "m"
                help """
                    H.
                      I.
                """

                example """
                    x
                """ reports { line: 1, source_line: 2 }, { line: 3 }
            }
        "#]],
    );
    let kinds: Vec<String> = (0..9).map(|n| format!("a_kind_of_some_length_{n}")).collect();
    check(
        &format!("rule r {{ match c: call clean {} at c }}", kinds.join(", ")),
        expect![[r#"
        rule r {
            match c: call
            clean a_kind_of_some_length_0, a_kind_of_some_length_1, a_kind_of_some_length_2, a_kind_of_some_length_3,
                a_kind_of_some_length_4, a_kind_of_some_length_5, a_kind_of_some_length_6, a_kind_of_some_length_7,
                a_kind_of_some_length_8 at c
        }
    "#]],
    );
}
