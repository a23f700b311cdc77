//! From the text of a SQL statement to its command and the tables it speaks of.
//!
//! The text may be a template whose holes are written `{}`, or of any dialect, so a full parse would fail on most real
//! queries. `sqlparser` splits the text into tokens, and tables are recognised by the words before them.

use bumpalo::Bump;
use sqlparser::dialect::GenericDialect;
use sqlparser::tokenizer::{Token, Tokenizer};

use super::arg;
use crate::value::Value;

/// Words that begin a statement, sorted.
const COMMANDS: &[&str] = &[
    "ALTER",
    "ANALYZE",
    "ATTACH",
    "BEGIN",
    "CALL",
    "COMMENT",
    "COMMIT",
    "COPY",
    "CREATE",
    "DEALLOCATE",
    "DECLARE",
    "DELETE",
    "DESC",
    "DESCRIBE",
    "DETACH",
    "DROP",
    "EXEC",
    "EXECUTE",
    "EXPLAIN",
    "GRANT",
    "INSERT",
    "LISTEN",
    "LOAD",
    "LOCK",
    "MERGE",
    "NOTIFY",
    "OPTIMIZE",
    "PRAGMA",
    "PREPARE",
    "REFRESH",
    "REINDEX",
    "RELEASE",
    "RENAME",
    "REPLACE",
    "REVOKE",
    "ROLLBACK",
    "SAVEPOINT",
    "SELECT",
    "SET",
    "SHOW",
    "START",
    "TRUNCATE",
    "UNLOCK",
    "UPDATE",
    "UPSERT",
    "USE",
    "VACUUM",
    "VALUES",
    "WITH",
];

/// Statements that can follow the common table expressions of a `WITH`.
const AFTER_WITH: &[&str] = &["DELETE", "INSERT", "MERGE", "REPLACE", "SELECT", "UPDATE", "VALUES"];

/// `sql_command(sql)`.
pub fn sql_command<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let Value::Text(sql) = arg(args, 0) else { return Value::None };
    command(&symbols(sql)).map(|command| &*arena.alloc_str(&command)).into()
}

/// `sql_tables(sql)`.
pub fn sql_tables<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let Value::Text(sql) = arg(args, 0) else { return Value::None };
    let tables = tables(&symbols(sql));
    Value::List(arena.alloc_slice_fill_iter(tables.iter().map(|table| Value::Text(arena.alloc_str(table)))))
}

/// What a token is to the search for tables.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Sign {
    /// A keyword or unquoted name.
    Word(String),
    /// A quoted name.
    Quoted(String),
    Number(String),
    /// `{}`: a part of the text that is not known.
    Hole,
    Dot,
    Comma,
    Semicolon,
    Open,
    Close,
    /// A square bracket, which quotes names in some dialects.
    Bracket,
    Other,
}

#[derive(Clone, Debug)]
struct Symbol {
    sign: Sign,
    /// No white space stands before it.
    is_glued: bool,
}

impl Symbol {
    /// The keyword in upper case, when it can be one.
    fn word(&self) -> Option<String> {
        match &self.sign {
            Sign::Word(word) => Some(word.to_ascii_uppercase()),
            _ => None,
        }
    }

    fn is(&self, keyword: &str) -> bool {
        matches!(&self.sign, Sign::Word(word) if word.eq_ignore_ascii_case(keyword))
    }

    fn is_one_of(&self, keywords: &[&str]) -> bool {
        keywords.iter().any(|keyword| self.is(keyword))
    }
}

/// The symbols of a text, up to where it can not be split any further.
fn symbols(sql: &str) -> Vec<Symbol> {
    let mut tokens = Vec::new();
    // An error means that the rest, such as an unclosed quote, can not be split: what came before it is used.
    let _ = Tokenizer::new(&GenericDialect {}, sql).tokenize_with_location_into_buf(&mut tokens);
    let mut symbols: Vec<Symbol> = Vec::with_capacity(tokens.len());
    let mut is_glued = false;
    let mut has_open_brace = false;
    for token in tokens {
        let sign = match token.token {
            Token::Whitespace(_) => {
                is_glued = false;
                continue;
            }
            Token::LBrace => {
                has_open_brace = true;
                symbols.push(Symbol { sign: Sign::Other, is_glued });
                is_glued = true;
                continue;
            }
            Token::RBrace if has_open_brace => {
                if let Some(open) = symbols.last_mut() {
                    open.sign = Sign::Hole;
                }
                has_open_brace = false;
                continue;
            }
            Token::Word(word) if word.quote_style.is_some() => Sign::Quoted(word.value),
            Token::Word(word) => Sign::Word(word.value),
            Token::Number(number, _) => Sign::Number(number),
            Token::Period => Sign::Dot,
            Token::Comma => Sign::Comma,
            Token::SemiColon => Sign::Semicolon,
            Token::LParen => Sign::Open,
            Token::RParen => Sign::Close,
            Token::LBracket | Token::RBracket => Sign::Bracket,
            _ => Sign::Other,
        };
        has_open_brace = false;
        symbols.push(Symbol { sign, is_glued });
        is_glued = true;
    }
    symbols
}

