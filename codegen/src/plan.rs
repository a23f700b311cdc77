//! The lowered form of all rules: what both engines run. No types, no names to look up, and of the rule files only what
//! a person is shown.
//!
//! A rule is a list of [`Step`]s over variables; an expression is an [`Expr`] over the runtime's primitives. Engines
//! match both without `_`, so that a new form can not reach one engine and miss the other.

use std::collections::BTreeMap;

mod display;
mod parts;
pub mod words;

/// A variable of a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VarId(pub u32);

/// A table of the [`Plan`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TableId(pub u32);

/// A rule of the [`Plan`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RuleId(pub u32);

/// A set of literals of the [`Plan`]; equal sets are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SetId(pub u32);

/// A set of dotted names of the [`Plan`]; equal sets are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NamesId(pub u32);

/// A regular expression of the [`Plan`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PatternId(pub u32);

/// A list of nodes that the walk fills for the aggregates of one class.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SlotId(pub u32);

/// When a rule, or a part of it, can be decided.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// From the node alone.
    Walk,
    /// When the enclosing function or class is complete.
    Scope,
    /// When the bindings of the file are complete.
    File,
    /// When every file was seen, unless the file already settles it.
    Project,
}

impl Stage {
    /// Every stage, earliest first.
    pub const ALL: [Stage; 4] = [Stage::Walk, Stage::Scope, Stage::File, Stage::Project];

    /// Its word in the vocabulary, the `rules` table and the plan's dump.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Walk => "walk",
            Stage::Scope => "scope",
            Stage::File => "file",
            Stage::Project => "project",
        }
    }
}

/// Everything the rules do.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plan {
    /// The rule files, in the order in which they were compiled.
    pub files: Vec<RuleFile>,
    /// Tables, by name.
    pub tables: Vec<Table>,
    /// Rules, by table and then by place.
    pub rules: Vec<Rule>,
    /// Views, in an order in which they can be created.
    pub views: Vec<View>,
    /// Literal sets.
    pub sets: Vec<LiteralSet>,
    /// Sets of dotted names, each sorted.
    pub names: Vec<Vec<String>>,
    /// Regular expressions.
    pub patterns: Vec<String>,
    /// Syntax kinds of each slot, sorted.
    pub slots: Vec<Vec<String>>,
    /// What to do at a node of each kind; kinds that no rule wants are left out.
    pub decisions: BTreeMap<String, Decision>,
}

/// A rule file that went into the [`Plan`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleFile {
    /// Its path, as the source map has it.
    pub path: String,
    /// SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
}

/// A set of literals, each list sorted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct LiteralSet {
    /// Texts.
    pub texts: Vec<String>,
    /// Whole numbers.
    pub ints: Vec<i64>,
}

/// Where something is declared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place {
    /// Path of the rule file, as the source map has it.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// Name.
    pub name: String,
    /// Doc comment.
    pub doc: String,
    /// Columns in order, without `file`; the first is `line`.
    pub columns: Vec<Column>,
    /// Indexes of the key columns, beside `file`.
    pub unique: Vec<usize>,
    /// File and line of its declaration.
    pub place: Place,
}

/// A column.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Doc comment.
    pub doc: String,
    /// What it holds.
    pub ty: ColumnType,
    /// It may be NULL.
    pub is_optional: bool,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the language")]
pub enum ColumnType {
    Text,
    Int,
    Real,
    Bool,
    Json,
}

/// A view.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// Name.
    pub name: String,
    /// Doc comment.
    pub doc: String,
    /// The `SELECT`.
    pub sql: String,
    /// File and line of its declaration.
    pub place: Place,
}

/// A lowered rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Rule {
    /// Name.
    pub name: String,
    /// Doc comment.
    pub doc: String,
    /// Tags.
    pub tags: Vec<String>,
    /// The table it fills.
    pub table: TableId,
    /// File and line of its declaration.
    pub place: Place,
    /// Syntax kinds of its anchor, sorted.
    pub kinds: Vec<String>,
    /// Class of its anchor, as the rule names it.
    pub class: String,
    /// Names of its variables; `VarId(0)` is the anchor.
    pub vars: Vec<String>,
    /// When it is decided.
    pub stage: Stage,
    /// Why not earlier: the word that needs the stage, as written.
    pub stage_reason: Option<String>,
    /// What it does, in order.
    pub steps: Vec<Step>,
    /// Its examples, for whoever tests it; engines do not look at them.
    pub examples: Vec<Example>,
}

/// An example of a rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Example {
    /// The Python text.
    pub source: String,
    /// Rows of the rule: column index and value, for the columns named. Empty: it gives none.
    pub rows: Vec<Vec<(usize, ExampleValue)>>,
    /// Line of the Python text in the rule file.
    pub line: u32,
}

