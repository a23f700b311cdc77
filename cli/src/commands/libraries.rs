//! `aud-rules libraries`: what is known of libraries and from where; and of one name, what it is and what it has.

use std::io::{self, Write};
use std::path::Path;

use aud_rules_codegen::diag::printable;
use aud_rules_runtime::project::libraries::{KnownFrom, Libraries, Origin, Package};
use aud_rules_runtime::project::values::describe::{DescribedKind, Description, Member};
use aud_rules_runtime::project::values::known::LibraryNames;
use serde_json::{Value, json};

use crate::args::{LibrariesArgs, SummaryFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::libraries;
use crate::nearest::did_you_mean;
use crate::paint::Paint;

/// Names of libraries on one line.
const LINE_LENGTH: usize = 100;

/// Runs the command.
pub(crate) fn run(args: &LibrariesArgs) -> Result<Exit, Failure> {
    let libraries = libraries::load(&args.rules, args.python.as_deref(), Path::new("."))?;
    let Some(name) = &args.name else {
        let packages = libraries.packages();
        write_output(|output| match args.format {
            SummaryFormat::Text => Ok(write_list(output, &packages)?),
            SummaryFormat::Json => Ok(write_json(output, &list_json(&packages))?),
        })?;
        return Ok(Exit::Done);
    };
    let names = LibraryNames::of(&libraries);
    let Some(found) = names.describe(name) else { return Err(unknown(name, &libraries, &names)) };
    let origin = libraries.origin(&found.module);
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(write_description(output, &found, origin.as_ref())?),
        SummaryFormat::Json => Ok(write_json(output, &description_json(&found, origin.as_ref()))?),
    })?;
    Ok(Exit::Done)
}

fn unknown(name: &str, libraries: &Libraries, names: &LibraryNames<'_>) -> Failure {
    let alike = names.alike(name);
    let help = match alike.is_empty() {
        false => did_you_mean(name, alike.iter().map(String::as_str)),
        true => {
            let packages = libraries.packages();
            let top = name.split('.').next().unwrap_or(name);
            did_you_mean(top, packages.iter().map(|package| &*package.name))
        }
    };
    let known = alike.first().and_then(|member| member.rsplit_once('.')).map(|(front, _)| front.to_owned());
    let otherwise = || match known {
        Some(front) => format!("`aud-rules libraries {front}` shows what that has"),
        None => "`aud-rules libraries` lists what is known".to_owned(),
    };
    Failure::misuse(format!("no library is known to have `{name}`")).with_help(help.unwrap_or_else(otherwise))
}

/// What tells of a library, for people, and its word for programs.
fn said(from: KnownFrom) -> (&'static str, &'static str) {
    match from {
        KnownFrom::TypedEnvironment => {
            ("From the environment of the project, which says its types", "typed environment")
        }
        KnownFrom::Stubs => ("From stubs that aud-rules or a pack brings with it", "stubs"),
        KnownFrom::Environment => ("From the environment of the project, as code without types", "environment"),
    }
}

fn write_list(output: &mut dyn Write, packages: &[Package]) -> io::Result<()> {
    let paint = Paint::for_output();
    for from in [KnownFrom::TypedEnvironment, KnownFrom::Stubs, KnownFrom::Environment] {
        let names: Vec<&str> =
            packages.iter().filter(|package| package.known_from == from).map(|package| &*package.name).collect();
        if names.is_empty() {
            continue;
        }
        writeln!(output, "{}", paint.strong(&format!("{} ({}):", said(from).0, names.len())))?;
        let mut line = String::new();
        for name in names {
            if line.len() + name.len() + 2 > LINE_LENGTH {
                writeln!(output, " {}", printable(&line))?;
                line.clear();
            }
            line += &format!(" {name}");
        }
        writeln!(output, " {}", printable(&line))?;
    }
    Ok(())
}

fn write_description(output: &mut dyn Write, found: &Description, origin: Option<&Origin>) -> io::Result<()> {
    let paint = Paint::for_output();
    let has_parameters = !matches!(found.kind, DescribedKind::Module | DescribedKind::Class | DescribedKind::Value);
    let parameters = if has_parameters { format!("({})", found.parameters.join(", ")) } else { String::new() };
    let title = format!("{} {}{parameters}", found.kind.word(), found.name);
    writeln!(output, "{}{}", paint.strong(&printable(&title)), arrow(&found.gives))?;
    if let Some(origin) = origin {
        writeln!(output, "  known from   {}", printable(&origin_said(origin)))?;
    }
    for (label, names) in [("other names ", &found.other_names), ("bases       ", &found.bases)] {
        if !names.is_empty() {
            writeln!(output, "  {label} {}", printable(&names.join(", ")))?;
        }
    }
    if found.order.len() > 1 {
        writeln!(output, "  looks in     {}", printable(&found.order.join(", ")))?;
    }
    if found.members.is_empty() {
        return Ok(());
    }
    writeln!(output, "  has:")?;
    let width = found.members.iter().map(|member| member.name.chars().count()).max().unwrap_or(0);
    for member in &found.members {
        let inherited = if member.of.is_empty() || member.of == found.name {
            String::new()
        } else {
            paint.faint(&format!("  of {}", printable(&member.of)))
        };
        let (name, kind) = (printable(&member.name), member.kind.word());
        writeln!(output, "    {name:width$}  {kind}{}{inherited}", arrow(&member.gives))?;
    }
    Ok(())
}

/// What it gives, behind an arrow.
fn arrow(gives: &[String]) -> String {
    if gives.is_empty() { String::new() } else { format!(" -> {}", printable(&gives.join(" | "))) }
}

fn origin_said(origin: &Origin) -> String {
    match origin {
        Origin::Stub(path) => format!("the stub {path}"),
        Origin::Environment(path) => path.display().to_string(),
    }
}

fn list_json(packages: &[Package]) -> Value {
    packages
        .iter()
        .map(|package| json!({ "name": package.name, "known_from": said(package.known_from).1, "modules": package.n_modules }))
        .collect()
}

fn description_json(found: &Description, origin: Option<&Origin>) -> Value {
    let member = |member: &Member| json!({ "name": member.name, "kind": member.kind.word(), "of": member.of, "gives": member.gives });
    json!({
        "name": found.name,
        "kind": found.kind.word(),
        "module": found.module,
        "known_from": origin.map(|origin| match origin {
            Origin::Stub(path) => json!({ "stub": path }),
            Origin::Environment(path) => json!({ "environment": path.display().to_string() }),
        }),
        "other_names": found.other_names,
        "bases": found.bases,
        "order": found.order,
        "parameters": found.parameters,
        "gives": found.gives,
        "members": found.members.iter().map(member).collect::<Value>(),
    })
}

fn write_json(output: &mut dyn Write, value: &Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *output, value)?;
    writeln!(output)
}
