//! The spanned tree of a rule file. Names are not resolved yet; nothing here knows Python.

use crate::source::Span;
use aud_rules_plan::{ArgumentKey, Severity};

/// Something with the range it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Spanned<T> {
    /// The thing.
    pub node: T,
    /// Where it stands.
    pub span: Span,
}

/// A name as written.
pub type Name = Spanned<String>;

/// A rule file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// Its items in order.
    pub items: Vec<Item>,
}

/// `///` lines, joined with newlines; empty when there are none.
pub type Doc = String;

/// A top-level item.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// `set NAME = { ... }`, perhaps with `private` before it
    Set(Set),
    /// `table NAME { ... }`
    Table(Table),
    /// `predicate NAME(...) { ... }` or `define NAME(...) { ... }`, perhaps with `private` before it
    Predicate(Predicate),
    /// `rule NAME -> TABLE { ... }`, or without a table
    Rule(Rule),
    /// `view NAME """..."""`
    View(View),
    /// `kind NAME`, perhaps with `private` before it
    Kind(FlowKind),
    /// `problem NAME { ... }`
    Problem(Problem),
}

impl Item {
    /// Its name.
    pub fn name(&self) -> &Name {
        match self {
            Item::Set(set) => &set.name,
            Item::Table(table) => &table.name,
            Item::Predicate(predicate) => &predicate.name,
            Item::Rule(rule) => &rule.name,
            Item::View(view) => &view.name,
            Item::Kind(kind) => &kind.name,
            Item::Problem(problem) => &problem.name,
        }
    }

    /// Written with `private`: only its own file can name it.
    pub fn is_private(&self) -> bool {
        match self {
            Item::Set(set) => set.is_private,
            Item::Predicate(predicate) => predicate.is_private,
            Item::Kind(kind) => kind.is_private,
            Item::Table(_) | Item::Rule(_) | Item::View(_) | Item::Problem(_) => false,
        }
    }
}

/// A named list of literals.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// Its doc comment; a set may have none.
    pub doc: Doc,
    /// Written with `private`: only its own file can name it.
    pub is_private: bool,
    /// Its name.
    pub name: Name,
    /// Its members.
    pub members: Vec<SetMember>,
}

/// A member of a set.
#[derive(Debug, Clone, PartialEq)]
pub enum SetMember {
    /// A text or whole number.
    Literal(Spanned<Literal>),
    /// All members of another set.
    Set(Name),
}

/// A literal.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `"text"`
    Text(String),
    /// `12`, `-1`
    Int(i64),
    /// `1.5`
    Real(f64),
    /// `true`, `false`
    Bool(bool),
    /// `none`
    None,
}

/// A table declaration.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// The columns of `unique (...)`.
    pub unique: Option<Spanned<Vec<Name>>>,
}

/// A column declaration: `name: type? /// doc`.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Doc comment, behind it or above it.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// Its type as written, without `?`.
    pub ty: Name,
    /// Written with `?`.
    pub is_optional: bool,
}

/// A named condition, or a named value of any type.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// Written with `private`: only its own file can name it.
    pub is_private: bool,
    /// Written with `define`: the body is a value of any type, not a condition.
    pub is_value: bool,
    /// Parameters: name and class or type; `true` when written with `?`.
    pub params: Vec<(Name, Name, bool)>,
    /// The condition or value.
    pub body: Expr,
    /// Names of the functions and predicates that it calls, in the order written.
    pub calls: Vec<String>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// The table it fills; none for a rule that only says how data flows.
    pub table: Option<Name>,
    /// `tags "CWE-89", ...`
    pub tags: Vec<Spanned<String>>,
    /// `match VAR: CLASS`
    pub anchor: Option<Anchor>,
    /// What follows the anchor, in order.
    pub body: Vec<Statement>,
    /// Its examples.
    pub examples: Vec<Example>,
    /// The whole item.
    pub span: Span,
}

/// `match VAR: CLASS`; a `where` behind it is the first statement of the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The variable.
    pub var: Name,
    /// The class.
    pub class: Class,
}

/// A class name or a raw syntax kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Class {
    /// A class of the vocabulary.
    Named(Name),
    /// `node("kind")`: the text is the kind.
    Kind(Name),
}

/// A statement of a rule body. Each guards all that follow it.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// `let VAR = EXPR`
    Let(Name, Expr),
    /// `where EXPR`
    Where(Expr),
    /// `for VAR in EXPR` or `for VAR: CLASS in REGION`; a `where` behind it is the next statement.
    For(Name, Iterable),
    /// `emit { ... }`
    Emit(Emit),
    /// `source`, `sink`, `clean`, `step` or `call`
    Flow(FlowStatement),
    /// `report at EXPR`, in a problem
    Report(Report),
}