/// A value of an example's row.
#[derive(Clone, PartialEq, Debug)]
pub enum ExampleValue {
    /// NULL.
    None,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(String),
    /// JSON in its compact form.
    Json(String),
}

/// What a step was written as, for whoever explains a rule; engines do not look at it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// Where it stands: in the rule, or in a predicate that the rule uses.
    pub place: Place,
    /// Its condition, value or list as written, on one line. Empty for a step that the compiler added, and for `emit`.
    pub text: String,
}

/// A statement.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum Step {
    /// Binds a value.
    Let { var: VarId, value: Expr, origin: Origin },
    /// Leaves the block unless the condition holds or is open.
    Where { condition: Expr, origin: Origin },
    /// Runs the body for each member.
    ForEach { var: VarId, source: Source, body: Vec<Step>, origin: Origin },
    /// Emits a row: one value for each column, `line` first.
    Emit { cells: Vec<Expr>, origin: Origin },
}

/// What is iterated.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum Source {
    /// Members of a list.
    List(Expr),
    /// Nodes of a slot in a region.
    Slot { slot: SlotId, region: Expr, is_within: bool },
}

/// An expression.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum Expr {
    /// Absent.
    None,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(String),
    /// A literal set, as an argument.
    Set(SetId),
    /// A regular expression, as an argument.
    Pattern(PatternId),
    /// A variable.
    Var(VarId),
    /// The module of the file.
    Module,
    /// A property: `prim` names a function of the runtime's `prim`, e.g. `call_callee`.
    Prop { prim: String, of: Box<Expr>, args: Vec<Expr> },
    /// A pure function: `op` names a function of the runtime's `ops`, e.g. `lower`, `eq`, `in_set`.
    Pure { op: String, args: Vec<Expr> },
    /// A question about names.
    Ask { question: Question, of: Box<Expr>, names: NamesId },
    /// Every one holds.
    And(Vec<Expr>),
    /// One of them holds.
    Or(Vec<Expr>),
    /// The first that is present.
    Coalesce(Vec<Expr>),
    /// The value is there.
    Present(Box<Expr>),
    /// The value of the first arm whose condition holds; none when there is no such arm.
    Choose(Vec<(Expr, Expr)>),
    /// `let var = value` inside an expression.
    Let { var: VarId, value: Box<Expr>, body: Box<Expr> },
    /// An aggregate.
    Collect { fold: Fold, var: VarId, source: Box<Source>, condition: Option<Box<Expr>>, value: Option<Box<Expr>> },
    /// Groups by a key.
    Group { var: VarId, source: Box<Source>, condition: Option<Box<Expr>>, key: Box<Expr> },
    /// A list.
    List(Vec<Expr>),
    /// A JSON object.
    Object(Vec<(String, Expr)>),
}

/// Questions about names; each is a function of the runtime's `names`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the language")]
pub enum Question {
    Is,
    IsExactly,
    InstanceOf,
    Inherits,
    DecoratedBy,
}

impl Question {
    /// As rules spell it.
    pub fn words(self) -> &'static str {
        match self {
            Question::Is => "is",
            Question::IsExactly => "is exactly",
            Question::InstanceOf => "instance of",
            Question::Inherits => "inherits",
            Question::DecoratedBy => "decorated by",
        }
    }

    /// Name of the runtime's function.
    pub fn function(self) -> &'static str {
        match self {
            Question::Is => "is",
            Question::IsExactly => "is_exactly",
            Question::InstanceOf => "instance_of",
            Question::Inherits => "inherits",
            Question::DecoratedBy => "decorated_by",
        }
    }
}

/// What an aggregate makes of its members; as in the runtime's `value::Fold`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the language")]
pub enum Fold {
    Any,
    Count,
    First,
    Last,
    List,
    Sum,
    Min,
    Max,
}

impl Fold {
    /// As rules spell it.
    pub fn word(self) -> &'static str {
        match self {
            Fold::Any => "any",
            Fold::Count => "count",
            Fold::First => "first",
            Fold::Last => "last",
            Fold::List => "list",
            Fold::Sum => "sum",
            Fold::Min => "min",
            Fold::Max => "max",
        }
    }
}

/// What to do at a node of one kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Decision {
    /// Rules that every node of the kind must be given to.
    pub always: Vec<RuleId>,
    /// Rules that ask for a name: one look-up for each path from the node to the expression that has the name.
    pub keyed: BTreeMap<KeyPath, BTreeMap<String, Vec<RuleId>>>,
}

/// Primitives that lead from a node to the expression whose last name is looked up, e.g. `["call_callee"]`; empty for
/// the node itself. A primitive that gives a list leads to each of its members.
pub type KeyPath = Vec<String>;
