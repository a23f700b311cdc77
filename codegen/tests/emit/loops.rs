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
                Kind::ClassDefinition => visit_class_definition(cx, node),
                Kind::FunctionDefinition => visit_function_definition(cx, node),
                _ => {}
            }
        }
        fn run(&self, rule: RuleId, cx: &Cx<'_>, node: NodeId) {
            if !cx.begin(rule, node) {
                return;
            }
            match rule {
                RuleId(0) => rule_loop_calls(cx, Value::Node(node)),
                RuleId(1) => rule_every_class(cx, Value::Node(node)),
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
    fn visit_class_definition<'t>(cx: &Cx<'t>, node: NodeId) {
        if cx.begin(RuleId(1), node) {
            rule_every_class(cx, Value::Node(node));
        }
    }

    /// Rules at a `function_definition`.
    fn visit_function_definition<'t>(cx: &Cx<'t>, node: NodeId) {
        if cx.begin(RuleId(0), node) {
            rule_loop_calls(cx, Value::Node(node));
        }
    }

    /// Rule loop_calls, loops.rules line 9.
    fn rule_loop_calls<'t>(cx: &Cx<'t>, f_0: Value<'t>) {
        let _guard = cx.guard();
        for item in Cx::slot(cx, 0, f_0, Reach::In) {
            let _guard = cx.guard();
            if !cx.holds(item.condition) {
                continue;
            }
            let w_1 = item.value;
            for item in Cx::slot(cx, 1, w_1, Reach::In) {
                let _guard = cx.guard();
                if !cx.holds(item.condition) {
                    continue;
                }
                let c_2 = item.value;
                if !Cx::holds(
                    cx,
                    Cx::pure(
                        cx,
                        ops::starts_with,
                        &[
                            Cx::get(
                                cx,
                                prim::expr_member,
                                Cx::get(cx, prim::call_callee, c_2, &[]),
                                &[],
                            ),
                            Value::Text("get"),
                        ],
                    ),
                ) {
                    continue;
                }
                cx.emit(
                    &[
                        Cx::get(cx, prim::node_line, f_0, &[]),
                        Cx::get(cx, prim::definition_qualname, f_0, &[]),
                        Cx::fold(
                            cx,
                            Fold::Count,
                            Cx::slot(cx, 2, w_1, Reach::Within),
                            |member_3| Value::Bool(true),
                            |member_3| member_3,
                        ),
                    ],
                );
            }
        }
    }

    /// Rule every_class, loops.rules line 23.
    fn rule_every_class<'t>(cx: &Cx<'t>, k_0: Value<'t>) {
        let _guard = cx.guard();
        cx.emit(
            &[
                Cx::get(cx, prim::node_line, k_0, &[]),
                Cx::get(cx, prim::definition_name, k_0, &[]),
                Cx::fold(
                    cx,
                    Fold::Count,
                    Cx::items(cx, Cx::get(cx, prim::class_methods, k_0, &[])),
                    |m_1| Cx::get(cx, prim::function_is_async, m_1, &[]),
                    |m_1| m_1,
                ),
            ],
        );
    }
}

/// A type for each table: what its rows hold, and how they are written and read back.
pub mod rows {
    use ::aud_rules_runtime::output::rows::Row;
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
        const INSERT: &'static str = "INSERT INTO loops (file, line, name, count) VALUES (?1, ?2, ?3, ?4)";
        const SELECT: &'static str = "SELECT file, line, name, count FROM loops ORDER BY rowid";
        fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
            Ok(Loops {
                file: row.get(0)?,
                line: row.get(1)?,
                name: row.get(2)?,
                count: row.get(3)?,
            })
        }
        fn bind(&self, statement: &mut rusqlite::Statement<'_>) -> rusqlite::Result<()> {
            statement.raw_bind_parameter(1, &self.file)?;
            statement.raw_bind_parameter(2, &self.line)?;
            statement.raw_bind_parameter(3, &self.name)?;
            statement.raw_bind_parameter(4, &self.count)?;
            Ok(())
        }
    }
}
