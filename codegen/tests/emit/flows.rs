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
    static FUNCTIONS: &[for<'t> fn(&Run<'_, 't>, NodeId)] = &[rule_request_read, rule_statement_run, rule_eval_used];
    static SLOTS: &[&[Kind]] = &[];
    static RULE_KINDS: &[&[Kind]] = &[&[Kind::Attribute], &[Kind::Call], &[Kind::Call]];
    static DECISIONS: [Option<&Decision<'static>>; Kind::COUNT] = {
        let mut decisions: [Option<&Decision<'static>>; Kind::COUNT] = [None; Kind::COUNT];
        decisions[Kind::Attribute as usize] = Some(&AT_ATTRIBUTE);
        decisions[Kind::Call as usize] = Some(&AT_CALL);
        decisions
    };

    static AT_ATTRIBUTE: Decision<'static> = Decision {
        always: &[],
        keyed: &[
            KeyTable {
                by: By::Name,
                path: &[],
                names: &[("args", &[RuleId(0)])],
                all: &[RuleId(0)],
            },
        ],
    };

    static AT_CALL: Decision<'static> = Decision {
        always: &[],
        keyed: &[
            KeyTable {
                by: By::Name,
                path: &[prim::read::call_callee],
                names: &[("eval", &[RuleId(2)]), ("execute", &[RuleId(1)])],
                all: &[RuleId(1), RuleId(2)],
            },
        ],
    };

    /// Rule request_read, flows.rules line 8.
    fn rule_request_read<'t>(run: &Run<'_, 't>, a_0: NodeId) {
        // 9: a is "flask.request.args"
        if !run.holds(run.ask(names::is, a_0.value(run), NamesId(0))) {
            return;
        }
        // 10: source remote at a
        run.source(1, a_0);
    }

    /// Rule statement_run, flows.rules line 14.
    fn rule_statement_run<'t>(run: &Run<'_, 't>, c_0: NodeId) {
        let call_callee_1 = c_0.call_callee(run);
        // 15: c.callee.member == "execute"
        if !(call_callee_1.expr_member(run) == Some("execute")) {
            return;
        }
        // 16: sink sql at c.arg(0) ?? c.keyword("query")
        run.sink(2, c_0.call_arg(run, 0).or_else(|| c_0.call_keyword(run, "query")));
        let expr_object_2 = call_callee_1.expr_object(run);
        // 17: c.callee.object instance of "sqlite3.Connection"
        if !run.holds(run.ask(names::instance_of, expr_object_2.value(run), NamesId(1)))
        {
            return;
        }
        // 18: step c.args to c.callee.object
        run.step(c_0.call_args(run), expr_object_2);
        // 19: clean sql, remote at c.arg(1) when false
        run.clean(3, c_0.call_arg(run, 1), Some(TestOutcome::False));
        // 20: call c.arg(2) with (0: c, own: c.callee, **c.keywords) to c
        run.call(
            c_0.call_arg(run, 2),
            &[
                (Handed::Index(0), c_0.value(run)),
                (Handed::Name("own"), call_callee_1.value(run)),
                (Handed::DoubleStar, c_0.call_keywords(run).value(run)),
            ],
            c_0,
        );
    }

    /// Rule eval_used, flows.rules line 41.
    fn rule_eval_used<'t>(run: &Run<'_, 't>, c_0: NodeId) {
        // 43: c.callee is "eval"
        if !run.holds(run.ask(names::is, c_0.call_callee(run).value(run), NamesId(2))) {
            return;
        }
        // 44: c.arg(0) ?? c
        run.report(c_0.call_arg(run, 0).unwrap_or_else(|| c_0));
    }

    static NAMES_0: NameSet = NameSet::new(&["flask.request.args"]);
    static NAMES_1: NameSet = NameSet::new(&["sqlite3.Connection"]);
    static NAMES_2: NameSet = NameSet::new(&["builtins.eval"]);
    static CONSTANTS: Constants = Constants {
        sets: &[],
        names: &[&NAMES_0, &NAMES_1, &NAMES_2],
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
    /// The tables of a database, each by its name.
    pub trait Tables {}
    impl Tables for Database {}
}
