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
    Column, ColumnType, Declared, Detection, Example, ExampleCell, FlowKind, Problem, RuleFile, RuleHead, RuleLine,
    Severity, Stage, Table, View, examples_from_json, examples_to_json,
};
pub use ids::{FactId, FunctionId, NamesId, PatternId, RuleId, SetId, SlotId, TableId, VarId};
pub use plan::{
    Decision, Expr, Fact, Fold, Function, Iterable, KeyPath, Labels, LiteralSet, Origin, Plan, Question, Rule, Step,
};
