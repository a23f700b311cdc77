//! The codes of all diagnostics. Each has a title here and a section in `codes.md`, which `explain` prints: what is
//! wrong, a wrong example and a right one.

use super::Severity;
use super::Severity::{Error, Warning};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:expr, $title:literal;)+) => {
        /// What a diagnostic is about.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, by number.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The code as people write it, e.g. `AR0101`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)+
                }
            }

            /// What kind of mistake it is, in a few words.
            pub fn title(self) -> &'static str {
                match self {
                    $(Code::$name => $title,)+
                }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$name => $severity,)+
                }
            }
        }
    };
}

codes! {
    /// The text does not fit the grammar.
    Syntax = "AR0001", Error, "the text does not fit the grammar";
    /// A text, `"""` text, regular expression or bracket has no end.
    Unfinished = "AR0002", Error, "a text, pattern or bracket has no end";
    /// `\q` in a text.
    UnknownEscape = "AR0003", Error, "unknown escape in a text";
    /// A word where a keyword must stand.
    UnknownKeyword = "AR0004", Error, "unknown keyword";
    /// More nested brackets or operators than anybody writes.
    TooDeep = "AR0005", Error, "nested too deeply";
    /// The file, or one of its items, is longer than any that people write.
    TooLarge = "AR0006", Error, "file or item too large";
    /// `{ key: value }` or `[for ...]` without `json`.
    OnlyInJson = "AR0007", Error, "an object or a `[for ...]` outside `json`";
    /// A number that does not fit.
    NumberOutOfRange = "AR0008", Error, "number out of range";
    /// `a < b < c`.
    ChainedTests = "AR0009", Error, "tests in a chain";
    /// A `///` comment with nothing to describe.
    StrayDoc = "AR0010", Error, "doc comment that describes nothing";
    /// A part of a rule in the wrong place, e.g. a second `match`.
    MisplacedPart = "AR0011", Error, "part of a rule in the wrong place";
    /// More items, members, columns, loops, patterns than any rules need.
    TooMany = "AR0012", Error, "more than rules may have";
    /// A control character, or one that turns the direction of the text around it.
    HiddenCharacter = "AR0013", Error, "character that can not be seen";

    /// No such class of the vocabulary.
    UnknownClass = "AR0101", Error, "unknown class";
    /// The class has no such property.
    UnknownProperty = "AR0102", Error, "unknown property";
    /// No such set.
    UnknownSet = "AR0103", Error, "unknown set";
    /// No such table.
    UnknownTable = "AR0104", Error, "unknown table";
    /// `emit` names a column that the table does not have.
    UnknownColumn = "AR0105", Error, "unknown column";
    /// No such function and no such predicate.
    UnknownFunction = "AR0106", Error, "unknown function or predicate";
    /// `node("kind")` with a kind that the grammar does not have.
    UnknownKind = "AR0107", Error, "unknown syntax kind";
    /// No such type of a column or parameter.
    UnknownType = "AR0108", Error, "unknown type";
    /// No such variable.
    UnknownVariable = "AR0109", Error, "unknown variable";
    /// No such kind of data.
    UnknownFlowKind = "AR0110", Error, "unknown kind of data";

    /// A value of another type is needed.
    WrongType = "AR0201", Error, "wrong type";
    /// A value that may be absent where there must be one.
    OptionalValue = "AR0202", Error, "the value may be absent";
    /// Too many or too few arguments.
    WrongArgumentCount = "AR0203", Error, "wrong number of arguments";
    /// A condition that can never hold.
    AlwaysFalse = "AR0204", Error, "condition that never holds";
    /// A condition that always holds.
    AlwaysTrue = "AR0205", Warning, "condition that always holds";
    /// A regular expression that can not be compiled.
    BadRegex = "AR0206", Error, "bad regular expression";
    /// A statement about the flow of data speaks of a node that has no value.
    NoValue = "AR0207", Error, "node that has no value";

    /// `emit` leaves out a column.
    MissingColumn = "AR0301", Error, "missing column";
    /// `emit` or an example's row gives a column twice.
    ColumnGivenTwice = "AR0302", Error, "column given twice";
    /// A table declares a column twice.
    DuplicateColumn = "AR0303", Error, "column declared twice";
    /// Two items of one name.
    DuplicateItem = "AR0304", Error, "two items of one name";
    /// `unique` names a column that the table does not have.
    UnknownKeyColumn = "AR0305", Error, "`unique` names an unknown column";
    /// A keyword of SQLite, or the name of a table of the house.
    ReservedName = "AR0306", Error, "reserved name";
    /// A name that is not written in lower case with underscores.
    NotSnakeCase = "AR0307", Error, "name that is not snake_case";
    /// No rule fills the table.
    TableWithoutRule = "AR0308", Warning, "table that no rule fills";
    /// Every rule gives `none` for the column.
    ColumnNeverFilled = "AR0309", Warning, "column that no rule fills";
    /// `emit` or an example in a rule that has no table.
    NoTable = "AR0310", Error, "rows of a rule without a table";

    /// A rule without `match`.
    NoAnchor = "AR0401", Error, "rule without an anchor";
    /// A rule without `emit`, or one without a table that says nothing of the flow of data.
    NoEmit = "AR0402", Error, "rule that gives nothing";
    /// A statement after the last one that gives something.
    AfterLastEmit = "AR0403", Error, "statement that nothing comes of";
    /// A variable that nothing reads.
    UnusedVariable = "AR0404", Error, "unused variable";
    /// A variable with the name of another one that is still known.
    ShadowedVariable = "AR0405", Error, "variable that hides another one";

    /// A set without members.
    EmptySet = "AR0501", Error, "empty set";
    /// A set or predicate that needs itself.
    Recursive = "AR0502", Error, "set or predicate that needs itself";
    /// A set, predicate or kind that nothing names.
    UnusedItem = "AR0503", Warning, "unused set, predicate or kind";
    /// A view or query that SQLite can not prepare.
    BadView = "AR0504", Error, "view or query that SQLite can not prepare";
    /// A view or query that is no single `SELECT`.
    ViewSideEffect = "AR0505", Error, "view or query that does more than read";
    /// The query of a problem does not say where.
    QueryWithoutPlace = "AR0506", Error, "query that gives no place";
    /// Two names of one class or function in a set.
    TwoNames = "AR0507", Warning, "one class or function under two names";

    /// No example makes the rule fire.
    NoFiringExample = "AR0601", Error, "no example that fires";
    /// No example shows what the rule must leave alone.
    NoSilentExample = "AR0602", Error, "no example that must not fire";
    /// A row of an example names a column that the table does not have.
    UnknownExampleColumn = "AR0603", Error, "example with an unknown column";

    /// A doc comment is missing.
    MissingDoc = "AR0701", Error, "missing doc comment";

    /// A problem without severity, message or help.
    IncompleteProblem = "AR0801", Error, "problem that lacks a part";
    /// A problem with none or several of `flow`, `match` and `from`.
    NotOneWay = "AR0802", Error, "problem that is not found in one way";
    /// `{word}` in a message where nothing can be put.
    BadPlaceholder = "AR0803", Error, "unknown placeholder in a message";
    /// A flow whose data nothing brings in, or that no place takes.
    IdleProblem = "AR0804", Warning, "problem that is never found";
    /// An argument that stands twice, out of order, or has no keywords.
    BadCallArgument = "AR0805", Error, "argument that a call can not have";
}

