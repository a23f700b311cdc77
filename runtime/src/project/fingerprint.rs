//! From what findings are known by to their fingerprints, which stay when lines move and files are renamed.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// Bytes of a hash that are kept: enough for any number of findings that a project can have.
const N_BYTES: usize = 16;

/// The fingerprints of findings that are known by these texts, in hexadecimal. Those that are known by the same text are
/// numbered in their order.
pub fn fingerprints<'i>(identities: impl IntoIterator<Item = &'i str>) -> Vec<String> {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    let mut all = Vec::new();
    for identity in identities {
        let times = seen.entry(identity).or_default();
        let hash = Sha256::digest(format!("{identity}\0{times}"));
        *times += 1;
        all.push(hash.iter().take(N_BYTES).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }));
    }
    all
}
