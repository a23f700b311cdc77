// Made from .rules files by aud-rules-codegen; changes here are lost.

pub use self::engine::Catalogue;
#[allow(
    clippy::all,
    unused_imports,
    unused_variables,
    reason = "generated: a rule need not use all that there is"
)]
mod engine {
    use ::aud_rules_runtime::rules::cx::{Cx, Reach};
    use ::aud_rules_runtime::rules::dispatch::{Decision, Due, KeyTable};
    use ::aud_rules_runtime::syntax::kinds::Kind;
    use ::aud_rules_runtime::rules::matcher::Matcher;
    use ::aud_rules_runtime::rules::names;
    use ::aud_rules_runtime::plan::{self, Declared, Example, RuleId};
    use ::aud_rules_runtime::syntax::tree::NodeId;
    use ::aud_rules_runtime::value::{Fold, LiteralSet, Value};
    use ::aud_rules_runtime::regex::Regex;
    use ::aud_rules_runtime::rules::prim;
    use ::aud_rules_runtime::value::name_set::NameSet;
    use ::aud_rules_runtime::value::ops;
    use ::std::sync::LazyLock;
    /// All rules of the catalogue, compiled.
    pub struct Catalogue;
    impl Matcher for Catalogue {
        fn declared(&self) -> &Declared {
            static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
                Declared::from_json(include_str!("declared.json"))
                    .expect("the compiler of the rules has written it")
            });
            &DECLARED
        }
        fn examples(&self, rule: RuleId) -> &[Example] {
            static EXAMPLES: LazyLock<Vec<Vec<Example>>> = LazyLock::new(|| {
                plan::examples_from_json(include_str!("examples.json"))
                    .expect("the compiler of the rules has written it")
            });
            &EXAMPLES[rule.index()]
        }
        fn slots(&self) -> Vec<&[Kind]> {
            SLOTS.to_vec()
        }
        #[inline]
        fn is_wanted(&self, kind: Kind) -> bool {
            WANTED[kind as usize]
        }
        fn visit(&self, cx: &Cx<'_>, node: NodeId) {
            match cx.tree().kind(node) {
                Kind::Call => visit_call(cx, node),
                _ => {}
            }
        }
        fn run(&self, rule: RuleId, cx: &Cx<'_>, node: NodeId) {
            if !cx.begin(rule, node) {
                return;
            }
            match rule {
                RuleId(0) => rule_eval_call(cx, Value::Node(node)),
                _ => {}
            }
        }
        fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
            RULE_KINDS[rule.index()].contains(&kind)
        }
    }

    const WANTED: [bool; Kind::COUNT] = {
        let mut wanted = [false; Kind::COUNT];
        wanted[Kind::Call as usize] = true;
        wanted
    };

    static SLOTS: &[&[Kind]] = &[];
    static RULE_KINDS: &[&[Kind]] = &[&[Kind::Call]];
    static AT_CALL: Decision<'static> = Decision {
        always: &[],
        keyed: &[
            KeyTable {
                path: &[prim::call_callee],
                names: &[("eval", &[RuleId(0)]), ("exec", &[RuleId(0)])],
                all: &[RuleId(0)],
            },
        ],
    };

    /// Rules at a `call`.
    fn visit_call<'t>(cx: &Cx<'t>, node: NodeId) {
        for rule in Due::at(cx, node, &AT_CALL) {
            if !cx.begin(rule, node) {
                continue;
            }
            match rule {
                RuleId(0) => rule_eval_call(cx, Value::Node(node)),
                _ => {}
            }
        }
    }

    /// Rule eval_call, evals.rules line 9.
    fn rule_eval_call<'t>(cx: &Cx<'t>, c_0: Value<'t>) {
        let _guard = cx.guard();
        let call_callee_2 = Cx::get(cx, prim::call_callee, c_0, &[]);
        if !Cx::holds(cx, Cx::ask(cx, names::is, call_callee_2, &NAMES_0)) {
            return;
        }
        let argument_1 = Cx::get(cx, prim::call_arg, c_0, &[Value::Int(0)]);
        if !Cx::holds(cx, Cx::is_present(cx, argument_1)) {
            return;
        }
        cx.emit(
            &[
                Cx::get(cx, prim::node_line, c_0, &[]),
                Cx::get(cx, prim::node_text, call_callee_2, &[]),
                Cx::get(cx, prim::expr_shape, argument_1, &[]),
                Cx::pure(
                    cx,
                    ops::not,
                    &[Cx::get(cx, prim::expr_is_literal, argument_1, &[])],
                ),
            ],
        );
    }

    static NAMES_0: NameSet = NameSet::new(&["builtins.eval", "builtins.exec"]);
}

/// A type for each table: what its rows hold, and how they are written and read back.
pub mod rows {
    use ::aud_rules_runtime::output::rows::Row;
    use ::aud_rules_runtime::rusqlite;
    /// Code that is run from text.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Evals {
        /// Path below the indexed root, with `/`.
        pub file: String,
        /// Line where it stands, from 1.
        pub line: i64,
        /// What runs it.
        pub function: String,
        /// Type of the argument; a word of Rust.
        pub r#type: Option<String>,
        /// The text is put together.
        pub is_built: bool,
    }

    impl Row for Evals {
        const TABLE: &'static str = "evals";
        const INSERT: &'static str = "INSERT INTO evals (file, line, function, type, is_built) VALUES (?1, ?2, ?3, ?4, ?5)";
        const SELECT: &'static str = "SELECT file, line, function, type, is_built FROM evals ORDER BY rowid";
        fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
            Ok(Evals {
                file: row.get(0)?,
                line: row.get(1)?,
                function: row.get(2)?,
                r#type: row.get(3)?,
                is_built: row.get(4)?,
            })
        }
        fn bind(&self, statement: &mut rusqlite::Statement<'_>) -> rusqlite::Result<()> {
            statement.raw_bind_parameter(1, &self.file)?;
            statement.raw_bind_parameter(2, &self.line)?;
            statement.raw_bind_parameter(3, &self.function)?;
            statement.raw_bind_parameter(4, &self.r#type)?;
            statement.raw_bind_parameter(5, &self.is_built)?;
            Ok(())
        }
    }
}