const EXPLANATIONS: &str = include_str!("codes.md");

impl Code {
    /// The code of that number, written in either case: `AR0101`, `ar0101`.
    pub fn from_id(id: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// What is wrong and what would be right, with examples indented.
    pub fn explanation(self) -> String {
        let section = EXPLANATIONS.split("\n## ").find_map(|section| section.strip_prefix(self.id()));
        let (_, text) = section.and_then(|section| section.split_once('\n')).unwrap_or_default();
        let mut out = String::new();
        let mut is_example = false;
        for line in text.trim().lines() {
            if line.starts_with("```") {
                is_example = !is_example;
                continue;
            }
            if is_example && !line.is_empty() {
                out.push_str("    ");
            }
            out.push_str(line);
            out.push('\n');
        }
        out
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_with_examples() {
        let sections: Vec<&str> = EXPLANATIONS.split("\n## ").skip(1).collect();
        let titles: Vec<&str> = sections.iter().filter_map(|section| section.lines().next()).collect();
        let wanted: Vec<String> = Code::ALL.iter().map(|code| format!("{code}: {}", code.title())).collect();
        assert_eq!(titles, wanted);
        for code in Code::ALL {
            let section = sections.iter().find(|section| section.starts_with(code.id())).unwrap();
            assert!(section.contains(&format!("```rules,error {code}\n")), "{code} has no wrong example");
            assert!(section.contains("\nRight:\n"), "{code} has no right example");
            let text = code.explanation();
            assert!(text.contains("\nWrong:\n\n    ") && text.contains("\nRight:\n\n    "), "{text}");
            assert!(!text.contains("```"), "{text}");
        }
    }

    #[test]
    fn codes_are_sorted_and_found_by_number() {
        assert!(Code::ALL.is_sorted_by_key(|code| code.id()));
        assert_eq!(Code::from_id("ar0104"), Some(Code::UnknownTable));
        assert_eq!(Code::from_id("AR9999"), None);
    }
}
