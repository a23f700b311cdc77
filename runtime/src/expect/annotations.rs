//! Comments of a Python file to claims about its rows.
//!
//! # Annotated Python files
//!
//! ```python
//! # fact: python_flask_hooks(hook="before_request", handler="load_user", line=+1)
//! @app.before_request
//! def load_user(): ...
//!
//! total = eval(text)  # fact: python_eval_exec(callee="eval"); calls(callee="eval", argument_count=1)
//!
//! # no-fact: python_flask_hooks
//! @other.thing
//! def f(): ...
//!
//! # missing-fact: python_flask_hooks(handler="late") -- hooks in a loop are not followed
//! for hook in hooks: app.before_request(late)
//! ```
//!
//! An annotation is a whole comment:
//!
//! ```text
//! annotation = WORD ":" row { ";" row } [ "--" free text ] | FLOW ":" flow { ";" flow } [ "--" free text ]
//! WORD       = "fact" | "no-fact" | "missing-fact"
//! FLOW       = "flow" | "no-flow" | "missing-flow"
//! flow       = PROBLEM [ "from" [ PATH ":" ] LINE ]
//! row        = TABLE [ "(" [ COLUMN "=" value { "," COLUMN "=" value } [ "," ] ] ")" ]
//! value      = "text with \" \\ \n \t" | 12 | 1.5 | true | false | none | json JSON | +3 | -1
//! ```
//!
//! * `fact`: there is such a row. Columns that are not named may hold anything. Two facts need two rows.
//! * `no-fact`: there is no such row.
//! * `missing-fact`: there should be such a row, but the rules do not find it yet; `--` and the reason must follow.
//!   When the row appears, the annotation is stale and fails, so that it becomes a `fact`.
//! * Every table that a file names is closed in that file: each of its rows must be a `fact`.
//! * Python that is not wholly understood fails, unless the file says so in facts of `extraction_errors`, whose columns are
//!   `line`, `end_line`, `column`, `stage` and `message`.
//! * An annotation on a line of its own speaks of the next line that is code, also over other comments and empty
//!   lines; one behind code speaks of its own line. The column `line` of the row must be that line.
//! * `line=12` speaks of another line instead, so that facts can stand anywhere, for example all at the end of a file
//!   whose line numbers are fixed. In `line` and in columns whose names end in `_line`, `+3` and `-1` count from the
//!   line that the annotation speaks of: `line=+1` under a decorator, `end_line=+4` for a body.
//! * A `no-fact` behind the last line of code speaks of the whole file, unless it names a line.
//! * On lines of its own, an annotation goes on in the next comment line while a bracket is open.
//! * `flow`, `no-flow` and `missing-flow` say the same of findings: that the problem is found on the line that is spoken of,
//!   from data that enters on the line behind `from`, which may be of another file. Every problem that a file names is
//!   closed in that file. Other comments may begin with `flow:`, as long as no name of one word stands behind it.
//! * Free text stands only behind `--`. Comments that look like an annotation but are none fail.

use super::comments::{Comment, Lines};
use super::literal::{Written, read_value};
use super::{Claim, ClaimKind, Claims, Expected, Malformed, findings, line_column, nearest_names};
use aud_rules_plan::{Table, TableId};

const WORDS: [(&str, ClaimKind); 3] =
    [("fact", ClaimKind::Fact), ("no-fact", ClaimKind::NoFact), ("missing-fact", ClaimKind::MissingFact)];

const FLOW_WORDS: [(&str, ClaimKind); 3] =
    [("flow", ClaimKind::Fact), ("no-flow", ClaimKind::NoFact), ("missing-flow", ClaimKind::MissingFact)];

/// Reads the annotations of a Python text.
pub fn read_annotations(text: &str, tables: &[Table]) -> Claims {
    let lines = Lines::of(text);
    let mut claims = Claims::default();
    let mut index = 0;
    while let Some(&comment) = lines.comments.get(index) {
        index += 1;
        match recognize(comment.text) {
            Meaning::Plain => {}
            Meaning::Broken { message, help } => {
                claims.malformed.push(Malformed { line: comment.line, message, help });
            }
            Meaning::Annotation { kind, rest, is_flow } => {
                let (body, n_more) = whole_body(rest, comment, &lines.comments[index..]);
                index += n_more;
                let last_line = comment.line + n_more as u32;
                let speaks_of = if comment.is_alone { lines.next_code(last_line) } else { Some(comment.line) };
                let n_lines = lines.texts.len() as u32;
                let at = Place { kind, line: comment.line, speaks_of, n_lines };
                RowReader { tables, at, is_flow, text: &body, offset: 0, claims: &mut claims }.read();
            }
        }
    }
    claims
}

