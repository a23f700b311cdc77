//! From bytes to text, as Python's tokenizer does it: byte order mark, coding line (PEP 263), UTF-8, universal newlines.
//!
//! Where Python would give up, the nearest readable text is made and the loss recorded.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

use crate::input::errors::{ErrorStage, FileError};

/// Text of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text. Its lines end with `\n`, it has no byte order mark and no NUL.
    pub text: String,
    /// Name of the encoding that was used.
    pub encoding: &'static str,
    /// What was wrong.
    pub errors: Vec<FileError>,
}

/// How the bytes are to be read.
#[derive(Clone, Copy)]
enum Charset {
    Utf8,
    Ascii,
    Latin1,
    Other(&'static Encoding),
}

impl Charset {
    /// The encoding of that name, as Python knows it.
    fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let label = match name.as_str() {
            "utf-8" | "utf8" | "utf-8-sig" | "u8" | "cp65001" => return Some(Charset::Utf8),
            "ascii" | "us-ascii" | "646" => return Some(Charset::Ascii),
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "iso-latin-1" => {
                return Some(Charset::Latin1);
            }
            "latin-2" => "iso-8859-2".to_owned(),
            "latin-9" => "iso-8859-15".to_owned(),
            "cp932" => "shift_jis".to_owned(),
            "cp936" => "gbk".to_owned(),
            "cp949" => "euc-kr".to_owned(),
            "cp950" => "big5".to_owned(),
            "mac-roman" => "macintosh".to_owned(),
            "shift-jis" | "sjis" => "shift_jis".to_owned(),
            name => match name.strip_prefix("cp125") {
                Some(digit) => format!("windows-125{digit}"),
                None => name.to_owned(),
            },
        };
        let encoding = Encoding::for_label(label.as_bytes())?;
        // Text in UTF-16 has no coding line that could be read as one.
        let is_possible = encoding.is_ascii_compatible() || encoding == ISO_2022_JP;
        is_possible.then_some(Charset::Other(encoding))
    }
}

/// Makes text of the bytes of a Python file.
pub fn decode(bytes: &[u8]) -> Decoded {
    let mut errors = Vec::new();
    let (text, encoding) = match Encoding::for_bom(bytes) {
        Some((encoding, n_mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let message =
                format!("the file is {}, which Python does not run; it was read all the same", encoding.name());
            errors.push(FileError::of_file(ErrorStage::Decode, message));
            (decode_other(encoding, &bytes[n_mark..], &mut errors), encoding.name())
        }
        Some((_, n_mark)) => {
            let bytes = &bytes[n_mark..];
            if let Some((line, name)) = coding_line(bytes)
                && !matches!(Charset::named(name), Some(Charset::Utf8))
            {
                let message =
                    format!("the coding line says `{name}`, but the file begins with a UTF-8 byte order mark");
                errors.push(FileError::on_line(ErrorStage::Decode, line, message));
            }
            (decode_utf8(bytes, &mut errors), "utf-8-sig")
        }
        None => decode_unmarked(bytes, &mut errors),
    };
    let text = blank_nuls(unify_newlines(text), &mut errors);
    Decoded { text: text.into_owned(), encoding, errors }
}

fn decode_unmarked<'b>(bytes: &'b [u8], errors: &mut Vec<FileError>) -> (Cow<'b, str>, &'static str) {
    let charset = match coding_line(bytes) {
        None => Charset::Utf8,
        Some((line, name)) => Charset::named(name).unwrap_or_else(|| {
            let message = format!("the coding line names `{name}`, which is no known encoding; read as UTF-8");
            errors.push(FileError::on_line(ErrorStage::Decode, line, message));
            Charset::Utf8
        }),
    };
    match charset {
        Charset::Utf8 => (decode_utf8(bytes, errors), "utf-8"),
        Charset::Ascii => {
            if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii()) {
                let message = "the coding line says ASCII, but there are other bytes; read as UTF-8".to_owned();
                errors.push(FileError::on_line(ErrorStage::Decode, line_at(bytes, at), message));
            }
            (decode_utf8(bytes, errors), "ascii")
        }
        Charset::Latin1 => (encoding_rs::mem::decode_latin1(bytes), "iso-8859-1"),
        Charset::Other(encoding) => (decode_other(encoding, bytes, errors), encoding.name()),
    }
}

