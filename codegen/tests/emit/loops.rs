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
    use ::aud_rules_runtime::rules::dispatch::{Decision, Due, KeyTable};
    use ::aud_rules_runtime::syntax::kinds::Kind;
    use ::aud_rules_runtime::rules::matcher::Matcher;
    use ::aud_rules_runtime::rules::file_state::FileState;
    use ::aud_rules_runtime::rules::names;
    use ::aud_rules_runtime::rules::offsets::Offsets;
    use ::aud_rules_runtime::rules::prim::{self, Properties};
    use ::aud_rules_runtime::rules::run::{count, same, Reach, Run};
    use ::aud_rules_runtime::plan::{
        self, Declared, Example, FactId, NamesId, PatternId, RuleId, SetId, SlotId,
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
        fn constants(&self) -> Constants {
            CONSTANTS
        }
        fn n_facts(&self) -> u32 {
            0
        }
        fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
            match state.tree().kind(node) {
                Kind::ClassDefinition => visit_class_definition(state, offsets, node),
                Kind::FunctionDefinition => {
                    visit_function_definition(state, offsets, node)
                }
                _ => {}
            }
        }
        fn run(
            &self,
            rule: RuleId,
            state: &FileState<'_>,
            offsets: &Offsets,
            node: NodeId,
        ) {
            let Some(run) = Run::begin(state, offsets, rule, node) else { return };
            match rule {
                RuleId(0) => rule_loop_calls(&run, node),
                RuleId(1) => rule_every_class(&run, node),
                _ => {}
            }
        }
        fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
            RULE_KINDS[rule.index()].contains(&kind)
        }
    }

    const WANTED: [bool; Kind::COUNT] = {
        let mut wanted = [false; Kind::COUNT];
        wanted[Kind::ClassDefinition as usize] = true;
        wanted[Kind::FunctionDefinition as usize] = true;
        wanted
    };

    static SLOTS: &[&[Kind]] = &[&[Kind::WhileStatement], &[Kind::Call], &[Kind::Yield]];
    static RULE_KINDS: &[&[Kind]] = &[
        &[Kind::FunctionDefinition],
        &[Kind::ClassDefinition],
    ];

    /// Rules at a `class_definition`.
    fn visit_class_definition(state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        if let Some(run) = Run::begin(state, offsets, RuleId(1), node) {
            rule_every_class(&run, node);
        }
    }

    /// Rules at a `function_definition`.
    fn visit_function_definition(
        state: &FileState<'_>,
        offsets: &Offsets,
        node: NodeId,
    ) {
        if let Some(run) = Run::begin(state, offsets, RuleId(0), node) {
            rule_loop_calls(&run, node);
        }
    }

    /// Rule loop_calls, loops.rules line 9.
    fn rule_loop_calls<'t>(run: &Run<'_, 't>, f_0: NodeId) {
        // 11: f
        for w_1 in run.slot(SlotId(0), Some(f_0), Reach::In) {
            // 12: w
            for c_2 in run.slot(SlotId(1), Some(w_1), Reach::In) {
                // 12: c.callee.member starts with "get"
                if !c_2
                    .call_callee(run)
                    .expr_member(run)
                    .is_some_and(|text| text.starts_with("get"))
                {
                    continue;
                }
                run.emit(
                    &[
                        run.value(f_0.node_line(run)),
                        run.value(f_0.definition_qualname(run)),
                        run.value(count(run.slot(SlotId(2), Some(w_1), Reach::Within))),
                    ],
                );
            }
        }
    }

    /// Rule every_class, loops.rules line 23.
    fn rule_every_class<'t>(run: &Run<'_, 't>, k_0: NodeId) {
        run.emit(
            &[
                run.value(k_0.node_line(run)),
                run.value(k_0.definition_name(run)),
                run
                    .value(
                        count(
                            run
                                .each(k_0.class_methods(run))
                                .filter(|&m_1| m_1.function_is_async(run) == Some(true)),
                        ),
                    ),
            ],
        );
    }

    static CONSTANTS: Constants = Constants {
        sets: &[],
        names: &[],
        patterns: &[],
    };
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
