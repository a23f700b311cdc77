//! What the compiler of rules and the engines that run them share, as data: the lowered rules, what they declare, the
//! schema of what they fill, the kinds of syntax that they match, Python's builtins.
//!
//! The crate lies below both and uses neither, so that the compiler needs no engine and no engine a compiler.

pub mod builtins;
mod declared;
mod ids;
pub mod kinds;
mod plan;
pub mod schema;

pub use declared::{
    Column, ColumnType, Declared, Detection, Example, ExampleCell, Examples, ExpectedFinding, FlowKind, MAX_FLOW_KINDS,
    Problem, ProblemExample, RuleFile, RuleHead, RuleLine, Severity, Stage, Table, Target, View,
};
pub use ids::{FactId, FunctionId, NamesId, PatternId, ProblemId, RuleId, SetId, SlotId, TableId, VarId};
pub use plan::{
    ArgumentKey, Decision, Expr, Fact, FlowStep, Fold, Function, Iterable, Key, KeyBy, KeyPath, Labels, LiteralSet,
    Origin, Plan, Question, Rule, Step, TestOutcome,
};
