//! What the rules of the grammar are called in errors, and which words could stand in their place.

use super::grammar::Rule;

/// The keywords of items, in the order of the reference, with the rules that parse them.
pub(super) const ITEMS: &[(&str, Rule)] = &[
    ("set", Rule::set_item),
    ("table", Rule::table_item),
    ("predicate", Rule::predicate_item),
    ("define", Rule::predicate_item),
    ("rule", Rule::rule_item),
    ("view", Rule::view_item),
    ("kind", Rule::kind_item),
    ("problem", Rule::problem_item),
];

/// The word before the keyword of an item that only its own file can name.
pub(super) const PRIVATE: &str = "private";

/// The keywords that can follow [`PRIVATE`].
pub(super) const CAN_BE_PRIVATE: [&str; 4] = ["set", "predicate", "define", "kind"];

/// The rule of the item that begins with that keyword.
pub(super) fn item(keyword: &str) -> Option<Rule> {
    ITEMS.iter().find(|(word, _)| *word == keyword).map(|(_, rule)| *rule)
}

/// The text of a token that is always written the same.
fn token(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::lbrace => "{",
        Rule::rbrace => "}",
        Rule::lparen => "(",
        Rule::rparen => ")",
        Rule::lbracket => "[",
        Rule::rbracket => "]",
        Rule::comma => ",",
        Rule::colon => ":",
        Rule::bar => "|",
        Rule::equals => "=",
        Rule::becomes => "=>",
        Rule::arrow => "->",
        Rule::k_private => PRIVATE,
        Rule::k_set => "set",
        Rule::k_table => "table",
        Rule::k_predicate => "predicate",
        Rule::k_define => "define",
        Rule::k_rule => "rule",
        Rule::k_view => "view",
        Rule::k_kind => "kind",
        Rule::k_problem => "problem",
        Rule::k_severity | Rule::severity => "severity",
        Rule::k_flow | Rule::flow => "flow",
        Rule::k_from | Rule::query => "from",
        Rule::k_message | Rule::message => "message",
        Rule::k_help | Rule::help => "help",
        Rule::k_report | Rule::report => "report",
        Rule::k_reports => "reports",
        Rule::k_source | Rule::source_statement => "source",
        Rule::k_sink | Rule::sink_statement => "sink",
        Rule::k_clean | Rule::clean_statement => "clean",
        Rule::k_step | Rule::step_statement => "step",
        Rule::k_call | Rule::call_statement => "call",
        Rule::k_at => "at",
        Rule::k_when | Rule::outcome => "when",
        Rule::k_returned => "returned",
        Rule::k_critical => "critical",
        Rule::k_high => "high",
        Rule::k_medium => "medium",
        Rule::k_low => "low",
        Rule::k_info => "info",
        Rule::k_unique | Rule::unique_key => "unique",
        Rule::k_tags | Rule::tags => "tags",
        Rule::k_match | Rule::anchor => "match",
        Rule::k_let | Rule::let_statement => "let",
        Rule::k_where | Rule::k_such | Rule::where_statement => "where",
        Rule::k_for | Rule::for_statement => "for",
        Rule::k_emit | Rule::emit => "emit",
        Rule::k_example | Rule::example | Rule::problem_example => "example",
        Rule::k_emits => "emits",
        Rule::k_nothing => "nothing",
        Rule::k_in => "in",
        Rule::k_within => "within",
        Rule::k_not => "not",
        Rule::k_is => "is",
        Rule::k_exactly => "exactly",
        Rule::k_a => "a",
        Rule::k_present => "present",
        Rule::k_absent => "absent",
        Rule::k_of => "of",
        Rule::k_by => "by",
        Rule::k_to | Rule::result => "to",
        Rule::k_with => "with",
        Rule::k_else => "else",
        Rule::k_json => "json",
        Rule::k_or => "or",
        Rule::k_and => "and",
        _ => return None,
    })
}

