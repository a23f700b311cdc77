//! The catalogue: every rule of this crate as one compiled matcher, and a row type for every table.
//!
//! The code is generated from the `.rules` files beside this folder; set `AUD_RULES_EMIT_DIR` to read it.

#[allow(clippy::all, reason = "generated code is read, not kept")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/matcher.rs"));
}

pub use generated::*;
