//! The language server: messages of an editor in, answers and diagnostics out.
//!
//! What is known about rule files comes from `aud_rules_codegen::editor`; here it is put into the words and positions of
//! the protocol. One thread reads, so that what was cancelled or overtaken by a later change is known before it is
//! worked on; another one does everything else.

mod answers;
mod findings;
mod frames;
mod positions;
mod server;
mod uris;
mod workspace;

pub(crate) use server::serve;
