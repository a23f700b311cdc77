//! From a problem and a line to why data arrives at the sink there, or why none does.

use std::ffi::OsStr;
use std::io::{self, Write};

use aud_rules_codegen::diag::printable;
use aud_rules_runtime::project::flow::explain::OriginKind;
use aud_rules_runtime::run::explain::{
    Explained, ExplainedOrigin, ExplainedSink, ExplainedStep, ExplainedStop, Location, Stopped,
};
use serde_json::{Value, json};

use crate::args::{ExplainArgs, SummaryFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::file_place::FilePlace;
use crate::paint::Paint;
use crate::scan::finding::{Place, Step};
use crate::scan::sources::Sources;
use crate::scanning::{self, Asked};
use crate::surroundings::project_of;

/// Characters of the source text that are shown of a place.
const EXCERPT: usize = 60;

/// Runs the command for a problem.
pub(super) fn run(problem: &str, place: &OsStr, args: &ExplainArgs) -> Result<Exit, Failure> {
    let place = FilePlace::parse(place)?;
    let Some(line) = place.line else {
        let help = format!("`aud-rules explain --problem {problem} {}:12`", place.path.display());
        return Err(Failure::misuse("say which line the sink is on").with_help(help));
    };
    let (file, root) = project_of(&place.path, args.project.as_deref())?;
    let subject = scanning::subject(&root, &args.rules)?;
    let (explained, sources) = scanning::explain(&subject, &Asked { problem, file: &file, line })?;
    let telling = Telling { problem, sources: &sources, paint: Paint::for_output() };
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(telling.write(output, &explained, line)?),
        SummaryFormat::Json => {
            serde_json::to_writer_pretty(&mut *output, &telling.json(&explained)).map_err(io::Error::from)?;
            Ok(writeln!(output)?)
        }
    })?;
    let arrives = explained.sinks.iter().any(|sink| !sink.arrivals.is_empty());
    Ok(if arrives { Exit::Done } else { Exit::No })
}

struct Telling<'t> {
    problem: &'t str,
    sources: &'t Sources,
    paint: Paint,
}

