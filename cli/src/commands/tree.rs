//! `aud-rules tree`: from a Python file, or a line of it, to what rules see there.

mod nodes;
mod outline;
mod properties;
mod syntax;

use aud_rules_runtime::rules::matcher::NoRules;

use crate::args::{SummaryFormat, TreeArgs};
use crate::exit::{Exit, Failure, write_output};
use crate::file_place::FilePlace;
use crate::surroundings::Surroundings;

/// Runs the command.
pub(crate) fn run(args: &TreeArgs) -> Result<Exit, Failure> {
    let place = FilePlace::parse(&args.place)?;
    let surroundings = Surroundings::of(&place, args.project.as_deref())?;
    if args.syntax {
        let nodes = surroundings.look(&place, &NoRules, |view| Ok(syntax::nodes(view, place.line)))?;
        write_output(|output| match args.format {
            SummaryFormat::Text => Ok(syntax::write_text(output, &nodes)?),
            SummaryFormat::Json => Ok(syntax::write_json(output, &place, &nodes)?),
        })?;
        return Ok(Exit::Done);
    }
    let Some(line) = place.line else {
        if args.all {
            let help = "name a line: `FILE:12`".to_owned();
            return Err(Failure::misuse("--all shows the properties of a line").with_help(help));
        }
        let lines = surroundings.look(&place, &NoRules, |view| Ok(outline::lines(view)))?;
        write_output(|output| match args.format {
            SummaryFormat::Text => Ok(outline::write_text(output, &lines)?),
            SummaryFormat::Json => Ok(outline::write_json(output, &place, &lines)?),
        })?;
        return Ok(Exit::Done);
    };
    let nodes = surroundings.look(&place, &NoRules, |view| nodes::on(view, line))?;
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(nodes::write_text(output, &place, &nodes, args.all)?),
        SummaryFormat::Json => Ok(nodes::write_json(output, &place, &nodes)?),
    })?;
    Ok(if nodes.is_empty() { Exit::No } else { Exit::Done })
}
