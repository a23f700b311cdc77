//! `aud-rules lsp`: from an editor's requests to answers about its rule files.

use std::io;

use crate::exit::{Exit, Failure};
use crate::lsp::serve;

/// Runs the command.
pub(crate) fn run() -> Result<Exit, Failure> {
    let is_shut_down = serve(io::BufReader::new(io::stdin()), io::stdout().lock())
        .map_err(|error| Failure::broken(format!("standard output can not be written: {error}")))?;
    Ok(if is_shut_down { Exit::Done } else { Exit::No })
}
