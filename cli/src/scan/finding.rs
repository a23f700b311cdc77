//! A finding as data: what was found, where, how the data came there, and whether somebody has silenced it.

use aud_rules_plan::Severity;

/// A range in a file of the index.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place {
    /// Path of the file, below the indexed root.
    pub(crate) file: String,
    /// First line, from 1.
    pub(crate) line: u32,
    /// Byte column where it begins, from 0.
    pub(crate) column: u32,
    /// Last line.
    pub(crate) end_line: u32,
    /// Byte column behind it.
    pub(crate) end_column: u32,
}

impl Place {
    /// The place has a part on one of these lines of its file.
    pub(crate) fn is_on(&self, line: u32) -> bool {
        (self.line..=self.end_line.max(self.line)).contains(&line)
    }
}

/// A place that data passes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Step {
    /// Where.
    pub(crate) place: Place,
    /// What happens, in the word of the table `flow_steps`.
    pub(crate) what: String,
}

impl Step {
    /// What happens, for people.
    pub(crate) fn said(&self) -> &str {
        match self.what.as_str() {
            "source" => "enters here",
            "assign" => "is assigned",
            "argument" => "is passed as an argument",
            "return" => "is returned",
            "store" => "is stored",
            "load" => "is read again",
            "derive" => "becomes part of another value",
            "step" => "is handed on",
            "call" => "goes into a call",
            "sink" => "arrives here",
            other => other,
        }
    }
}

/// The way of data from its source to its sink.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Flow {
    /// Kind of the data, such as `remote`.
    pub(crate) source_kind: String,
    /// Kind of the sink, such as `sql`.
    pub(crate) sink_kind: String,
    /// What arrives is made of the data and is not the data itself.
    pub(crate) is_derived: bool,
    /// The way, source first.
    pub(crate) steps: Vec<Step>,
}

impl Flow {
    /// Where the data enters.
    pub(crate) fn source(&self) -> Option<&Step> {
        self.steps.first()
    }
}

/// Whether a finding is in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Standing {
    /// Nobody has silenced it.
    Open,
    /// A comment in the code silences it, for that reason.
    Ignored {
        /// The reason that the comment gives.
        reason: String,
    },
    /// The baseline has it.
    InBaseline,
}

/// A place where a problem is reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Finding {
    /// Name of the problem.
    pub(crate) problem: String,
    /// How much harm it can do.
    pub(crate) severity: Severity,
    /// A name or a callee on the way is only presumed.
    pub(crate) is_assumed: bool,
    /// What is wrong, in a sentence.
    pub(crate) message: String,
    /// The place: of a flow, its sink.
    pub(crate) place: Place,
    /// Qualified name of what encloses it; empty for the module.
    pub(crate) scope: String,
    /// How the data came there, where the problem is one of flow.
    pub(crate) flow: Option<Flow>,
    /// Stays the same when lines move and files are renamed.
    pub(crate) fingerprint: String,
    /// Whether it is in force.
    pub(crate) standing: Standing,
}

impl Finding {
    /// Every place that it speaks of, its own first.
    pub(crate) fn places(&self) -> impl Iterator<Item = &Place> {
        let steps = self.flow.iter().flat_map(|flow| flow.steps.iter().map(|step| &step.place));
        std::iter::once(&self.place).chain(steps)
    }

    /// `resolved` or `assumed`, as the table `findings` has it.
    pub(crate) fn certainty(&self) -> &'static str {
        if self.is_assumed { "assumed" } else { "resolved" }
    }

    /// The source, unless it is the place itself.
    pub(crate) fn source(&self) -> Option<&Step> {
        self.flow.as_ref().and_then(Flow::source).filter(|step| step.place != self.place)
    }
}

/// Brings findings into the order in which they are shown: by place, then by what was found.
pub(crate) fn sort(findings: &mut [Finding]) {
    fn key(finding: &Finding) -> (&Place, &str, &str, &str) {
        (&finding.place, &finding.problem, &finding.fingerprint, &finding.message)
    }
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
}
