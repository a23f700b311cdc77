//! `aud-rules new`: from a name to a rule file, with a table, a rule and its examples, and a fixture; both pass as they are.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use aud_rules_catalogue::Catalogue;
use aud_rules_runtime::rules::matcher::Matcher;

use crate::args::NewArgs;
use crate::exit::{Exit, Failure, write_output};

/// The rule file; `NAME` and `DOMAIN` are filled in.
const RULES: &str = include_str!("new/rules.txt");

/// The fixture.
const FIXTURE: &str = include_str!("new/fixture.txt");

/// Runs the command.
pub(crate) fn run(args: &NewArgs) -> Result<Exit, Failure> {
    let (domain, name) = parts_of(&args.name)?;
    let clash = Catalogue.tables().iter().find(|table| table.name == format!("python_{name}"));
    if let Some(table) = clash {
        let message = format!("there is a table `{}` already, in the built-in `{}`", table.name, table.at.file);
        return Err(Failure::misuse(message).with_help("choose another name".to_owned()));
    }
    let fill = |text: &str| text.replace("NAME", name).replace("DOMAIN", domain);
    let files = [
        (Path::new("rules").join(domain).join(format!("{name}.rules")), fill(RULES)),
        (Path::new("fixtures/rules").join(domain).join(format!("{name}.py")), fill(FIXTURE)),
    ]
    .map(|(path, text)| (args.r#in.join(path), text));
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(Failure::misuse(format!("`{}` is there already", path.display())));
    }
    for (path, text) in &files {
        write(path, text)
            .map_err(|error| Failure::broken(format!("`{}` can not be written: {error}", path.display())))?;
    }
    let [rules, fixture] = files.map(|(path, _)| shown(path));
    write_output(|output| {
        writeln!(output, "Made {}\nMade {}", rules.display(), fixture.display())?;
        writeln!(output, "Try: aud-rules test {} {}", rules.display(), fixture.display())?;
        Ok(())
    })?;
    Ok(Exit::Done)
}

/// The domain and the name of `DOMAIN/NAME`.
fn parts_of(written: &str) -> Result<(&str, &str), Failure> {
    let parts = written.split_once('/').filter(|(domain, name)| is_word(domain) && is_word(name));
    parts.ok_or_else(|| {
        let better: Vec<String> = written.splitn(2, '/').map(to_word).collect();
        let help = match &better[..] {
            [domain, name] if is_word(domain) && is_word(name) => format!("write `{domain}/{name}`"),
            _ => "for example `web/upload_handlers`".to_owned(),
        };
        let message = format!("`{written}` is not DOMAIN/NAME, two words in snake_case");
        Failure::misuse(message).with_help(help)
    })
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The word that was probably meant: `UploadHandlers` is `upload_handlers`.
fn to_word(text: &str) -> String {
    let mut word = String::new();
    for c in text.trim_end_matches(".rules").chars() {
        let begins_part = c.is_uppercase() || !c.is_alphanumeric();
        if begins_part && !word.is_empty() && !word.ends_with('_') {
            word.push('_');
        }
        word.extend(c.to_lowercase().filter(char::is_ascii_alphanumeric));
    }
    word.trim_end_matches('_').to_owned()
}

/// Writes a new file; one that was made in the meantime is left alone.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().ok_or(ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn shown(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}