impl Statement {
    /// Where it stands, without its keyword.
    pub fn span(&self) -> Span {
        match self {
            Statement::Let(name, value) => name.span.to(value.span),
            Statement::Where(condition) => condition.span,
            Statement::For(name, Iterable::List(list)) => name.span.to(list.span),
            Statement::For(name, Iterable::Region { region, .. }) => name.span.to(region.span),
            Statement::Emit(emit) => emit.span,
            Statement::Flow(flow) => flow.span,
            Statement::Report(report) => report.span,
        }
    }
}

/// A statement about the flow of data.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStatement {
    /// What it says.
    pub says: FlowSays,
    /// The whole statement.
    pub span: Span,
}

/// What a statement says of the flow of data.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowSays {
    /// `source KIND, KIND at EXPR`
    Source {
        /// The kinds of data that enter.
        kinds: Vec<Name>,
        /// Where.
        at: Expr,
    },
    /// `sink KIND, KIND at EXPR`
    Sink {
        /// The kinds that the place is a sink of.
        kinds: Vec<Name>,
        /// The place.
        at: Expr,
    },
    /// `clean KIND, KIND at EXPR`, perhaps with `when true` or `when false`
    Clean {
        /// The kinds of sinks for which the value is clean.
        kinds: Vec<Name>,
        /// The value.
        at: Expr,
        /// How the anchor must come out.
        when: Option<Spanned<bool>>,
    },
    /// `step EXPR to EXPR`
    Step {
        /// From that node, or from each of these.
        from: Expr,
        /// To that node.
        to: Expr,
    },
    /// `call EXPR with (...)`, perhaps with `to EXPR`
    Call {
        /// What is called.
        callee: Expr,
        /// With which arguments.
        arguments: Vec<CallArgument>,
        /// What the result becomes.
        result: Option<Expr>,
    },
}

/// An argument of a `call` statement.
#[derive(Debug, Clone, PartialEq)]
pub struct CallArgument {
    /// How it is handed over.
    pub key: Spanned<ArgumentKey>,
    /// The value.
    pub value: Expr,
}

/// `report at EXPR`
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The place.
    pub at: Expr,
    /// The whole statement.
    pub span: Span,
}

/// What is iterated.
#[derive(Debug, Clone, PartialEq)]
pub enum Iterable {
    /// The members of a list.
    List(Expr),
    /// The nodes of a class in a region.
    Region {
        /// The class.
        class: Class,
        /// `in`: false; `within`: true.
        is_within: bool,
        /// The region.
        region: Expr,
    },
}

/// `emit { column: value, ... }`
#[derive(Debug, Clone, PartialEq)]
pub struct Emit {
    /// Columns with their values; a bare name stands for `name: name`.
    pub columns: Vec<(Name, Expr)>,
    /// The whole statement.
    pub span: Span,
}

/// `example """...""" emits ...`, and `reports ...` of a problem
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The Python text with the common indentation taken off; its first line is line 1.
    pub source: Spanned<String>,
    /// The rows; empty for `nothing`.
    pub rows: Vec<Spanned<ExampleRow>>,
}

/// The columns of an example's row with their values.
pub type ExampleRow = Vec<(Name, Spanned<ExampleValue>)>;

/// A value of an example's row.
#[derive(Debug, Clone, PartialEq)]
pub enum ExampleValue {
    /// A literal.
    Literal(Literal),
    /// `json ...`: the JSON text in its compact form.
    Json(String),
}

/// A view.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// The `SELECT`.
    pub sql: Spanned<String>,
}

/// A kind of data that flows, or of places where it must not arrive.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowKind {
    /// Its doc comment.
    pub doc: Doc,
    /// Written with `private`: only its own file can name it.
    pub is_private: bool,
    /// Its name.
    pub name: Name,
}

/// A problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// `tags "CWE-89", ...`
    pub tags: Vec<Spanned<String>>,
    /// `severity high`
    pub severity: Option<Spanned<Severity>>,
    /// `flow KIND to KIND`
    pub flow: Option<ProblemFlow>,
    /// `from """SELECT ..."""`
    pub query: Option<Spanned<String>>,
    /// `match VAR: CLASS`
    pub anchor: Option<Anchor>,
    /// What follows the anchor, in order.
    pub body: Vec<Statement>,
    /// `message "..."`
    pub message: Option<Spanned<String>>,
    /// `help """..."""`
    pub help: Option<Spanned<String>>,
    /// Its examples: those of a rule, whose rows are findings.
    pub examples: Vec<Example>,
    /// The whole item.
    pub span: Span,
}

/// `flow KIND, KIND to KIND, KIND`
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemFlow {
    /// Kinds of sources.
    pub from: Vec<Name>,
    /// Kinds of sinks.
    pub to: Vec<Name>,
    /// The whole part.
    pub span: Span,
}