impl Telling<'_> {
    fn write(&self, output: &mut dyn Write, explained: &Explained, line: u32) -> io::Result<()> {
        if explained.sinks.is_empty() {
            writeln!(output, "{}", self.nothing(explained, line))?;
        }
        for (at, sink) in explained.sinks.iter().enumerate() {
            if at > 0 {
                writeln!(output)?;
            }
            self.sink(output, sink)?;
        }
        if explained.n_capped > 0 {
            writeln!(output, "note: {} facts were not followed, because there are too many", explained.n_capped)?;
        }
        Ok(())
    }

    /// Why the line has no sink of the problem.
    fn nothing(&self, explained: &Explained, line: u32) -> String {
        let problem = self.problem;
        if explained.never_runs {
            return format!(
                "line {line} has nothing that ever runs: it is empty, or no way leads there (a branch that is never \
                 taken, or code behind a `return` or `raise`)"
            );
        }
        match explained.other_kinds.as_slice() {
            [] => format!("no rule says that something on line {line} is a sink; `{problem}` needs one"),
            kinds => format!(
                "line {line} has no sink of `{problem}`, only of {}; `aud-rules explain --rule` shows what a rule does there",
                named(kinds)
            ),
        }
    }

    fn sink(&self, output: &mut dyn Write, sink: &ExplainedSink) -> io::Result<()> {
        let title = format!("{} at {}", self.problem, self.shown(&sink.at));
        writeln!(output, "{}{}", self.paint.strong(&printable(&title)), self.text(&sink.at))?;
        writeln!(output, "  a sink of {}, says the rule `{}`", named(&sink.kinds), sink.rule)?;
        for (way, is_assumed) in &sink.arrivals {
            let presumed = if *is_assumed { "; something on the way is only presumed" } else { "" };
            writeln!(output, "  {}{presumed}:", self.paint.bad("data arrives"))?;
            self.way(output, way)?;
        }
        for stop in &sink.stops {
            let why = self.paint.good(&printable(&self.why(stop)));
            writeln!(
                output,
                "  data was stopped at {}{}: {why}",
                printable(&self.shown(&stop.at)),
                self.text(&stop.at)
            )?;
            self.way(output, &stop.way)?;
        }
        if sink.arrivals.is_empty() && sink.stops.is_empty() {
            writeln!(output, "  {}; it is made of:", self.paint.good("no data of a source reaches it"))?;
        } else if !sink.origins.is_empty() {
            writeln!(output, "  it is also made of:")?;
        }
        for origin in &sink.origins {
            let said = origin_said(origin);
            writeln!(
                output,
                "    {}{}  {}",
                printable(&self.shown(&origin.at)),
                self.text(&origin.at),
                printable(&said)
            )?;
        }
        if sink.is_cut {
            writeln!(output, "  a limit was reached: there are more values than are looked at")?;
        }
        Ok(())
    }

    fn way(&self, output: &mut dyn Write, way: &[ExplainedStep]) -> io::Result<()> {
        for (at, step) in way.iter().enumerate() {
            let rule = step.rule.as_ref().map_or(String::new(), |rule| format!(", says the rule `{rule}`"));
            let (shown, text) = (printable(&self.shown(&step.at)), self.text(&step.at));
            writeln!(output, "    {:>2}. {shown}{text}  {}{rule}", at + 1, said(step))?;
        }
        Ok(())
    }

    fn why(&self, stop: &ExplainedStop) -> String {
        match &stop.why {
            Stopped::Cleaned { rule, at, is_test } => {
                let by = rule.as_ref().map_or(String::new(), |rule| format!(", says the rule `{rule}`"));
                let place = at.as_ref().map_or(String::new(), |at| format!(" at {}", self.shown(at)));
                match is_test {
                    true => format!("clean where the test{place} comes out so{by}"),
                    false => format!("made clean{place}{by}"),
                }
            }
            Stopped::Overwritten => "on every way something else is stored in its place".to_owned(),
            Stopped::TooLate => "it is stored only after this was read".to_owned(),
            Stopped::OtherPart => "it lies in another part of the value".to_owned(),
        }
    }

    fn shown(&self, at: &Location) -> String {
        let range = self.sources.range(&place(at));
        format!("{}:{}:{}", self.sources.shown(&at.file), range.line, range.column)
    }

    /// What is written there, in quotes.
    fn text(&self, at: &Location) -> String {
        let excerpt = self.sources.excerpt(&place(at), EXCERPT);
        if excerpt.is_empty() { String::new() } else { format!(" `{}`", printable(&excerpt)) }
    }

    fn json(&self, explained: &Explained) -> Value {
        let sinks: Vec<Value> = explained.sinks.iter().map(|sink| self.sink_json(sink)).collect();
        json!({
            "problem": self.problem,
            "sinks": sinks,
            "other_kinds": explained.other_kinds,
            "never_runs": explained.never_runs,
            "facts_not_followed": explained.n_capped,
        })
    }

    fn sink_json(&self, sink: &ExplainedSink) -> Value {
        let way = |way: &[ExplainedStep]| -> Value {
            way.iter()
                .map(|step| {
                    let mut value = self.at_json(&step.at);
                    value["what"] = json!(step.what);
                    value["rule"] = json!(step.rule);
                    value
                })
                .collect()
        };
        let arrival = |(steps, is_assumed): &(Vec<ExplainedStep>, bool)| json!({ "certainty": if *is_assumed { "assumed" } else { "resolved" }, "path": way(steps) });
        let stop = |stop: &ExplainedStop| {
            let mut value = self.at_json(&stop.at);
            value["path"] = way(&stop.way);
            value["said"] = json!(self.why(stop));
            value["why"] = json!(match &stop.why {
                Stopped::Cleaned { is_test: true, .. } => "tested",
                Stopped::Cleaned { .. } => "cleaned",
                Stopped::Overwritten => "overwritten",
                Stopped::TooLate => "too_late",
                Stopped::OtherPart => "other_part",
            });
            if let Stopped::Cleaned { rule, at, .. } = &stop.why {
                value["rule"] = json!(rule);
                value["by"] = at.as_ref().map_or(Value::Null, |at| self.at_json(at));
            }
            value
        };
        let origin = |origin: &ExplainedOrigin| {
            let mut value = self.at_json(&origin.at);
            value["what"] = json!(origin_word(&origin.what));
            value["said"] = json!(origin_said(origin));
            value
        };
        let mut value = self.at_json(&sink.at);
        value["rule"] = json!(sink.rule);
        value["kinds"] = json!(sink.kinds);
        value["arrivals"] = sink.arrivals.iter().map(arrival).collect();
        value["stops"] = sink.stops.iter().map(stop).collect();
        value["origins"] = sink.origins.iter().map(origin).collect();
        value["limit_reached"] = json!(sink.is_cut);
        value
    }

    /// Lines and columns from 1, columns in characters, the end exclusive.
    fn at_json(&self, at: &Location) -> Value {
        let range = self.sources.range(&place(at));
        json!({
            "file": self.sources.shown(&at.file),
            "line": range.line,
            "column": range.column,
            "end_line": range.end_line,
            "end_column": range.end_column,
        })
    }
}

fn place(at: &Location) -> Place {
    Place {
        file: at.file.clone(),
        line: at.range.start.line,
        column: at.range.start.column,
        end_line: at.range.end.line,
        end_column: at.range.end.column,
    }
}

fn said(step: &ExplainedStep) -> String {
    Step { place: place(&step.at), what: step.what.to_owned() }.said().to_owned()
}

fn named(kinds: &[String]) -> String {
    kinds.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ")
}

fn origin_word(what: &OriginKind) -> &'static str {
    match what {
        OriginKind::Constant => "constant",
        OriginKind::UncalledParameter(_) => "uncalled_parameter",
        OriginKind::DefaultParameter(_) => "default",
        OriginKind::Outside(_) => "outside",
        OriginKind::UnknownCall => "unknown_call",
        OriginKind::BeyondLimit => "limit",
        OriginKind::OtherSource(_) => "other_source",
        OriginKind::NothingKnown => "nothing_known",
    }
}

fn origin_said(origin: &ExplainedOrigin) -> String {
    match &origin.what {
        OriginKind::Constant => "is written down here".to_owned(),
        OriginKind::UncalledParameter(name) => {
            format!("is the parameter `{name}` of a function that nobody is known to call")
        }
        OriginKind::DefaultParameter(name) => {
            format!("is the parameter `{name}`, for which no call hands over anything")
        }
        OriginKind::Outside(name) => format!("is `{name}`, of which no source is known"),
        OriginKind::UnknownCall => "is what a call gives of which nothing is known".to_owned(),
        OriginKind::BeyondLimit => "is what a function gives that is beyond a limit".to_owned(),
        OriginKind::OtherSource(_) => {
            format!("is a source, but of {}, which the problem does not ask for", named(&origin.kinds))
        }
        OriginKind::NothingKnown => "hands no data on".to_owned(),
    }
}
