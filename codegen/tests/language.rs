//! The language reference and the explanations of diagnostics, block by block: what they call valid is, and what they
//! call wrong has the mistake that they name.
//!
//! Blocks begin with ```` ```rules ```` (a whole file), ```` ```rules,fragment ```` (doc comments and examples may be
//! missing) or ```` ```rules,error AR0101 ````.

use aud_rules_codegen::check::synonyms::look_for_synonyms;
use aud_rules_codegen::check::{check as check_items, check_views};
use aud_rules_codegen::diag::{Code, Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_codegen::vocab::Vocabulary;

/// The tables that views may read beside those of the rules.
const HOUSE_TABLES: &str = aud_rules_plan::schema::SYSTEM_SCHEMA;

/// What a block of a page claims.
enum Claim<'a> {
    Valid,
    Fragment,
    Error(&'a str),
}

struct Block<'a> {
    /// The page and the line of the block's first line.
    place: String,
    claim: Claim<'a>,
    text: String,
}

/// The `rules` blocks of a Markdown page.
fn blocks<'a>(page: &str, markdown: &'a str) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text: String = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| *line != "```")
            .fold(String::new(), |text, line| text + line + "\n");
        let claim = match info {
            "rules" => Claim::Valid,
            "rules,fragment" => Claim::Fragment,
            _ => match info.strip_prefix("rules,error ") {
                Some(code) => Claim::Error(code),
                None => {
                    assert!(!info.starts_with("rules"), "{page}:{}: what is a block of {info:?}?", number + 1);
                    continue;
                }
            },
        };
        blocks.push(Block { place: format!("{page}:{}", number + 2), claim, text });
    }
    blocks
}

/// What a fragment may lack, and what a wrong example may have beside its mistake: it is short.
const LEFT_OUT: [Code; 6] = [
    Code::MissingDoc,
    Code::NoFiringExample,
    Code::NoSilentExample,
    Code::UnusedItem,
    Code::TableWithoutRule,
    Code::IdleProblem,
];

/// Everything that is found in a block.
fn compile(block: &Block, sources: &mut SourceMap) -> Diagnostics {
    let file = sources.add(block.place.clone(), block.text.clone());
    let mut found = Diagnostics::default();
    let tree = parse(file, sources, &mut found);
    let mut model = check_items(&[(file, tree)], sources, Vocabulary::python(), &mut found);
    check_views(&mut model, HOUSE_TABLES, sources, &mut found).unwrap();
    let defined =
        |name: &str| (name == "flask.Flask" || name == "flask.app.Flask").then(|| "flask.app.Flask".to_owned());
    look_for_synonyms(&model, sources, &defined, &mut found);
    found
}

/// What is wrong with the claim of a block.
fn problem(block: &Block) -> Option<String> {
    let mut sources = SourceMap::default();
    let found = compile(block, &mut sources);
    let mut codes: Vec<Code> = found.sorted().iter().map(|diagnostic| diagnostic.code).collect();
    codes.dedup();
    let wanted = match block.claim {
        Claim::Valid => None,
        Claim::Fragment => {
            codes.retain(|code| !LEFT_OUT.contains(code));
            None
        }
        // A mebibyte would be a long example, and a hidden character none that helps.
        Claim::Error("AR0006" | "AR0013") => return None,
        Claim::Error(id) => {
            let wanted = Code::from_id(id);
            codes.retain(|code| Some(*code) == wanted || !LEFT_OUT.contains(code));
            match wanted {
                Some(code) => Some(code),
                None => return Some(format!("{}: there is no code {id}", block.place)),
            }
        }
    };
    (codes != Vec::from_iter(wanted)).then(|| {
        let wanted = wanted.map_or("nothing", Code::id);
        format!("{}: expected {wanted}\n{}", block.place, found.render(&sources, Color::Never))
    })
}

/// Checks a page; it must have that many blocks at least.
fn check(page: &str, markdown: &str, n_blocks: usize) {
    let blocks = blocks(page, markdown);
    assert!(blocks.len() >= n_blocks, "{page} has only {} blocks", blocks.len());
    let problems: Vec<String> = blocks.iter().filter_map(problem).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn language_reference() {
    check("docs/language.md", include_str!("../docs/language.md"), 20);
}

#[test]
fn explanations_of_diagnostics() {
    check("src/diag/codes.md", include_str!("../src/diag/codes.md"), 2 * Code::ALL.len());
}

#[test]
fn a_false_claim_is_found() {
    let page = "```rules\nset a = {\n```\n```python\nset a\n```\n```rules,error AR0003\nset a = { \"\\q\" }\n```\n\
                ```rules,error AR0001\nset a = {}\n```\n```rules,error AR0999\nset a = {}\n```\n";
    let found: Vec<bool> = blocks("page", page).iter().map(|block| problem(block).is_some()).collect();
    assert_eq!(found, [true, false, true, true]);
}
