// Made from .rules files by aud-rules-codegen; changes here are lost.

pub use self::engine::Catalogue;
#[allow(
    clippy::all,
    unused_imports,
    unused_variables,
    unused_parens,
    reason = "generated: a rule need not use all that there is"
)]
mod engine {
    use ::aud_rules_runtime::rules::dispatch::{By, Decision, KeyTable};
    use ::aud_rules_runtime::syntax::kinds::Kind;
    use ::aud_rules_runtime::rules::matcher::Matcher;
    use ::aud_rules_runtime::rules::file_state::FileState;
    use ::aud_rules_runtime::rules::names;
    use ::aud_rules_runtime::rules::offsets::Offsets;
    use ::aud_rules_runtime::rules::prim::{self, Properties};
    use ::aud_rules_runtime::rules::run::{count, same, Handed, IntoValue, Reach, Run};
    use ::aud_rules_runtime::plan::{
        Declared, Example, Examples, FactId, NamesId, PatternId, ProblemExample,
        ProblemId, RuleId, SetId, SlotId, TestOutcome,
    };

    use ::aud_rules_runtime::syntax::tree::NodeId;
    use ::aud_rules_runtime::value::{
        ops, Constants, Fold, LiteralSet, NameSet, Op, Pattern, Value,
    };

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
            &examples().rules[rule.index()]
        }
        fn problem_examples(&self, problem: ProblemId) -> &[ProblemExample] {
            &examples().problems[problem.index()]
        }
        fn slots(&self) -> Vec<&[Kind]> {
            SLOTS.to_vec()
        }
        #[inline]
        fn is_wanted(&self, kind: Kind) -> bool {
            DECISIONS[kind as usize].is_some()
        }
        fn constants(&self) -> Constants {
            CONSTANTS
        }
        fn n_facts(&self) -> u32 {
            0
        }
        fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
            if let Some(decision) = DECISIONS[state.tree().kind(node) as usize] {
                decision.each_due(state, node, |rule| self.run(rule, state, offsets, node));
            }
        }
        #[inline]
        fn run(
            &self,
            rule: RuleId,
            state: &FileState<'_>,
            offsets: &Offsets,
            node: NodeId,
        ) {
            if let Some(run) = Run::begin(state, offsets, rule, node) {
                FUNCTIONS[rule.index()](&run, node);
            }
        }
        fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
            RULE_KINDS[rule.index()].contains(&kind)
        }
    }

    /// By rule: what it does at a node.
    static FUNCTIONS: &[for<'t> fn(&Run<'_, 't>, NodeId)] = &[rule_eval_call];
    static SLOTS: &[&[Kind]] = &[];
    static RULE_KINDS: &[&[Kind]] = &[&[Kind::Call]];
    static DECISIONS: [Option<&Decision<'static>>; Kind::COUNT] = {
        let mut decisions: [Option<&Decision<'static>>; Kind::COUNT] = [None; Kind::COUNT];
        decisions[Kind::Call as usize] = Some(&AT_CALL);
        decisions
    };

    static AT_CALL: Decision<'static> = Decision {
        always: &[],
        keyed: &[
            KeyTable {
                by: By::Name,
                path: &[prim::read::call_callee],
                names: &[("eval", &[RuleId(0)]), ("exec", &[RuleId(0)])],
                all: &[RuleId(0)],
            },
        ],
    };

    /// Rule eval_call, evals.rules line 9.
    fn rule_eval_call<'t>(run: &Run<'_, 't>, c_0: NodeId) {
        let call_callee_2 = c_0.call_callee(run);
        // 11: c.callee is { "eval", "exec" }
        if !run.holds(run.ask(names::is, call_callee_2.value(run), NamesId(0))) {
            return;
        }
        // 12: c.arg(0)
        let Some(argument_1) = c_0.call_arg(run, 0) else { return };
        run.emit(
            &[
                c_0.node_line(run).value(run),
                call_callee_2.node_text(run).value(run),
                argument_1.expr_shape(run).value(run),
                (argument_1.expr_is_literal(run) != Some(true)).value(run),
            ],
        );
    }

    static NAMES_0: NameSet = NameSet::new(&["builtins.eval", "builtins.exec"]);
    static CONSTANTS: Constants = Constants {
        sets: &[],
        names: &[&NAMES_0],
        patterns: &[],
    };

    fn examples() -> &'static Examples {
        static EXAMPLES: LazyLock<Examples> = LazyLock::new(|| {
            Examples::from_json(include_str!("examples.json"))
                .expect("the compiler of the rules has written it")
        });
        &EXAMPLES
    }
}

/// A type for each table: what its rows hold, and how they are read.
pub mod rows {
    use ::aud_rules_runtime::output::rows::{Database, Row, Table};
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
        const SELECT: &'static str = "SELECT file, line, function, type, is_built FROM evals";
        fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
            Ok(Evals {
                file: row.get(0)?,
                line: row.get(1)?,
                function: row.get(2)?,
                r#type: row.get(3)?,
                is_built: row.get(4)?,
            })
        }
    }

    /// The tables of a database, each by its name.
    pub trait Tables {
        /// Code that is run from text.
        fn evals(&self) -> rusqlite::Result<Table<'_, Evals>>;
    }

    impl Tables for Database {
        /// Code that is run from text.
        fn evals(&self) -> rusqlite::Result<Table<'_, Evals>> {
            self.table()
        }
    }
}