/// What a comment is.
enum Meaning<'t> {
    /// An annotation with these rows, or with these flows.
    Annotation { kind: ClaimKind, rest: &'t str, is_flow: bool },
    /// Something that was meant as one.
    Broken { message: String, help: Option<String> },
    /// Free text.
    Plain,
}

fn recognize(comment: &str) -> Meaning<'_> {
    let text = comment.trim_start_matches('#').trim_start();
    let word_len = text.find(|c: char| !c.is_alphabetic() && c != '-' && c != '_').unwrap_or(text.len());
    let (word, after) = text.split_at(word_len);
    let known = WORDS.iter().find(|(name, _)| *name == word);
    if let (Some(&(_, kind)), Some(rest)) = (known, after.strip_prefix(':')) {
        return Meaning::Annotation { kind, rest, is_flow: false };
    }
    let flow = FLOW_WORDS.iter().find(|(name, _)| *name == word);
    if let (Some(&(_, kind)), Some(rest)) = (flow, after.strip_prefix(':'))
        && looks_like_flow(rest)
    {
        return Meaning::Annotation { kind, rest, is_flow: true };
    }
    if let Some(near) = misspelt(word, after) {
        let message = format!("`{word}` begins no annotation");
        return Meaning::Broken { message, help: Some(format!("did you mean `{near}:`?")) };
    }
    match WORDS.iter().find(|(name, _)| holds_annotation(comment, name)) {
        Some((name, _)) => Meaning::Broken {
            message: format!("`{name}:` stands behind other text of its comment"),
            help: Some("an annotation is a whole comment; give it a line of its own".to_owned()),
        },
        None => Meaning::Plain,
    }
}

/// The word that was meant, when what follows looks like rows.
fn misspelt(word: &str, after: &str) -> Option<&'static str> {
    let has_colon = after.trim_start().starts_with(':');
    let rest = after.trim_start().trim_start_matches(':').trim_start();
    let name_len = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let behind = &rest[name_len..];
    let looks_like_rows = name_len > 0 && (behind.starts_with('(') || has_colon && is_end_of_row(behind));
    let word = word.to_lowercase().replace('_', "-");
    let near = WORDS.iter().map(|&(name, _)| (strsim::damerau_levenshtein(&word, name), name)).min()?;
    (looks_like_rows && near.0 <= 2).then_some(near.1)
}

/// One name, perhaps with what follows the name of a problem.
fn looks_like_flow(text: &str) -> bool {
    let rest = text.trim_start();
    let name_len = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let behind = rest[name_len..].trim_start();
    name_len > 0 && (is_end_of_row(behind) || behind.starts_with("from "))
}

fn is_end_of_row(text: &str) -> bool {
    let text = text.trim_start();
    text.is_empty() || text.starts_with(';') || text.starts_with("--")
}

/// A later comment sign in the comment is followed by that word and a colon.
fn holds_annotation(comment: &str, word: &str) -> bool {
    comment.match_indices('#').any(|(at, _)| {
        comment[at + 1..].trim_start().strip_prefix(word).is_some_and(|after| after.trim_start().starts_with(':'))
    })
}

/// The rows of an annotation with the comment lines on which it goes on, and the number of those.
fn whole_body(rest: &str, comment: Comment<'_>, following: &[Comment<'_>]) -> (String, usize) {
    let mut body = rest.to_owned();
    let mut n_more = 0;
    while comment.is_alone && has_open_bracket(&body) {
        let Some(next) = following.get(n_more) else { break };
        let is_next_line = next.is_alone && next.line == comment.line + n_more as u32 + 1;
        if !is_next_line || !matches!(recognize(next.text), Meaning::Plain) {
            break;
        }
        body.push('\n');
        body.push_str(next.text);
        n_more += 1;
    }
    (body, n_more)
}

fn has_open_bracket(text: &str) -> bool {
    let (mut depth, mut in_text, mut is_escaped) = (0_i32, false, false);
    for c in text.chars() {
        match c {
            '\n' => (in_text, is_escaped) = (false, false),
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth -= 1,
            _ => {}
        }
    }
    depth > 0
}

