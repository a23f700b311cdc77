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
    static FUNCTIONS: &[for<'t> fn(&Run<'_, 't>, NodeId)] = &[rule_loop_calls, rule_every_class];
    static SLOTS: &[&[Kind]] = &[&[Kind::WhileStatement], &[Kind::Call], &[Kind::Yield]];
    static RULE_KINDS: &[&[Kind]] = &[&[Kind::FunctionDefinition], &[Kind::ClassDefinition]];
    static DECISIONS: [Option<&Decision<'static>>; Kind::COUNT] = {
        let mut decisions: [Option<&Decision<'static>>; Kind::COUNT] = [None; Kind::COUNT];
        decisions[Kind::ClassDefinition as usize] = Some(&AT_CLASS_DEFINITION);
        decisions[Kind::FunctionDefinition as usize] = Some(&AT_FUNCTION_DEFINITION);
        decisions
    };

    static AT_CLASS_DEFINITION: Decision<'static> = Decision {
        always: &[RuleId(1)],
        keyed: &[],
    };

    static AT_FUNCTION_DEFINITION: Decision<'static> = Decision {
        always: &[RuleId(0)],
        keyed: &[],
    };

    /// Rule loop_calls, loops.rules line 9.
    fn rule_loop_calls<'t>(run: &Run<'_, 't>, f_0: NodeId) {
        // 11: f
        for w_1 in run.slot(SlotId(0), Some(f_0), Reach::In) {
            // 12: w
            for c_2 in run.slot(SlotId(1), Some(w_1), Reach::In) {
                // 12: c.callee.member starts with "get"
                if !c_2.call_callee(run)
                    .expr_member(run)
                    .is_some_and(|text| text.starts_with("get"))
                {
                    continue;
                }
                run.emit(
                    &[
                        f_0.node_line(run).value(run),
                        f_0.definition_qualname(run).value(run),
                        count(run.slot(SlotId(2), Some(w_1), Reach::Within)).value(run),
                    ],
                );
            }
        }
    }

    /// Rule every_class, loops.rules line 23.
    fn rule_every_class<'t>(run: &Run<'_, 't>, k_0: NodeId) {
        run.emit(
            &[
                k_0.node_line(run).value(run),
                k_0.definition_name(run).value(run),
                count(run.each(k_0.class_methods(run)).filter(|&m_1| m_1.function_is_async(run) == Some(true)))
                    .value(run),
            ],
        );
    }

    static CONSTANTS: Constants = Constants {
        sets: &[],
        names: &[],
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
    /// Loops, slots and groups.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Loops {
        /// Path below the indexed root, with `/`.
        pub file: String,
        /// Line where it stands, from 1.
        pub line: i64,
        /// Name.
        pub name: String,
        /// How many.
        pub count: i64,
    }

    impl Row for Loops {
        const TABLE: &'static str = "loops";
        const SELECT: &'static str = "SELECT file, line, name, count FROM loops";
        fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
            Ok(Loops {
                file: row.get(0)?,
                line: row.get(1)?,
                name: row.get(2)?,
                count: row.get(3)?,
            })
        }
    }

    /// The tables of a database, each by its name.
    pub trait Tables {
        /// Loops, slots and groups.
        fn loops(&self) -> rusqlite::Result<Table<'_, Loops>>;
    }

    impl Tables for Database {
        /// Loops, slots and groups.
        fn loops(&self) -> rusqlite::Result<Table<'_, Loops>> {
            self.table()
        }
    }
}
