//! The pack: every rule of this crate as one compiled matcher, a row type for every table, and both beside the catalogue.
//!
//! The code is generated from the `.rules` files beside this folder; set `AUD_RULES_EMIT_DIR` to read it.

use aud_rules_runtime::rules::matcher::{Clash, Combined, Matcher};

#[allow(clippy::all, reason = "generated code is read, not kept")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/matcher.rs"));
}

pub use generated::Catalogue as Pack;
pub use generated::*;

/// The catalogue and the pack as one matcher, so that one pass over a file serves both.
///
/// # Errors
///
/// When a table, view or rule of the pack has the name of another one in the catalogue.
pub fn all_rules() -> Result<Combined<'static>, Clash> {
    let matchers: [&'static dyn Matcher; 2] = [&aud_rules_catalogue::Catalogue, &Pack];
    Combined::new(matchers)
}