fn command(symbols: &[Symbol]) -> Option<String> {
    let first = symbols.iter().position(|symbol| symbol.sign != Sign::Open)?;
    let word = symbols[first].word().filter(|word| COMMANDS.binary_search(&word.as_str()).is_ok())?;
    if word != "WITH" {
        return Some(word);
    }
    let mut depth = 0;
    for symbol in &symbols[first + 1..] {
        match symbol.sign {
            Sign::Open => depth += 1,
            Sign::Close => depth -= 1,
            _ if depth == 0 && symbol.is_one_of(AFTER_WITH) => return symbol.word(),
            _ => {}
        }
    }
    Some(word)
}

/// Names that `WITH name AS (...)` gives to queries, in lower case.
fn named_queries(symbols: &[Symbol]) -> Vec<String> {
    let mut names = Vec::new();
    for (at, pair) in symbols.windows(2).enumerate() {
        let is_place = pair[0].is_one_of(&["WITH", "RECURSIVE"]) || pair[0].sign == Sign::Comma;
        let (Sign::Word(name) | Sign::Quoted(name)) = &pair[1].sign else { continue };
        if is_place && is_query_body(&symbols[at + 2..]) {
            names.push(name.to_lowercase());
        }
    }
    names
}

/// `[(columns)] AS [NOT] [MATERIALIZED] (`.
fn is_query_body(mut rest: &[Symbol]) -> bool {
    if rest.first().is_some_and(|symbol| symbol.sign == Sign::Open) {
        let Some(close) = rest.iter().position(|symbol| symbol.sign == Sign::Close) else { return false };
        rest = &rest[close + 1..];
    }
    let mut rest = rest.iter();
    let is_named = rest.next().is_some_and(|symbol| symbol.is("AS"));
    let body = rest.find(|symbol| !symbol.is_one_of(&["NOT", "MATERIALIZED"]));
    is_named && body.is_some_and(|symbol| symbol.sign == Sign::Open)
}

/// What stands between two parentheses, or the whole statement.
#[derive(Clone, Copy, Default)]
struct Level {
    /// A table comes next.
    expects_table: bool,
    /// A comma is followed by a further table.
    is_list: bool,
    /// The table may be followed by a list of columns; else a parenthesis makes it a function.
    has_columns: bool,
    /// `FROM` names tables here; in `EXTRACT(year FROM x)` it does not.
    is_query: bool,
}

struct Search<'s> {
    symbols: &'s [Symbol],
    at: usize,
    command: String,
    is_index: bool,
    levels: Vec<Level>,
    named_queries: Vec<String>,
    tables: Vec<String>,
}

fn tables(symbols: &[Symbol]) -> Vec<String> {
    let Some(command) = command(symbols) else { return Vec::new() };
    let mut search = Search {
        symbols,
        at: 0,
        command,
        is_index: false,
        levels: vec![Level { is_query: true, ..Level::default() }],
        named_queries: named_queries(symbols),
        tables: Vec::new(),
    };
    while search.at < symbols.len() {
        search.step();
    }
    search.tables
}