/// An expression with its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A literal.
    Literal(Literal),
    /// A variable, or `module`.
    Name(String),
    /// `of.name` or `of.name(args)`
    Property {
        /// What is asked.
        of: Box<Expr>,
        /// The property.
        name: Name,
        /// The arguments, when written with parentheses.
        args: Option<Vec<Expr>>,
    },
    /// `name(args)`: a function of the vocabulary or a predicate.
    Call {
        /// The function.
        name: Name,
        /// The arguments.
        args: Vec<Expr>,
    },
    /// `left OP right`
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left operand.
        left: Box<Expr>,
        /// Right operand.
        right: Box<Expr>,
    },
    /// `not x`
    Not(Box<Expr>),
    /// `x TEST`
    Test {
        /// What is tested.
        of: Box<Expr>,
        /// The test.
        test: Test,
        /// Written with `not` (`not in`, `is not`).
        is_negated: bool,
    },
    /// `case x { pattern => value, else => value }` or `case { condition => value, else => value }`
    Case {
        /// What the patterns are compared with.
        subject: Option<Box<Expr>>,
        /// The arms in order.
        arms: Vec<Arm>,
        /// The value of `else`.
        otherwise: Option<Box<Expr>>,
    },
    /// `any`, `count`, `first`, ...
    Aggregate(Box<Aggregate>),
    /// `json x`, where `x` is any expression, `[..]`, `{..}` or `[for ..: ..]`.
    Json(Box<Expr>),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `{ key: value, ... }`, inside `json` only.
    Object(Vec<(Name, Expr)>),
    /// `[for VAR in SOURCE where CONDITION: VALUE]`, inside `json` only.
    ListFor {
        /// The variable.
        var: Name,
        /// What is iterated.
        source: Box<Iterable>,
        /// The condition.
        condition: Option<Box<Expr>>,
        /// The member.
        value: Box<Expr>,
    },
}

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `??`
    Coalesce,
    /// `+`: of numbers, or of texts
    Add,
    /// `-`
    Sub,
}

/// A test of one value.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// `is NAMES`
    Is(Names),
    /// `is exactly NAMES`
    IsExactly(Names),
    /// `instance of NAMES`
    InstanceOf(Names),
    /// `inherits NAMES`
    Inherits(Names),
    /// `decorated by NAMES`
    DecoratedBy(Names),
    /// `refers to EXPR`
    RefersTo(Box<Expr>),
    /// `is present`
    Present,
    /// `is absent`
    Absent,
    /// `is a CLASS`
    IsA(Class),
    /// `in SET`, or `in EXPR` for a list
    In(SetRef),
    /// `like /regex/`: the text between the slashes
    Like(Spanned<String>),
    /// `starts with EXPR`
    StartsWith(Box<Expr>),
    /// `ends with EXPR`
    EndsWith(Box<Expr>),
    /// `contains EXPR`: text in a text
    Contains(Box<Expr>),
}

/// Dotted names after `is`, `inherits` ...: a literal, `{ ... }`, or the name of a set.
pub type Names = SetRef;

/// A set as an operand.
#[derive(Debug, Clone, PartialEq)]
pub enum SetRef {
    /// One literal, or `{ ... }`.
    Inline(Spanned<Vec<SetMember>>),
    /// A set or, after `in`, a list-valued expression: told apart by the checker.
    Expr(Box<Expr>),
}

/// `pattern => value`
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// What is compared with the subject; without a subject, the conditions.
    pub pattern: ArmPattern,
    /// The value.
    pub value: Expr,
}

/// The left side of an arm.
#[derive(Debug, Clone, PartialEq)]
pub enum ArmPattern {
    /// A literal, or several between `|`.
    Literals(Vec<Spanned<Literal>>),
    /// A test such as `in set`, `is "a.b"`, `like /x/`.
    Test(Test, Span),
    /// A condition, when the case has no subject.
    Condition(Expr),
}

/// The kinds of aggregates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AggregateKind {
    /// Is there one?
    Any,
    /// How many?
    Count,
    /// The first one.
    First,
    /// The last one.
    Last,
    /// A value of each.
    List,
    /// Sum of a value of each.
    Sum,
    /// Least value.
    Min,
    /// Greatest value.
    Max,
    /// Groups that share a key.
    Group,
}

/// An aggregate: `KIND [VALUE for] VAR in SOURCE [where CONDITION] [by KEY]`, or `count LIST`.
#[derive(Debug, Clone, PartialEq)]
pub struct Aggregate {
    /// What is made of the members.
    pub kind: AggregateKind,
    /// The value of `list`, `sum`, `min`, `max`.
    pub value: Option<Expr>,
    /// The variable; none for `count yield in f` and `count xs`.
    pub var: Option<Name>,
    /// What is iterated.
    pub source: Iterable,
    /// The condition.
    pub condition: Option<Expr>,
    /// The key of `group`.
    pub key: Option<Expr>,
}