/// What a rule is called in `expected ...`; none when it is not worth a word.
pub(super) fn describe(rule: Rule) -> Option<String> {
    let words = match rule {
        Rule::k_tags
        | Rule::k_match
        | Rule::k_let
        | Rule::k_where
        | Rule::k_for
        | Rule::k_emit
        | Rule::k_example
        | Rule::k_source
        | Rule::k_sink
        | Rule::k_clean
        | Rule::k_step
        | Rule::k_call
        | Rule::k_report => "a statement",
        Rule::k_or | Rule::k_and | Rule::test | Rule::comparison | Rule::coalescing | Rule::plus | Rule::minus => {
            "an operator"
        }
        Rule::dot | Rule::args | Rule::question | Rule::doc | Rule::docs | Rule::EOI => return None,
        Rule::set_name => "the name of a set",
        Rule::table_name => "a table name",
        Rule::column_name | Rule::column | Rule::cell | Rule::row_cell => "a column name",
        Rule::rule_name => "a rule name",
        Rule::predicate_name => "a name",
        Rule::view_name => "a view name",
        Rule::problem_name => "a problem name",
        Rule::kind_name | Rule::kind_names => "the name of a kind",
        Rule::stars | Rule::argument_index | Rule::argument_name | Rule::call_argument => {
            "an argument such as `name: value`, `0: value` or `**value`"
        }
        Rule::call_arguments => "`(`",
        Rule::variable | Rule::param => "a variable name",
        Rule::function_name => "the name of a function",
        Rule::property_name | Rule::property => "a property name",
        Rule::class_name | Rule::class | Rule::region_of | Rule::member_of => "a class",
        Rule::type_name => "a type",
        Rule::key_name | Rule::pair | Rule::json_pair => "a key",
        Rule::text => "a text in double quotes",
        Rule::long_text => "a text between `\"\"\"` and `\"\"\"`",
        Rule::pattern => "a pattern between slashes",
        Rule::names => "a quoted name",
        Rule::inline_set => "`{ ... }`",
        Rule::set_member => "a text, a number or the name of a set",
        Rule::row => "`{ ... }`",
        Rule::row_value | Rule::alternatives | Rule::real | Rule::int | Rule::yes | Rule::no | Rule::absent => {
            "a literal"
        }
        Rule::json_value | Rule::json_object | Rule::json_list | Rule::k_null => "a JSON value",
        Rule::choices | Rule::choice => "an arm such as `\"a\" => b`",
        Rule::conditions => "an arm such as `a => b`",
        Rule::question_test => "a test",
        Rule::expr
        | Rule::and_expr
        | Rule::not_expr
        | Rule::tested
        | Rule::coalesce
        | Rule::sum
        | Rule::term
        | Rule::when
        | Rule::postfix
        | Rule::reference => "an expression",
        _ => return token(rule).map(|text| format!("`{text}`")),
    };
    Some(words.to_string())
}

/// The words that could stand where a rule was expected, to find what a misspelt one was meant to be.
pub(super) fn candidates(rule: Rule) -> Vec<&'static str> {
    match rule {
        Rule::test | Rule::question_test | Rule::choice => TESTS.to_vec(),
        Rule::expr | Rule::and_expr | Rule::not_expr | Rule::tested | Rule::coalesce | Rule::sum | Rule::term => {
            PREFIXES.to_vec()
        }
        _ => token(rule).into_iter().filter(|text| text.starts_with(|c: char| c.is_ascii_alphabetic())).collect(),
    }
}

const TESTS: &[&str] = &[
    "in",
    "not in",
    "is",
    "is not",
    "is exactly",
    "is present",
    "is absent",
    "is a",
    "instance of",
    "inherits",
    "decorated by",
    "refers to",
    "like",
    "starts with",
    "ends with",
    "contains",
];

const PREFIXES: &[&str] =
    &["any", "count", "first", "last", "list", "sum", "min", "max", "group", "case", "json", "not"];

/// What writers of Python or of other rule languages put where this language has a word of its own.
pub(super) fn hint(rest: &str) -> Option<&'static str> {
    const HINTS: &[(&str, &str)] = &[
        ("=>", "`=>` stands in the arms of a `case` only; `>=` compares"),
        ("=", "`==` compares; `let NAME = ...` binds"),
        ("'", "texts stand in double quotes"),
        ("&&", "write `and`"),
        ("||", "write `or`"),
        ("!", "write `not`"),
        ("#", "comments begin with `//`"),
        (";", "statements need nothing between them"),
        ("lambda", "bind a variable in an aggregate instead: `any x in xs where ...`"),
        ("private", "sets, predicates, definitions and kinds can be private; all else is for everyone"),
        ("None", "`none` is the absent value; Python's `None` is asked with `.is_none`"),
        ("null", "`none` is the absent value"),
        ("return", "a rule ends with `emit { ... }`"),
        ("if", "write `where` for a condition, `case` for a choice"),
        ("elif", "write another arm of the `case`"),
    ];
    let word = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(rest, |end| &rest[..end]);
    let fits = |text: &str| if word.is_empty() { rest.starts_with(text) } else { word == text };
    if rest.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()) {
        return Some("names consist of the letters a to z, digits and `_`");
    }
    HINTS.iter().find(|(text, _)| fits(text)).map(|(_, help)| *help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_is_described_by_its_own_name() {
        for rule in Rule::all_rules() {
            let words = describe(*rule).unwrap_or_default();
            assert!(!words.contains('_'), "{rule:?} is called {words}");
        }
    }
}
