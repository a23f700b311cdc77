//! The lowered form of all rules: what both engines run. No types, no names to look up, and of the rule files only what
//! a person is shown.
//!
//! A rule is a list of [`Step`]s over variables; an expression is an [`Expr`] over the runtime's primitives. Engines
//! match both without `_`, so that a new form can not reach one engine and miss the other.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;
use std::fmt;

mod display;
mod parts;

use crate::{
    Declared, Example, Examples, FactId, FlowKind, FunctionId, NamesId, PatternId, Problem, ProblemExample, RuleFile,
    RuleHead, RuleId, RuleLine, SetId, SlotId, Table, VarId, View,
};

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
    /// Kinds of data that flows, by their bit.
    pub kinds: Vec<FlowKind>,
    /// Problems that are reported.
    pub problems: Vec<Problem>,
    /// The examples of each problem, for whoever tests it; engines do not look at them.
    pub problem_examples: Vec<Vec<ProblemExample>>,
    /// Literal sets.
    pub sets: Vec<LiteralSet>,
    /// Sets of dotted names, each sorted.
    pub names: Vec<Vec<String>>,
    /// Regular expressions.
    pub patterns: Vec<String>,
    /// Syntax kinds of each slot, sorted.
    pub slots: Vec<Vec<String>>,
    /// What rule files call the sets.
    pub labels: Labels,
    /// Predicates and defines that are called. A function calls only those before it.
    pub functions: Vec<Function>,
    /// Conditions and values that are the same for a whole file.
    pub facts: Vec<Fact>,
    /// What to do at a node of each kind; kinds that no rule wants are left out.
    pub decisions: BTreeMap<String, Decision>,
}

/// The names of sets, for whoever reads what is made of a plan; empty for sets that have none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Labels {
    /// By set of literals.
    pub sets: Vec<String>,
    /// By set of dotted names.
    pub names: Vec<String>,
}

/// A predicate or define, or a variant of one: with other constants in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Function {
    /// The predicate's name.
    pub name: String,
    /// Number of its parameters, which are its first variables.
    pub n_params: usize,
    /// Names of its variables.
    pub vars: Vec<String>,
    /// What it gives.
    pub body: Expr,
}

/// What does not speak of the node that a rule matched, so that it is answered once a file.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    /// Name of the predicate or define that it comes from.
    pub name: String,
    /// Names of its variables.
    pub vars: Vec<String>,
    /// Its value.
    pub body: Expr,
}

impl Plan {
    /// What the rules declare.
    pub fn declared(&self) -> Declared {
        Declared {
            files: self.files.clone(),
            tables: self.tables.clone(),
            rules: self.rules.iter().map(|rule| rule.head.clone()).collect(),
            views: self.views.clone(),
            kinds: self.kinds.clone(),
            problems: self.problems.clone(),
        }
    }

    /// The examples of its rules and problems.
    pub fn examples(&self) -> Examples {
        let rules = self.rules.iter().map(|rule| rule.examples.clone()).collect();
        Examples { rules, problems: self.problem_examples.clone() }
    }

    /// The names of kinds, by their bits.
    pub fn kind_names(&self, kinds: u64) -> Vec<&str> {
        let named = self.kinds.iter().enumerate().filter(|(bit, _)| kinds >> bit & 1 == 1);
        named.map(|(_, kind)| kind.name.as_str()).collect()
    }
}

/// A set of literals, each list sorted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct LiteralSet {
    /// Texts.
    pub texts: Vec<String>,
    /// Whole numbers.
    pub ints: Vec<i64>,
}

/// A lowered rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Rule {
    /// What others see of it.
    pub head: RuleHead,
    /// Syntax kinds of its anchor, sorted.
    pub kinds: Vec<String>,
    /// Class of its anchor, as the rule names it.
    pub class: String,
    /// Names of its variables, by [`VarId`]; the first is the anchor.
    pub vars: Vec<String>,
    /// Why it is not decided earlier: the word that needs its stage, as written.
    pub stage_reason: Option<String>,
    /// What it does, in order.
    pub steps: Vec<Step>,
    /// Its examples, for whoever tests it; engines do not look at them.
    pub examples: Vec<Example>,
}

/// What a step was written as, for whoever explains a rule; engines do not look at it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// Where it stands: in the rule, or in a predicate that the rule uses.
    pub at: RuleLine,
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
    ForEach { var: VarId, source: Iterable, body: Vec<Step>, origin: Origin },
    /// Emits a row: one value for each column, `line` first.
    Emit { cells: Vec<Expr>, origin: Origin },
    /// Says something of the flow of data.
    Flow { says: FlowStep, origin: Origin },
    /// Reports a place of the problem that the rule is a part of.
    Report { at: Expr, origin: Origin },
}