impl Search<'_> {
    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn step(&mut self) {
        let symbol = &self.symbols[self.at];
        let expects_table = self.level().expects_table;
        match symbol.sign {
            Sign::Open => {
                self.level().expects_table = false;
                self.levels.push(Level { expects_table, is_list: expects_table, ..Level::default() });
            }
            Sign::Close => {
                self.levels.pop();
                self.level().expects_table = false;
            }
            Sign::Comma => {
                let level = self.level();
                level.expects_table = level.is_list;
            }
            Sign::Semicolon => {
                self.levels = vec![Level { is_query: true, ..Level::default() }];
                self.command = command(&self.symbols[self.at + 1..]).unwrap_or_default();
            }
            Sign::Word(_) if !self.follows_dot() && self.keyword() => {}
            Sign::Word(_) | Sign::Quoted(_) | Sign::Hole | Sign::Bracket if expects_table => return self.name(),
            _ => self.level().expects_table = false,
        }
        self.at += 1;
    }

    fn previous_is(&self, keywords: &[&str]) -> bool {
        self.at > 0 && self.symbols[self.at - 1].is_one_of(keywords)
    }

    fn follows_dot(&self) -> bool {
        self.at > 0 && self.symbols[self.at - 1].sign == Sign::Dot
    }

    fn next(&self) -> Option<&Symbol> {
        self.symbols.get(self.at + 1)
    }

    /// Takes a word for what it says of tables; `false` when it says nothing.
    fn keyword(&mut self) -> bool {
        let word = self.symbols[self.at].word().unwrap_or_default();
        let before_parenthesis = self.next().is_some_and(|next| next.sign == Sign::Open);
        match word.as_str() {
            "SELECT" | "DELETE" | "VALUES" => *self.level() = Level { is_query: true, ..Level::default() },
            "FROM" if self.level().is_query && !self.previous_is(&["DISTINCT"]) => self.expect(true, false),
            "JOIN" => self.expect(true, false),
            "INTO" | "REFERENCES" => self.expect(false, true),
            "UPDATE" => {
                let words = ["FOR", "ON", "KEY", "DO", "THEN", "BEFORE", "AFTER", "OR"];
                if !self.previous_is(&words) {
                    self.expect(true, false);
                    self.level().is_query = true;
                }
            }
            "TABLE" => {
                let is_list = matches!(self.command.as_str(), "DROP" | "TRUNCATE" | "LOCK");
                self.expect(is_list, true);
            }
            "TRUNCATE" if self.command == "TRUNCATE" => self.expect(true, false),
            "COPY" if self.command == "COPY" => self.expect(false, true),
            "USING" if matches!(self.command.as_str(), "DELETE" | "MERGE") && !before_parenthesis => {
                self.expect(true, false);
            }
            "INDEX" if matches!(self.command.as_str(), "CREATE" | "DROP") => self.is_index = true,
            "ON" if self.is_index => {
                self.is_index = false;
                self.expect(false, true);
            }
            "WHERE" | "SET" | "GROUP" | "ORDER" | "HAVING" | "LIMIT" | "OFFSET" | "FETCH" | "UNION" | "EXCEPT"
            | "INTERSECT" | "RETURNING" | "WINDOW" | "OUTFILE" | "DUMPFILE" => {
                let level = self.level();
                (level.expects_table, level.is_list) = (false, false);
            }
            "ONLY" | "LATERAL" | "IF" | "NOT" | "EXISTS" | "IGNORE" | "LOW_PRIORITY" | "QUICK" | "CONCURRENTLY" => {}
            _ => return false,
        }
        true
    }

    fn expect(&mut self, is_list: bool, has_columns: bool) {
        let level = self.level();
        (level.expects_table, level.is_list, level.has_columns) = (true, is_list, has_columns);
    }

    /// Reads a name with its schema. A name with a hole in its last part is not known.
    fn name(&mut self) {
        let (mut name, mut n_parts) = (None, 0);
        while let Some(part) = self.name_part() {
            name = part;
            n_parts += 1;
            if self.symbols.get(self.at).is_none_or(|symbol| symbol.sign != Sign::Dot) {
                break;
            }
            self.at += 1;
        }
        let is_call = self.symbols.get(self.at).is_some_and(|symbol| symbol.sign == Sign::Open);
        let level = self.level();
        level.expects_table = false;
        if is_call && !level.has_columns {
            return;
        }
        let Some(name) = name else { return };
        let is_named_query = n_parts == 1 && self.named_queries.contains(&name.to_lowercase());
        if !is_named_query && !self.tables.contains(&name) {
            self.tables.push(name);
        }
    }

    /// One part of a name: words, numbers and holes without white space between them. `Some(None)` has a hole.
    fn name_part(&mut self) -> Option<Option<String>> {
        let start = self.at;
        let mut text = String::new();
        let mut has_hole = false;
        while let Some(symbol) = self.symbols.get(self.at).filter(|symbol| symbol.is_glued || self.at == start) {
            match &symbol.sign {
                Sign::Word(word) | Sign::Quoted(word) => text.push_str(word),
                Sign::Number(digits) if self.at > start => text.push_str(digits),
                Sign::Hole => has_hole = true,
                Sign::Bracket => {}
                _ => break,
            }
            self.at += 1;
        }
        (self.at > start).then(|| (!has_hole && !text.is_empty()).then_some(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_recognised() {
        let is_sorted = COMMANDS.is_sorted();
        assert!(is_sorted, "the list is searched by halves");
        let cases = [
            ("select 1", Some("SELECT")),
            ("  -- why\n /* x */ Insert into t values (1)", Some("INSERT")),
            ("(SELECT a FROM b)", Some("SELECT")),
            ("WITH c AS (SELECT 1) INSERT INTO t2 SELECT * FROM c", Some("INSERT")),
            ("with recursive c(n) as (select 1 union select n from c) select * from c", Some("SELECT")),
            ("WITH broken", Some("WITH")),
            ("PRAGMA foreign_keys = ON", Some("PRAGMA")),
            ("k", None),
            ("", None),
            ("{} FROM t", None),
            ("'unclosed", None),
        ];
        for (sql, expected) in cases {
            assert_eq!(command(&symbols(sql)).as_deref(), expected, "{sql}");
        }
    }

    #[test]
    fn tables_are_found_in_order() {
        let cases: &[(&str, &[&str])] = &[
            ("SELECT a FROM s.users u JOIN roles r ON r.id = u.rid", &["users", "roles"]),
            (
                "SELECT a FROM x, y AS yy, (SELECT 1 FROM z) q, w WHERE x.a IN (SELECT b FROM v)",
                &["x", "y", "z", "w", "v"],
            ),
            ("DELETE FROM {} WHERE id = 1", &[]),
            ("SELECT * FROM {}.users, pre_{}, s.{}_x, t", &["users", "t"]),
            (
                "WITH c AS (SELECT 1), d (n) AS NOT MATERIALIZED (SELECT 2 FROM e) INSERT INTO t2 SELECT * FROM c, D",
                &["e", "t2"],
            ),
            ("INSERT INTO logs (a, b) VALUES (1, {})", &["logs"]),
            ("UPDATE a SET x = 1, y = 2 FROM b WHERE a.i = b.i", &["a", "b"]),
            ("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2", &["t"]),
            ("INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 2", &["t"]),
            ("SELECT EXTRACT(year FROM born), TRIM(BOTH 'x' FROM n) FROM people FOR UPDATE", &["people"]),
            ("SELECT a IS DISTINCT FROM b FROM t", &["t"]),
            ("SELECT * FROM generate_series(1, 2) g, t", &["t"]),
            ("CREATE TABLE IF NOT EXISTS a.b (id INT REFERENCES c (id), from_ INT)", &["b", "c"]),
            ("CREATE UNIQUE INDEX i ON t (a)", &["t"]),
            ("DROP TABLE IF EXISTS a, b", &["a", "b"]),
            ("TRUNCATE a, b", &["a", "b"]),
            ("ALTER TABLE ONLY t ADD COLUMN x INT, ADD y INT", &["t"]),
            ("SELECT * FROM [dbo].[users] JOIN `roles` ON 1 = 1, \"Odd Name\"", &["users", "roles", "Odd Name"]),
            ("SELECT a FROM t; DELETE FROM u USING v WHERE 1 = 1; SELECT 1", &["t", "u", "v"]),
            ("SELECT * FROM t AS a, t AS b", &["t"]),
            ("SELECT * FROM (a LEFT JOIN b ON a.x = b.x) WHERE y = 'from c'", &["a", "b"]),
            ("SELECT * FROM t WHERE x = %s AND y = :y AND z = ?", &["t"]),
            ("SELECT t.from, x FROM %s", &[]),
            ("MERGE INTO a USING b ON a.i = b.i WHEN MATCHED THEN UPDATE SET x = 1", &["a", "b"]),
            ("take one from the box", &[]),
            ("SELECT * FROM t WHERE x = 'unclosed", &["t"]),
            (")) SELECT ) FROM t", &[]),
            ("SELECT )) , a FROM t", &[]),
        ];
        for (sql, expected) in cases {
            assert_eq!(tables(&symbols(sql)), *expected, "{sql}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(sql in "(SELECT|FROM|WITH|AS|INTO|UPDATE|[(){}\\[\\].,;'\" a-z]|\\PC){0,40}") {
            let found = tables(&symbols(&sql));
            proptest::prop_assert!(command(&symbols(&sql)).is_some() || found.is_empty());
        }
    }
}
