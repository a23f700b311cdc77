//! The words that SQLite does not take as the name of a table or column unless they are in quotes.

/// Sorted.
const RESERVED: &str = "add all alter and as autoincrement between case cast check collate commit constraint create current_date \
    current_time current_timestamp default deferrable delete distinct drop else escape except exists foreign \
    from group having if in index insert intersect into is isnull join limit not nothing notnull null on or \
    order primary raise references returning select set table then to transaction union unique update using \
    values when where";

/// The name is reserved, in any case.
pub(super) fn is_reserved(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    RESERVED.split(' ').any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    /// Every keyword of SQLite's documentation.
    const KEYWORDS: &str = "abort action add after all alter always analyze and as asc attach autoincrement before begin between by \
        cascade case cast check collate column commit conflict constraint create cross current current_date \
        current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop \
        each else end escape except exclude exclusive exists explain fail filter first following for foreign \
        from full generated glob group groups having if ignore immediate in index indexed initially inner insert \
        instead intersect into is isnull join key last left like limit match materialized natural no not nothing \
        notnull null nulls of offset on or order others outer over partition plan pragma preceding primary query \
        raise range recursive references regexp reindex release rename replace restrict returning right rollback \
        row rows savepoint select set table temp temporary then ties to transaction trigger unbounded union \
        unique update using vacuum values view virtual when where window with without";

    fn works_bare(word: &str) -> rusqlite::Result<bool> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(&format!(
            "CREATE TABLE t (a TEXT, {word} TEXT, b INTEGER); INSERT INTO t (a, {word}) VALUES ('1', 'x');
             CREATE UNIQUE INDEX i ON t (a, {word}); CREATE VIEW v AS SELECT t.{word} FROM t;
             CREATE TABLE {word} (a TEXT); CREATE INDEX j ON {word} (a);"
        ))?;
        let found: String = connection.query_row(&format!("SELECT {word} FROM t"), [], |row| row.get(0))?;
        Ok(found == "x")
    }

    #[test]
    fn exactly_the_reserved_words_need_quotes() {
        for word in KEYWORDS.split(' ').chain(["file", "kind", "name"]) {
            assert_eq!(is_reserved(word), !works_bare(word).unwrap_or(false), "{word}");
            assert_eq!(is_reserved(&word.to_uppercase()), is_reserved(word));
        }
    }
}
