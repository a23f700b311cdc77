//! From an unfinished text to one that can be parsed: a name stands at the cursor, and what is missing is added.

use std::ops::Range;

use crate::diag::Diagnostics;
use crate::source::SourceMap;
use crate::syntax::parse::cursor::CursorContext;
use crate::syntax::parse::parse;

/// The name that stands at the cursor; no rule file has it.
pub(super) const CURSOR_NAME: &str = "name_at_the_cursor";

/// What may have to follow a name before anything else can: a region, a value, an arm, a key, a place, other kinds.
const CONTINUATIONS: [&str; 10] = [
    "",
    " in module",
    " => none",
    ": none",
    " for x in module",
    " by module",
    " { else => none }",
    " at module",
    " to kind_at_the_cursor",
    " with ()",
];

/// The text of a file with [`CURSOR_NAME`] in place of `word`, such that the item around it can be parsed, in several
/// ways: the most faithful first.
pub(super) fn mend<'a>(
    source: &'a str,
    place: &'a CursorContext,
    word: &'a Range<usize>,
) -> impl Iterator<Item = String> + 'a {
    let before = &source[..word.start];
    let closing: Vec<char> = place.open.iter().rev().map(|open| closing(*open)).collect();
    let (outer, inner) = closing
        .split_last()
        .map_or((String::new(), String::new()), |(outer, inner)| (outer.to_string(), inner.iter().collect()));
    let rest = source[word.end..place.item.end].to_owned();
    // The rest as it is; or without it: a rule, which ends with `emit`; any item; one whose body did not begin.
    let endings = [
        rest,
        format!("{inner} emit {{}} {outer}"),
        format!("{inner}{outer}"),
        format!("{inner}{outer} {{ true }}"),
        " {}".to_owned(),
    ];
    let items = CONTINUATIONS.iter().flat_map(move |continuation| {
        endings
            .clone()
            .map(|ending| format!("{}{CURSOR_NAME}{continuation}{ending}\n", &source[place.item.start..word.start]))
    });
    let parsed = items.filter(|item| can_be_parsed(item));
    parsed.map(move |item| format!("{}{item}{}", &before[..place.item.start], &source[place.item.end..]))
}

fn can_be_parsed(item: &str) -> bool {
    let mut sources = SourceMap::default();
    let file = sources.add("", item);
    let mut found = Diagnostics::default();
    !parse(file, &sources, &mut found).items.is_empty()
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}