/// What a step says of the flow of data. Kinds are bits of [`Plan::kinds`]; where a node is absent, nothing is said.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum FlowStep {
    /// Data of these kinds enters there.
    Source { kinds: u64, at: Expr },
    /// Data must not arrive there.
    Sink { kinds: u64, at: Expr },
    /// The value is clean for these kinds; with `when`, where the anchor comes out so.
    Clean { kinds: u64, at: Expr, when: Option<TestOutcome> },
    /// What is in a node, or in each of several, is handed on.
    Step { from: Expr, to: Expr },
    /// A call that nobody writes down; its result becomes the value of `result`.
    Call { callee: Expr, arguments: Vec<(ArgumentKey, Expr)>, result: Option<Expr> },
}

/// How a test comes out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum TestOutcome {
    /// It is true.
    True,
    /// It is false.
    False,
    /// It comes back at all, and raises nothing.
    Returned,
}

impl fmt::Display for TestOutcome {
    /// Its word in a rule.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TestOutcome::True => "true",
            TestOutcome::False => "false",
            TestOutcome::Returned => "returned",
        })
    }
}

impl TestOutcome {
    /// That of the negated test.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            TestOutcome::True => TestOutcome::False,
            TestOutcome::False => TestOutcome::True,
            TestOutcome::Returned => TestOutcome::Returned,
        }
    }
}

impl From<bool> for TestOutcome {
    fn from(holds: bool) -> Self {
        if holds { TestOutcome::True } else { TestOutcome::False }
    }
}

/// How an argument of a call that nobody writes down is handed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ArgumentKey {
    /// `0: x`: at that place. The places of a call are those from 0, in order.
    Index(u32),
    /// `name: x`: under that name.
    Name(String),
    /// `*x`: the members of a list, or the elements of a value.
    Star,
    /// `**x`: the keyword arguments in a list, or the entries of a value.
    DoubleStar,
}

/// What is iterated.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum Iterable {
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
    Collect { fold: Fold, var: VarId, source: Box<Iterable>, condition: Option<Box<Expr>>, value: Option<Box<Expr>> },
    /// Groups by a key.
    Group { var: VarId, source: Box<Iterable>, condition: Option<Box<Expr>>, key: Box<Expr> },
    /// A list.
    List(Vec<Expr>),
    /// A JSON object.
    Object(Vec<(String, Expr)>),
    /// A predicate or define of that name, in place of its call. What is lowered has it; later calls take its place.
    Named { name: String, of: Box<Expr> },
    /// A function with its arguments.
    Call { function: FunctionId, args: Vec<Expr> },
    /// What is the same for the whole file.
    Fact(FactId),
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

/// What an aggregate makes of its items.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Fold {
    /// Is there an item?
    Any,
    /// How many items there are.
    Count,
    /// The first item.
    First,
    /// The last item.
    Last,
    /// All items in order; absent values are left out.
    List,
    /// Sum of the numbers.
    Sum,
    /// The least value.
    Min,
    /// The greatest value.
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
    /// Rules that ask for a name: one look-up for each key, whatever the number of rules.
    pub keyed: BTreeMap<Key, BTreeMap<String, Vec<RuleId>>>,
}

/// Where a node has names by which rules are looked up.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Key {
    /// Which names.
    pub by: KeyBy,
    /// What has them.
    pub path: KeyPath,
}

/// Which names of an expression or class lead to rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum KeyBy {
    /// The last name of an expression, as written and as resolved.
    Name,
    /// A text, as it stands.
    Text,
    /// The keywords that arguments of a call are given by.
    Keyword,
    /// The dotted names of what a class inherits from.
    Ancestor,
    /// The dotted names of the classes that a value may be an instance of, and of their ancestors.
    Class,
}

impl KeyBy {
    /// What is looked up, as people read it before the path.
    pub fn words(self) -> &'static str {
        match self {
            KeyBy::Name => "the last name",
            KeyBy::Text => "the text",
            KeyBy::Keyword => "the keywords",
            KeyBy::Ancestor => "the ancestors",
            KeyBy::Class => "the classes",
        }
    }
}

/// Primitives that lead from a node to what has the names that are looked up, e.g. `["call_callee"]`; empty for the node itself.
/// A primitive that gives a list leads to each of its members.
pub type KeyPath = Vec<String>;
