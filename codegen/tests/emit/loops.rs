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
    use ::aud_rules_runtime::output::schema::{
        ColumnDef, ColumnType, ExampleCell, ExampleDef, RuleDef, TableDef, ViewDef,
    };

    use ::aud_rules_runtime::syntax::tree::NodeId;
    use ::aud_rules_runtime::value::{Fold, LiteralSet, Value};
    use ::aud_rules_runtime::regex::Regex;
    use ::aud_rules_runtime::rules::prim;
    use ::aud_rules_runtime::value::ops;
    /// All rules of the catalogue, compiled.
    pub struct Catalogue;
    impl Catalogue {
        /// The rule files that were compiled: the path of each and the SHA-256 of its text.
        pub fn files(&self) -> &'static [(&'static str, &'static str)] {
            FILES
        }
    }

    impl Matcher for Catalogue {
        fn tables(&self) -> &'static [TableDef] {
            TABLES
        }
        fn rules(&self) -> &'static [RuleDef] {
            RULES
        }
        fn views(&self) -> &'static [ViewDef] {
            VIEWS
        }
        fn slots(&self) -> &'static [&'static [Kind]] {
            SLOTS
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
        fn run(&self, rule: usize, cx: &Cx<'_>, node: NodeId) {
            if !cx.begin(rule, node) {
                return;
            }
            match rule {
                0 => rule_loop_calls(cx, Value::Node(node)),
                1 => rule_every_class(cx, Value::Node(node)),
                _ => {}
            }
        }
        fn is_wanted_by(&self, rule: usize, kind: Kind) -> bool {
            RULE_KINDS[rule].contains(&kind)
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
        if cx.begin(1, node) {
            rule_every_class(cx, Value::Node(node));
        }
    }

    /// Rules at a `function_definition`.
    fn visit_function_definition<'t>(cx: &Cx<'t>, node: NodeId) {
        if cx.begin(0, node) {
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

    static FILES: &[(&str, &str)] = &[
        (
            "loops.rules",
            "2d9087c725d0849a217db2045006067075d8fb5078200fc825f172c7aae7a9ee",
        ),
    ];

    static TABLES: &[TableDef] = &[
        TableDef {
            name: "loops",
            doc: "Loops, slots and groups.",
            columns: &[
                ColumnDef {
                    name: "line",
                    ty: ColumnType::Int,
                    is_optional: false,
                    doc: "Line where it stands, from 1.",
                },
                ColumnDef {
                    name: "name",
                    ty: ColumnType::Text,
                    is_optional: false,
                    doc: "Name.",
                },
                ColumnDef {
                    name: "count",
                    ty: ColumnType::Int,
                    is_optional: false,
                    doc: "How many.",
                },
            ],
            unique: &[0, 1],
            ddl: "CREATE TABLE loops (\n    -- Loops, slots and groups.\n    file TEXT NOT NULL,\n    -- Line where it stands, from 1.\n    line INTEGER NOT NULL,\n    -- Name.\n    name TEXT NOT NULL,\n    -- How many.\n    count INTEGER NOT NULL\n    -- unique (file, line, name)\n)",
            index_ddl: "CREATE UNIQUE INDEX loops_key ON loops (file, line, name)",
            file: "loops.rules",
            line: 2,
        },
    ];

    static RULES: &[RuleDef] = &[
        RuleDef {
            name: "loop_calls",
            table: 0,
            doc: "Functions with calls in loops.",
            tags: &[],
            stage: "scope",
            file: "loops.rules",
            line: 9,
            examples: &[
                ExampleDef {
                    source: "def f(queue):\n    while True:\n        yield queue.get_one()\n",
                    rows: &[&[(1, ExampleCell::Text("f")), (2, ExampleCell::Int(1))]],
                    line: 14,
                },
                ExampleDef {
                    source: "def f(): ...",
                    rows: &[],
                    line: 19,
                },
            ],
        },
        RuleDef {
            name: "every_class",
            table: 0,
            doc: "Classes without a name of their own.",
            tags: &[],
            stage: "walk",
            file: "loops.rules",
            line: 23,
            examples: &[
                ExampleDef {
                    source: "class A: ...",
                    rows: &[&[(1, ExampleCell::Text("A")), (2, ExampleCell::Int(0))]],
                    line: 26,
                },
                ExampleDef {
                    source: "a = A()",
                    rows: &[],
                    line: 27,
                },
            ],
        },
    ];

    static VIEWS: &[ViewDef] = &[
        ViewDef {
            name: "all_loops",
            doc: "All loops.",
            ddl: "CREATE VIEW all_loops AS\n-- All loops.\nSELECT name FROM loops",
            file: "loops.rules",
            line: 31,
        },
    ];
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
