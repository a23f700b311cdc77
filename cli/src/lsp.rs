//! The language server: messages of an editor in, answers and diagnostics out.
//!
//! What is known about rule files comes from `aud_rules_codegen::editor`; here it is put into the words and positions of
//! the protocol. One thread reads, so that what was cancelled or overtaken by a later change is known before it is
//! worked on; another one does everything else, but for looking for problems in Python code, which has a thread of its own.

mod answers;
mod findings;
mod frames;
mod positions;
mod scans;
mod server;
mod uris;
mod workspace;

pub(crate) use server::serve;