fn decode_utf8<'b>(bytes: &'b [u8], errors: &mut Vec<FileError>) -> Cow<'b, str> {
    let text = String::from_utf8_lossy(bytes);
    if matches!(text, Cow::Owned(_)) {
        let n_bad: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
        let first = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        let message = format!("not UTF-8: bytes from this line on ({n_bad} in the file) were read as U+FFFD");
        errors.push(FileError::on_line(ErrorStage::Decode, line_at(bytes, first), message));
    }
    text
}

fn decode_other<'b>(encoding: &'static Encoding, bytes: &'b [u8], errors: &mut Vec<FileError>) -> Cow<'b, str> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors {
        let first = text.find('\u{fffd}').unwrap_or(0);
        let message = format!("not {}: bytes from this line on were read as U+FFFD", encoding.name());
        errors.push(FileError::on_line(ErrorStage::Decode, line_at(text.as_bytes(), first), message));
    }
    text
}

/// The encoding that a comment on the first or second line names, and that line. On the second line it counts only
/// below a line without code.
fn coding_line(bytes: &[u8]) -> Option<(u32, &str)> {
    let is_end = |byte: &u8| *byte == b'\n' || *byte == b'\r';
    let first_end = bytes.iter().position(is_end).unwrap_or(bytes.len());
    let (first, rest) = bytes.split_at(first_end);
    if let Some(name) = named_in_comment(first) {
        return Some((1, name));
    }
    let is_blank = matches!(first.trim_ascii_start().first(), None | Some(b'#'));
    let rest = rest.strip_prefix(b"\r\n").or(rest.get(1..)).filter(|_| is_blank)?;
    let second_end = rest.iter().position(is_end).unwrap_or(rest.len());
    Some((2, named_in_comment(&rest[..second_end])?))
}

/// The name behind `coding:` or `coding=` in a line that is only a comment.
fn named_in_comment(line: &[u8]) -> Option<&str> {
    let comment = line.trim_ascii_start().strip_prefix(b"#")?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    for at in memchr::memmem::find_iter(comment, b"coding") {
        let behind = &comment[at + b"coding".len()..];
        if let Some(name) = behind.strip_prefix(b":").or(behind.strip_prefix(b"=")) {
            let name = name.trim_ascii_start();
            let n_name = name.iter().position(|byte| !is_name(byte)).unwrap_or(name.len());
            if n_name > 0 {
                return std::str::from_utf8(&name[..n_name]).ok();
            }
        }
    }
    None
}

/// Ends every line with `\n`, as Python does before anything else looks at the text.
fn unify_newlines(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\r') {
        return text;
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Puts a blank in the place of each NUL: a parser may take it for the end of the text.
fn blank_nuls<'t>(text: Cow<'t, str>, errors: &mut Vec<FileError>) -> Cow<'t, str> {
    let Some(first) = memchr::memchr(0, text.as_bytes()) else { return text };
    let n_nuls = memchr::memchr_iter(0, text.as_bytes()).count();
    let message = format!("NUL bytes from this line on ({n_nuls} in the file) were read as blanks");
    errors.push(FileError::on_line(ErrorStage::Decode, line_at(text.as_bytes(), first), message));
    Cow::Owned(text.replace('\0', " "))
}

/// Line of a byte offset, from 1, in text that may still have any line ends.
fn line_at(bytes: &[u8], offset: usize) -> u32 {
    let before = &bytes[..offset];
    let n_ends = before
        .iter()
        .enumerate()
        .filter(|&(at, byte)| *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')))
        .count();
    n_ends as u32 + 1
}
