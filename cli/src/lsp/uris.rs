//! Between the `file:` addresses of the protocol and paths.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;

/// The path of a `file:` address of this machine; none for other addresses, such as those of texts without a file.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = decode(rest.split(['?', '#']).next().unwrap_or(rest))?;
    // A drive: `/c:/rules` is `c:/rules`.
    let has_drive = path.as_bytes().get(2) == Some(&b':');
    let path = if cfg!(windows) && has_drive { &path[1..] } else { &path };
    (path.starts_with('/') || has_drive).then(|| PathBuf::from(path))
}

/// The address of a path.
pub(super) fn uri_of(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            other => uri += &format!("%{other:02X}"),
        }
    }
    Uri(uri)
}

/// The text with `%XX` read as bytes; none when that is no UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            _ => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths() {
        let check = |uri: &str, path: Option<&str>| assert_eq!(path_of(&uri.into()), path.map(PathBuf::from), "{uri}");
        check("file:///a/b.rules", Some("/a/b.rules"));
        check("file://localhost/a", Some("/a"));
        check("file:///a%20b/%C3%A9%2B.rules", Some("/a b/é+.rules"));
        check("file:///a%zz", Some("/a%zz"));
        check("file:///%FF", None);
        check("file://server/a", None);
        check("untitled:Untitled-1", None);
        for path in ["/a/b.rules", "/a b/é+%#?.rules"] {
            assert_eq!(path_of(&uri_of(Path::new(path))), Some(PathBuf::from(path)));
        }
    }
}
