//! From the outcome of tests to the workflow commands of GitHub Actions, which shows them beside the lines they are about;
//! the totals stand last.

use std::io::{self, Write};

use super::{Report, UNFIRED};
use crate::github_commands::{data, property};

/// Writes it.
pub(super) fn write(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    for (test, result) in &report.results {
        let name = report.name(test);
        match result {
            Ok(tested) => {
                let engines = tested.elsewhere.iter().flat_map(|(_, differences)| differences);
                for difference in tested.outcome.differences.iter().chain(engines) {
                    let place = example_place(&difference.file, difference.line);
                    let (file, line) = place.unwrap_or((difference.file.clone(), difference.line));
                    write_error(output, &file, line, &name, &difference.to_string())?;
                }
            }
            Err(error) => {
                write_error(output, &test.path(report.matcher).display().to_string(), 0, &name, &error.to_string())?
            }
        }
    }
    for rule in &report.unfired {
        write_error(output, &rule.at.file, rule.at.line, &rule.name, UNFIRED)?;
    }
    writeln!(output, "{} passed, {} failed", report.n_passed(), report.n_failed())
}

/// The place in the rule file of a line of an example, whose file is called `rules/hooks.rules:12 (rule)`.
fn example_place(file: &str, line: u32) -> Option<(String, u32)> {
    let (place, _rule) = file.strip_suffix(')')?.rsplit_once(" (")?;
    let (path, first) = place.rsplit_once(':')?;
    Some((path.to_owned(), first.parse::<u32>().ok()? + line))
}

fn write_error(output: &mut dyn Write, file: &str, line: u32, title: &str, message: &str) -> io::Result<()> {
    let (file, title, message) = (property(file), property(title), data(message.trim_end()));
    writeln!(output, "::error file={file},line={},title={title}::{message}", line.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let mut output = Vec::new();
        write_error(&mut output, "a,b:c.py", 0, "50%", "one\r\ntwo, three: four\n").unwrap();
        let expected = "::error file=a%2Cb%3Ac.py,line=1,title=50%25::one%0D%0Atwo, three: four\n";
        assert_eq!(String::from_utf8(output).unwrap(), expected);
    }

    #[test]
    fn lines_of_examples_are_found_in_the_rule_file() {
        let check = |file: &str, line, expected: Option<(&str, u32)>| {
            assert_eq!(example_place(file, line), expected.map(|(file, line)| (file.to_owned(), line)), "{file}");
        };
        check("rules/hooks.rules:12 (flask_hook)", 3, Some(("rules/hooks.rules", 15)));
        check("app.py", 3, None);
        check("copy (2).py", 3, None);
    }
}
