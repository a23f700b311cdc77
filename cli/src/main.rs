//! The command `aud-rules`: arguments in, exit status out. The work is done by the modules of `commands`, one for each
//! subcommand; data go to standard output, talk goes to standard error.

mod args;
mod commands;
mod database;
mod exit;
mod file_place;
mod github_commands;
mod indexing;
mod libraries;
mod line_nodes;
mod lsp;
mod nearest;
mod paint;
mod progress;
mod read_only;
mod report;
mod rule_packs;
mod rule_paths;
mod scan;
mod scanning;
mod shown;
mod surroundings;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// An index makes and drops hundreds of small things for each line of source.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Index(args) => commands::index::run(&args),
        Command::Scan(args) => commands::scan::run(&args),
        Command::Baseline(args) => commands::baseline::run(&args),
        Command::Config(args) => commands::config::run(&args),
        Command::Query(args) => commands::query::run(&args),
        Command::Test(args) => commands::test::run(&args),
        Command::New(args) => commands::new::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Fmt(args) => commands::fmt::run(&args),
        Command::Plan(args) => commands::plan::run(&args),
        Command::Tables(args) => commands::tables::run(&args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Libraries(args) => commands::libraries::run(&args),
        Command::Lsp => commands::lsp::run(),
        Command::Tree(args) => commands::tree::run(&args),
        Command::Completions(args) => commands::completions::run(&args),
        Command::Man => commands::man::run(),
    };
    match outcome {
        Ok(exit) => exit.into(),
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit.into()
        }
    }
}
