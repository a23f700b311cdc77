//! Makes a connection read and do nothing else: from what SQLite is about to do to whether it may. The statement comes
//! from the user, but views come from rule files and the database perhaps from somebody else.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;

/// Bytes of the longest text or blob: one call of `zeroblob` could fill the memory, and no fact is so long.
const MAX_VALUE_BYTES: i32 = 64 << 20;

/// The statements `PRAGMA` that say what is in the schema.
const PRAGMAS: [&str; 10] = [
    "table_info",
    "table_xinfo",
    "table_list",
    "index_list",
    "index_info",
    "index_xinfo",
    "foreign_key_list",
    "database_list",
    "function_list",
    "collation_list",
];

/// Functions that load code, or keep a pointer to some.
const REFUSED_FUNCTIONS: [&str; 2] = ["load_extension", "fts3_tokenizer"];

/// Lets the connection only read from here on.
pub(crate) fn guard(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.authorizer(Some(authorize))
}

fn authorize(context: AuthContext<'_>) -> Authorization {
    let is_read = match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => true,
        AuthAction::Function { function_name } => is_none_of(function_name, &REFUSED_FUNCTIONS),
        AuthAction::Pragma { pragma_name, .. } => !is_none_of(pragma_name, &PRAGMAS),
        _ => false,
    };
    if is_read { Authorization::Allow } else { Authorization::Deny }
}

fn is_none_of(name: &str, names: &[&str]) -> bool {
    !names.iter().any(|known| known.eq_ignore_ascii_case(name))
}
