//! A progress bar on standard error, when somebody watches.

use std::io::IsTerminal;

use aud_rules_runtime::run::{Progress, Stage};
use indicatif::{ProgressBar, ProgressStyle};

/// How a bar looks; one without a number of steps has no bar.
const COUNTED: &str = "{msg} [{bar:30}] {pos}/{len} ({eta})";
const UNCOUNTED: &str = "{msg}";

/// Shows how an index goes on. It is hidden unless standard error is a terminal, and leaves nothing behind.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// A bar that shows nothing yet.
    pub(crate) fn new() -> Self {
        let is_watched = std::io::stderr().is_terminal();
        Bar(if is_watched { ProgressBar::new(0) } else { ProgressBar::hidden() })
    }

    /// A bar of that many tests.
    pub(crate) fn for_tests(n_tests: usize) -> Self {
        let bar = Bar::new();
        bar.show("Testing", n_tests);
        bar
    }

    /// One step is done.
    pub(crate) fn done(&self) {
        self.0.inc(1);
    }

    fn show(&self, message: &'static str, n_steps: usize) {
        let template = if n_steps == 0 { UNCOUNTED } else { COUNTED };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.0.set_style(style);
        }
        self.0.set_message(message);
        self.0.set_length(n_steps as u64);
        self.0.set_position(0);
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, n_steps: usize) {
        let message = match stage {
            Stage::Examine => "Examining files",
            Stage::Settle => "Settling rows",
            Stage::Publish => "Writing the database",
        };
        self.show(message, n_steps);
    }

    fn step(&self) {
        self.done();
    }

    fn wait(&self, holder: &str) {
        eprintln!("aud-rules: {holder} writes this database; waiting for the end of it");
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
