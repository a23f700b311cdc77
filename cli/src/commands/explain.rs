//! `aud-rules explain`: from the code of a diagnostic to its page, or from a rule and a Python file to what the rule does
//! there, or from a problem and a line to how data arrives at the sink there, or where it was stopped.

mod json;
mod operands;
mod problem;
mod report;
mod rule;
mod text;

use std::ffi::OsStr;

use aud_rules_codegen::diag::Code;

use crate::args::ExplainArgs;
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    if let (Some(rule), Some(place)) = (&args.rule, &args.subject) {
        return rule::run(rule, place, args);
    }
    if let (Some(problem), Some(place)) = (&args.problem, &args.subject) {
        return problem::run(problem, place, args);
    }
    let text = match &args.subject {
        Some(code) => page(find(code)?),
        None => list(),
    };
    write_output(|output| Ok(output.write_all(text.as_bytes())?))?;
    Ok(Exit::Done)
}

fn find(id: &OsStr) -> Result<Code, Failure> {
    let id = id.to_string_lossy();
    Code::from_id(&id).ok_or_else(|| {
        let nearest = did_you_mean(&id, Code::ALL.iter().map(|code| code.id()));
        let help = match nearest {
            Some(nearest) => nearest,
            None if id.contains('.') => {
                "say which rule to explain there: `aud-rules explain --rule RULE FILE`".to_owned()
            }
            None => "`aud-rules explain` lists all codes".to_owned(),
        };
        Failure::misuse(format!("there is no diagnostic `{id}`")).with_help(help)
    })
}

fn page(code: Code) -> String {
    format!("{code}: {} ({})\n\n{}", code.title(), code.severity().word(), code.explanation())
}

fn list() -> String {
    let line = |code: &Code| format!("{code}  {:7}  {}\n", code.severity().word(), code.title());
    Code::ALL.iter().map(line).collect()
}
