//! What one file leaves, as owned data without a tree: rows, rows that wait for other files, and what other files may ask
//! about it; as bytes, and as one file of them beside the database.

pub mod bytes;
pub mod effects;
pub mod endpoint;
pub mod facts;
pub mod graph;
pub mod interface;
pub mod learned;
pub mod open;
pub mod question;
pub mod record;
pub mod store;

use std::time::Duration;

use aud_rules_plan::RuleId;
use serde::{Deserialize, Serialize};

use self::bytes::NamesModules;
use self::effects::Said;
use self::facts::Rows;
use self::graph::FileGraph;
use self::interface::ModuleInterface;
use self::open::{DeferredRow, OpenValues};
use crate::input::errors::FileError;
use crate::input::text::Category;
use crate::modules::ModuleId;
use crate::modules::view::{AnswerHash, ModuleQuestion};
use crate::resolve::limits::LimitSet;

/// What one file leaves.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Segment {
    /// What is known of it before the project is linked.
    pub head: Head,
    /// What other files may ask about it; nothing when it could not be examined.
    pub interface: Option<ModuleInterface>,
    /// Its rows.
    pub facts: Facts,
    /// What rules say beside rows.
    pub said: Said,
    /// The graphs of its values; nothing when nobody asks for them.
    pub graph: Option<FileGraph>,
}

/// A row of `files`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct FileRow {
    /// Path below the root, with `/`.
    pub file: String,
    /// Dotted name of its module.
    pub module: String,
    /// What the file is for.
    pub category: Category,
    /// Encoding in which it was read.
    pub encoding: Option<String>,
    /// Lower-case hexadecimal SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// Number of bytes.
    pub size: Option<u64>,
    /// Number of lines.
    pub n_lines: Option<u64>,
    /// Number of syntax nodes.
    pub n_nodes: Option<u64>,
}

/// The part of a segment that tells what the file is and whether the segment still holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Head {
    /// Its row of `files`.
    pub row: FileRow,
    /// What could not be understood, by line.
    pub errors: Vec<FileError>,
    /// What was asked of the module list, with the answers.
    pub asked: Vec<(ModuleQuestion, AnswerHash)>,
    /// What it cost.
    pub effort: Effort,
}

/// What a file cost to examine.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Effort {
    /// Nodes in the parser's tree.
    pub n_nodes: u64,
    /// Nodes that the pass visited.
    pub n_visited: u64,
    /// How often each rule was given a node; rules that were given none are left out.
    pub candidates: Vec<(RuleId, u64)>,
    /// Time in the parser. It is no part of what the file leaves, so that equal files leave equal bytes.
    #[serde(skip)]
    pub parse: Duration,
    /// Time in the pass and the rules.
    #[serde(skip)]
    pub walk: Duration,
}

/// What the rules give for a file: what is settled, and what waits for other files.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Rows that are decided, in the order in which they were made.
    pub rows: Rows,
    /// Rows that wait, each with the number of decided rows before it.
    pub open: Vec<(u32, DeferredRow)>,
    /// What these depend on.
    pub waiting: OpenValues,
    /// Limits that are errors of the file already, and may be hit again for the rows that wait.
    pub(crate) limits: LimitSet,
}

impl NamesModules for Facts {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        self.waiting.questions.iter_mut().for_each(|question| question.each_module(take));
    }
}
