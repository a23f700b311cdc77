//! `aud-rules completions`: from the command line's own description to completions for a shell.

use clap::CommandFactory;
use clap_complete::generate;

use crate::args::{Args, CompletionsArgs};
use crate::exit::{Exit, Failure, write_output};

/// Runs the command.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Exit, Failure> {
    // The generator does not let a failure to write out, so it writes to memory.
    let mut script = Vec::new();
    generate(args.shell, &mut Args::command(), "aud-rules", &mut script);
    write_output(|output| Ok(output.write_all(&script)?))?;
    Ok(Exit::Done)
}
