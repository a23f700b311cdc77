//! From the printed tokens to the text that people read: remarks, filled lines, an empty line between items.
//!
//! The printer breaks a call over many lines as soon as it is longer than its own width, and it keeps no remarks.

use proc_macro2::TokenStream;
use quote::quote;

/// Columns of a line.
const WIDTH: usize = 118;

/// A statement that becomes a remark: the printer of tokens keeps none.
pub(super) fn note(text: &str) -> TokenStream {
    quote!(remark!(#text);)
}

/// The text for people.
pub(super) fn laid_out(printed: &str) -> String {
    let lines = filled(printed);
    let mut text = String::with_capacity(printed.len());
    for (index, line) in lines.iter().enumerate() {
        text += line;
        text.push('\n');
        let ends_item = matches!(line.strip_prefix("    ").unwrap_or(line), "}" | "};" | "];");
        if ends_item && lines.get(index + 1).is_some_and(|next| next.trim() != "}") {
            text.push('\n');
        }
    }
    text
}

/// Lines with remarks as such, and with what fits on one line on one.
fn filled(printed: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Places of the lines that open a bracket which is not closed yet.
    let mut opening: Vec<usize> = Vec::new();
    let mut rest = printed.lines();
    while let Some(line) = rest.next() {
        let line = remark(line, &mut rest).unwrap_or_else(|| line.to_owned());
        let trimmed = line.trim_start();
        if trimmed.starts_with('.') && lines.last().is_some_and(|last| is_name(last)) {
            // The printer puts the name before a long call on a line of its own.
            add_to_last(&mut lines, trimmed);
        } else if is_text(trimmed)
            && lines.last().is_some_and(|last| is_text(last) && last.len() + trimmed.len() < WIDTH)
        {
            add_to_last(&mut lines, &format!(" {trimmed}"));
        } else {
            lines.push(line.clone());
        }
        if trimmed.starts_with([')', ']', '}']) {
            let closes_only = !trimmed.contains(" else ") && !line.ends_with('{');
            if let Some(from) = opening.pop().filter(|_| closes_only)
                && let Some(whole) = joined(&lines[from..])
            {
                lines.truncate(from);
                lines.push(whole);
            }
        }
        let is_opening = |last: &String| last.ends_with(['(', '[', '{']) && !last.trim_start().starts_with("//");
        if lines.last().is_some_and(is_opening) {
            opening.push(lines.len() - 1);
        }
    }
    lines
}

/// The remark that a statement stands for, which the printer lays out on one line or, when it is long, on three.
fn remark<'l>(line: &str, rest: &mut impl Iterator<Item = &'l str>) -> Option<String> {
    let (indent, text) = line.split_once("remark!(")?;
    let text = match text.trim_end().strip_suffix(");") {
        Some(text) => text,
        None => {
            let text = rest.next()?;
            rest.next()?;
            text
        }
    };
    let text: syn::LitStr = syn::parse_str(text.trim()).ok()?;
    Some(format!("{indent}// {}", text.value()))
}

fn add_to_last(lines: &mut [String], more: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(more);
    }
}

/// The line ends in a name that stands alone, or behind what opens it.
fn is_name(line: &str) -> bool {
    let name = line.rsplit([' ', '(', '!', '[']).next().unwrap_or(line);
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Texts of a list.
fn is_text(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('"') && line.ends_with("\",")
}

/// What stands between brackets on one line with them; none when it does not fit or holds statements.
fn joined(lines: &[String]) -> Option<String> {
    let (first, inner) = lines.split_first()?;
    let (last, inner) = inner.split_last()?;
    let is_block = first.ends_with('{');
    if let ([leave], true) = (inner, first.ends_with(" else {") && first.trim_start().starts_with("let ")) {
        let whole = format!("{first} {} {}", leave.trim().trim_end_matches(';'), last.trim_start());
        return (whole.len() <= WIDTH).then_some(whole);
    }
    // Of blocks only closures with one expression.
    if is_block && !(first.trim_end_matches(" {").ends_with('|') && inner.len() == 1) {
        return None;
    }
    let mut whole = first.clone();
    for (index, line) in inner.iter().enumerate() {
        let line = line.trim();
        if line.ends_with([';', '{']) || line.starts_with("//") || whole.len() > WIDTH {
            return None;
        }
        if (index > 0 || is_block) && !line.starts_with('.') {
            whole.push(' ');
        }
        whole += line;
    }
    // The comma of a tuple of one makes it a tuple.
    let is_tuple = first.ends_with(" (") || first.trim() == "(";
    if !is_tuple && whole.ends_with(',') {
        whole.pop();
    }
    whole += if is_block { " " } else { "" };
    whole += last.trim_start();
    (whole.len() <= WIDTH).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stands_on_one_line() {
        for (printed, expected) in [
            ("    f(\n        a,\n        b,\n    );", "    f(a, b);\n"),
            ("    run\n        .and(\n            a,\n            || b,\n        );", "    run.and(a, || b);\n"),
            ("x.map(|a| {\n    f(a)\n})", "x.map(|a| { f(a) })\n"),
            ("if a {\n    return;\n}", "if a {\n    return;\n}\n"),
            ("let Some(a) = b else {\n    return;\n};", "let Some(a) = b else { return };\n"),
            ("f(\n    (\n        a,\n    ),\n)", "f((a,))\n"),
            ("x(&[\n    \"a\",\n    \"b\",\n])", "x(&[\"a\", \"b\"])\n"),
            ("remark!(\n    \"12: c is present\"\n);\nf()", "// 12: c is present\nf()\n"),
        ] {
            assert_eq!(laid_out(printed), expected, "{printed}");
        }
    }
}