/// Where an annotation stands.
#[derive(Clone, Copy)]
struct Place {
    kind: ClaimKind,
    /// Its own line.
    line: u32,
    /// The line of code it belongs to.
    speaks_of: Option<u32>,
    n_lines: u32,
}

/// Reads the rows of one annotation.
struct RowReader<'r> {
    tables: &'r [Table],
    at: Place,
    is_flow: bool,
    text: &'r str,
    offset: usize,
    claims: &'r mut Claims,
}

/// The rest of the annotation can not be read.
struct Lost;

impl RowReader<'_> {
    fn read(mut self) {
        // What could not be read is recorded; there is nothing else to do about it.
        let _: Result<(), Lost> = self.rows();
    }

    fn rows(&mut self) -> Result<(), Lost> {
        loop {
            if self.is_flow {
                self.flow()?
            } else {
                self.row()?
            }
            self.skip_spaces();
            if self.eat(";") {
                continue;
            }
            let has_reason = self.eat("--");
            if !has_reason && !self.rest().is_empty() {
                return self.lose("`;`, `--` or the end of the comment is expected here");
            }
            if self.at.kind == ClaimKind::MissingFact && self.rest().trim().is_empty() {
                let word = if self.is_flow { "missing-flow" } else { "missing-fact" };
                let help = Some("write the reason behind ` -- `".to_owned());
                self.complain(&format!("a `{word}` says why"), help);
            }
            return Ok(());
        }
    }

    fn row(&mut self) -> Result<(), Lost> {
        let name = self.name("the name of a table")?;
        let table = self.tables.iter().position(|table| table.name == name).map(TableId::at);
        if table.is_none() {
            let help = nearest_names(name, self.tables.iter().map(|table| table.name.as_str()));
            self.complain(&format!("there is no table `{name}`"), help);
        }
        let mut cells = Vec::new();
        let mut is_sound = true;
        if self.eat("(") {
            self.skip_spaces();
            while !self.eat(")") {
                match self.cell(table)? {
                    Some((column, _)) if cells.iter().any(|&(other, _)| other == column) => {
                        self.complain("a column is named twice", None);
                        is_sound = false;
                    }
                    Some(cell) => cells.push(cell),
                    None => is_sound = false,
                }
                self.skip_spaces();
                if !self.eat(",") && !self.rest().starts_with(')') {
                    return self.lose("`,` or `)` is expected here");
                }
                self.skip_spaces();
            }
        }
        if let (Some(table), true) = (table, is_sound) {
            self.add(table, cells);
        }
        Ok(())
    }

    /// `PROBLEM from PATH:LINE`
    fn flow(&mut self) -> Result<(), Lost> {
        let name = self.name("the name of a problem")?;
        let table_name = findings::table_name(name);
        let table = self.tables.iter().position(|table| table.name == table_name).map(TableId::at);
        if table.is_none() {
            let problems = self.tables.iter().filter_map(|table| table.name.strip_prefix(&findings::table_name("")));
            let help = nearest_names(name, problems);
            self.complain(&format!("there is no problem `{name}`"), help);
        }
        self.skip_spaces();
        let mut cells = Vec::new();
        if self.eat("from ") {
            self.skip_spaces();
            let rest = self.rest();
            let place = &rest[..rest.find([' ', ';', '\n']).unwrap_or(rest.len())];
            let (file, line) = place.rsplit_once(':').map_or((None, place), |(file, line)| (Some(file), line));
            let Some(line) = self.source_line(line) else {
                return self.lose("a line such as `12`, `+3`, `-1` or `shop/forms.py:12` is expected here");
            };
            cells.push((findings::SOURCE_LINE, Expected::Int(line)));
            cells.extend(file.map(|file| (findings::SOURCE_FILE, Expected::Text(file.to_owned()))));
            self.offset += place.len();
        }
        if let Some(table) = table {
            self.add(table, cells);
        }
        Ok(())
    }

    /// A line, or one that is counted from the line that the annotation speaks of.
    fn source_line(&self, written: &str) -> Option<i64> {
        let line: i64 = written.parse().ok()?;
        if !written.starts_with(['+', '-']) {
            return Some(line);
        }
        self.at.speaks_of.map(|from| i64::from(from) + line)
    }

    /// `column=value`; none when there is something wrong with it that does not keep from reading on.
    fn cell(&mut self, table: Option<TableId>) -> Result<Option<(usize, Expected)>, Lost> {
        let name = self.name("the name of a column")?;
        self.skip_spaces();
        if !self.eat("=") {
            return self.lose("`=` and a value are expected here");
        }
        self.skip_spaces();
        let written = match read_value(self.rest()) {
            Ok((written, len)) => {
                self.offset += len;
                written
            }
            Err(message) => return self.lose(&message),
        };
        let Some(table) = table else { return Ok(None) };
        let def = &self.tables[table.index()];
        let Some(column) = def.columns.iter().position(|column| column.name == name) else {
            let help =
                nearest_names(name, def.columns.iter().map(|column| column.name.as_str())).unwrap_or_else(|| {
                    let names: Vec<&str> = def.columns.iter().map(|column| column.name.as_str()).collect();
                    format!("its columns are {}", names.join(", "))
                });
            self.complain(&format!("table `{}` has no column `{name}`", def.name), Some(help));
            return Ok(None);
        };
        match self.fit(def, column, written) {
            Ok(expected) => Ok(Some((column, expected))),
            Err(message) => {
                self.complain(&message, None);
                Ok(None)
            }
        }
    }

    /// The value as that column holds it.
    fn fit(&self, table: &Table, column: usize, written: Written) -> Result<Expected, String> {
        let def = &table.columns[column];
        let is_line = def.name == "line" || def.name.ends_with("_line");
        let expected = match written {
            Written::Offset(offset) if is_line => match self.at.speaks_of {
                Some(line) => Expected::Int(i64::from(line) + offset),
                None => return Err("no code follows, so that there is no line to count from".to_owned()),
            },
            Written::Offset(offset) if offset >= 0 => {
                return Err(format!("`+{offset}` counts lines, and column `{}` is none", def.name));
            }
            Written::Offset(int) | Written::Value(Expected::Int(int)) if def.ty == aud_rules_plan::ColumnType::Real => {
                Expected::Real(int as f64)
            }
            Written::Offset(int) => Expected::Int(int),
            Written::Value(expected) => expected,
        };
        match expected.misfit(def.ty, def.is_optional) {
            Some(reason) => Err(format!("column `{}` of `{}` {reason}", def.name, table.name)),
            None => Ok(expected),
        }
    }

    fn add(&mut self, table: TableId, mut cells: Vec<(usize, Expected)>) {
        let Place { kind, speaks_of, .. } = self.at;
        let Some(line_column) = line_column(&self.tables[table.index()]) else { return };
        let given = cells.iter().find(|(column, _)| *column == line_column).map(|(_, line)| line.clone());
        let line = match (given, speaks_of) {
            (Some(Expected::Int(line)), _) => {
                if line < 1 || line > i64::from(self.at.n_lines) {
                    self.complain(&format!("the file has no line {line}, it has {}", self.at.n_lines), None);
                    return;
                }
                line as u32
            }
            (Some(_), _) => self.at.line,
            (None, Some(line)) => {
                cells.push((line_column, Expected::Int(line.into())));
                line
            }
            (None, None) if kind == ClaimKind::NoFact => self.at.line,
            (None, None) => {
                self.complain("no code follows that this could speak of", Some("name the line: `line=12`".to_owned()));
                return;
            }
        };
        cells.sort_by_key(|&(column, _)| column);
        self.claims.closed.insert(table);
        self.claims.claims.push(Claim { kind, table, cells, line });
    }

    fn rest(&self) -> &str {
        &self.text[self.offset..]
    }

    fn skip_spaces(&mut self) {
        self.offset += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, token: &str) -> bool {
        let is_there = self.rest().starts_with(token);
        if is_there {
            self.offset += token.len();
        }
        is_there
    }

    fn complain(&mut self, message: &str, help: Option<String>) {
        self.claims.malformed.push(Malformed { line: self.at.line, message: message.to_owned(), help });
    }

    fn lose<T>(&mut self, message: &str) -> Result<T, Lost> {
        let near: String = self.rest().chars().take(24).collect();
        let place = if near.trim().is_empty() { "at the end".to_owned() } else { format!("before `{}`", near.trim()) };
        self.complain(&format!("{message} ({place})"), None);
        Err(Lost)
    }
}

impl<'r> RowReader<'r> {
    fn name(&mut self, what: &str) -> Result<&'r str, Lost> {
        self.skip_spaces();
        let text: &'r str = &self.text[self.offset..];
        let len = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
        if len == 0 {
            return self.lose(&format!("{what} is expected here"));
        }
        self.offset += len;
        Ok(&text[..len])
    }
}
