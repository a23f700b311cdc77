//! From a stream of bytes to messages, and back: a header with the length, then that much JSON.
//!
//! The reader of `lsp-server` ends with the first message that is no JSON, and takes any length for true. This one goes
//! on behind a bad message, and refuses one that no editor sends.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::json;

use super::scans::Scan;

/// Bytes that a message may have.
const MAX_BYTES: usize = 64 << 20;

/// Bytes that a line of a header may have.
const MAX_HEADER: u64 = 4096;

/// Something that came.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Bytes that are none, and why.
    Malformed(String),
    /// What was found in a folder of Python code; this was not read.
    Scanned(Scan),
    /// There is nothing more to read.
    End,
}

/// The next message; none at the end of the stream.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let length = match read_header(input)? {
        None => return Ok(None),
        Some(Ok(length)) => length,
        Some(Err(reason)) => return Ok(Some(Incoming::Malformed(reason))),
    };
    if length > MAX_BYTES {
        io::copy(&mut input.by_ref().take(length as u64), &mut io::sink())?;
        return Ok(Some(Incoming::Malformed(format!("a message of {length} bytes is too large"))));
    }
    let mut body = vec![0; length];
    match input.read_exact(&mut body) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(format!("this is no message: {error}")),
    }))
}

/// The length that a header gives, or what is wrong with it; none at the end of the stream.
fn read_header(input: &mut impl BufRead) -> io::Result<Option<Result<usize, String>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(MAX_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            return Ok(Some(length.ok_or_else(|| "a header without `Content-Length`".to_owned())));
        }
        match line.split_once(':') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("content-length") => match value.trim().parse() {
                Ok(value) => length = Some(value),
                Err(_) => return Ok(Some(Err(format!("`{value}` is no length")))),
            },
            Some(_) => {}
            None => return Ok(Some(Err("a line of a header without `:`".to_owned()))),
        }
    }
}

/// Writes the answer to something that was no message: it has no number to answer to.
pub(super) fn write_malformed(output: &mut impl Write, reason: &str) -> io::Result<()> {
    let error = json!({ "code": ErrorCode::ParseError as i32, "message": reason });
    let body = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_does_not_end_the_stream() {
        let exit = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
        let good = format!("Content-Length: {}\r\n\r\n{exit}", exit.len());
        let check = |bytes: &str, expected: &[&str]| {
            let mut input = io::Cursor::new(format!("{bytes}{good}").into_bytes());
            let mut found = Vec::new();
            while let Some(incoming) = read(&mut input).unwrap() {
                found.push(match incoming {
                    Incoming::Message(Message::Notification(notification)) => notification.method,
                    Incoming::Message(other) => format!("{other:?}"),
                    Incoming::Malformed(reason) => reason,
                    other => format!("{other:?}"),
                });
            }
            assert_eq!(found.len(), expected.len(), "{bytes}: {found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!(found.contains(expected), "{bytes}: {found}");
            }
        };
        check("", &["exit"]);
        check("Content-Type: x; charset=utf-8\r\ncontent-length: 2\r\n\r\n{}", &["no message", "exit"]);
        check("Content-Length: 3\r\n\r\n{,}", &["no message", "exit"]);
        check("Content-Length: -3\r\n", &["is no length", "exit"]);
        check("Content-Type: x\r\n\r\n", &["without `Content-Length`", "exit"]);
        check("rubbish\r\n", &["without `:`", "exit"]);
        check("Content-Length: 99999999999999999999\r\n", &["is no length", "exit"]);
        check(&format!("Content-Length: 70000000\r\n\r\n{}", " ".repeat(70_000_000)), &["too large", "exit"]);
    }
}
