//! Every operator and function on every type of value.

use bumpalo::Bump;
use proptest::prelude::*;

use super::*;
use crate::value::{Group, Item, Like, LiteralSet, Open, Pattern, PatternId, Set, SetId};

const NONE: Value<'static> = Value::None;
const YES: Value<'static> = Value::Bool(true);
const NO: Value<'static> = Value::Bool(false);

fn text_of(value: &str) -> Value<'_> {
    Value::Text(value)
}

fn show(value: Value<'_>) -> String {
    crate::value::json::to_json(value).unwrap()
}

#[test]
fn the_table_is_sorted() {
    assert!(Op::ALL.is_sorted_by_key(|op| op.name()));
    assert_eq!(Op::named("sql_tables"), Some(Op::SqlTables));
    assert_eq!(Op::named("nothing"), None);
}

#[test]
fn operators_mean_what_they_say() {
    static SET: LiteralSet = LiteralSet { texts: &["a", "b"], ints: &[1, 3] };
    static PATTERN: Pattern = Pattern::new("^a+b");
    let set = Value::Set(Set { id: SetId(0), value: &SET });
    let pattern = Value::Pattern(Like { id: PatternId(0), value: &PATTERN });
    let ab = [text_of("a"), text_of("b")];
    let one = [Value::Int(1), NONE];
    let cases: &[(&str, &[Value<'_>], Value<'_>)] = &[
        ("eq", &[Value::Int(1), Value::Real(1.0)], YES),
        ("eq", &[Value::Int(1), YES], NO),
        ("eq", &[NONE, NONE], NO),
        ("eq", &[Value::List(&ab), Value::List(&ab)], YES),
        ("eq", &[Value::List(&ab), Value::List(&one)], NO),
        ("ne", &[NONE, text_of("a")], YES),
        ("ne", &[text_of("a"), text_of("a")], NO),
        ("lt", &[Value::Int(1), Value::Real(1.5)], YES),
        ("lt", &[text_of("b"), text_of("a")], NO),
        ("le", &[Value::Int(2), Value::Int(2)], YES),
        ("gt", &[NONE, Value::Int(2)], NO),
        ("ge", &[text_of("b"), Value::Int(2)], NO),
        ("add", &[Value::Int(1), Value::Int(2)], Value::Int(3)),
        ("add", &[Value::Int(i64::MAX), Value::Int(2)], NONE),
        ("add", &[Value::Int(1), Value::Real(0.5)], Value::Real(1.5)),
        ("add", &[text_of("a"), text_of("b")], text_of("ab")),
        ("add", &[text_of("a"), NONE], NONE),
        ("sub", &[Value::Int(1), Value::Int(2)], Value::Int(-1)),
        ("not", &[NONE], YES),
        ("not", &[text_of("")], NO),
        ("and", &[YES, text_of("x")], YES),
        ("and", &[YES, NONE], NO),
        ("or", &[NO, NONE], NO),
        ("or", &[NO, Value::Int(0)], YES),
        ("in_set", &[text_of("b"), set], YES),
        ("in_set", &[Value::Int(3), set], YES),
        ("in_set", &[NONE, set], NO),
        ("in_list", &[text_of("b"), Value::List(&ab)], YES),
        ("in_list", &[NONE, Value::List(&one)], NO),
        ("like", &[text_of("aab!"), pattern], YES),
        ("like", &[NONE, pattern], NO),
        ("starts_with", &[text_of("abc"), text_of("ab")], YES),
        ("ends_with", &[text_of("abc"), text_of("ab")], NO),
        ("contains", &[text_of("abc"), text_of("b")], YES),
        ("contains", &[Value::List(&ab), text_of("b")], YES),
        ("contains", &[NONE, text_of("b")], NO),
        ("is_present", &[NO], YES),
        ("is_present", &[NONE], NO),
        ("truth_of", &[NONE], NO),
    ];
    check(cases);
}

#[test]
fn functions_of_text() {
    let list = [text_of("a"), NONE, text_of("b")];
    let ab = [text_of("a"), text_of("b")];
    let abab = [text_of("a"), text_of("b"), text_of("a"), text_of("b")];
    let cases: &[(&str, &[Value<'_>], Value<'_>)] = &[
        ("lower", &[text_of("ÄB")], text_of("äb")),
        ("upper", &[text_of("äb")], text_of("ÄB")),
        ("upper", &[NONE], NONE),
        ("trim", &[text_of(" a\n")], text_of("a")),
        ("strip_prefix", &[text_of("a."), text_of("a.b")], text_of("b")),
        ("strip_prefix", &[text_of("b"), text_of("a.b")], text_of("a.b")),
        ("strip_suffix", &[text_of(".b"), text_of("a.b")], text_of("a")),
        ("truncate", &[Value::Int(2), text_of("äöü")], text_of("äö...")),
        ("truncate", &[Value::Int(3), text_of("äöü")], text_of("äöü")),
        ("truncate", &[Value::Int(-3), text_of("a")], text_of("...")),
        ("join", &[text_of(", "), Value::List(&list)], text_of("a, b")),
        ("join", &[text_of(", "), NONE], NONE),
        ("split", &[text_of(","), text_of(" a,, b ,")], Value::List(&ab)),
        ("split", &[text_of(""), text_of("a,b")], Value::List(&[Value::Text("a,b")])),
        ("last_segment", &[text_of("."), text_of("a.b.c")], text_of("c")),
        ("last_segment", &[text_of("."), text_of("a")], text_of("a")),
        ("first_segment", &[text_of("."), text_of("a.b.c")], text_of("a")),
        ("text", &[Value::Real(30.0)], text_of("30.0")),
        ("text", &[Value::Real(1e16)], text_of("1e+16")),
        ("text", &[Value::Real(1.5e-7)], text_of("1.5e-07")),
        ("text", &[Value::Real(0.0001)], text_of("0.0001")),
        ("text", &[Value::Real(f64::NEG_INFINITY)], text_of("-inf")),
        ("text", &[YES], text_of("True")),
        ("text", &[NONE], NONE),
        ("concat", &[Value::List(&ab), Value::List(&ab)], Value::List(&abab)),
        ("sql_command", &[text_of("with c as (select 1) select 2")], text_of("SELECT")),
        ("sql_tables", &[text_of("select * from a.b")], Value::List(&[Value::Text("b")])),
        ("sql_tables", &[NONE], NONE),
    ];
    check(cases);
}

fn check(cases: &[(&str, &[Value<'_>], Value<'_>)]) {
    let arena = Bump::new();
    for (name, args, expected) in cases {
        let op = Op::named(name).unwrap();
        // The arguments are copied so that they live as long as the arena.
        let args: Vec<Value<'_>> = args.to_vec();
        assert!(same(op.apply(&arena, &args), *expected), "{name}: {} of {args:?}", show(op.apply(&arena, &args)));
    }
}

#[test]
fn aggregates_leave_absent_values_out() {
    let arena = Bump::new();
    let values = [Value::Int(3), NONE, Value::Int(1), Value::Int(3)];
    let expected = [
        (Fold::Any, "true"),
        (Fold::Count, "4"),
        (Fold::First, "3"),
        (Fold::Last, "3"),
        (Fold::List, "[3,1,3]"),
        (Fold::Sum, "7"),
        (Fold::Min, "1"),
        (Fold::Max, "3"),
    ];
    for (kind, json) in expected {
        assert_eq!(show(fold(&arena, kind, values.iter().copied())), json, "{kind:?}");
    }
    let of_nothing = [
        (Fold::Any, "false"),
        (Fold::Count, "0"),
        (Fold::First, "null"),
        (Fold::List, "[]"),
        (Fold::Sum, "0"),
        (Fold::Min, "null"),
    ];
    for (kind, json) in of_nothing {
        assert_eq!(show(fold(&arena, kind, std::iter::empty())), json, "{kind:?}");
    }
    assert_eq!(show(fold(&arena, Fold::Sum, [Value::Int(1), Value::Real(0.5)].into_iter())), "1.5");
}

#[test]
fn an_open_value_is_found_inside_others() {
    let items = [Item::sure(NONE)];
    let open_value = Open::Choose(&items);
    let open = Value::Open(&open_value);
    let list = [Value::Int(1), open];
    let object = [("k", Value::List(&list))];
    let members = [Item { condition: open, value: Value::Int(1) }];
    let group = Group { key: Value::Int(1), members: &members };
    for value in [open, Value::List(&list), Value::Object(&object), Value::Group(&group)] {
        assert!(is_open(value), "{value:?}");
    }
    for value in [NONE, Value::List(&list[..1])] {
        assert!(!is_open(value), "{value:?}");
    }
    assert!(!is_true(open) && !is_false(open) && matches!(truth(open), Value::Open(_)));
    assert!(is_false(NONE) && is_true(Value::Int(0)));
    let arena = Bump::new();
    assert!(same(group_key(&arena, &[Value::Group(&group)]), Value::Int(1)));
}

fn any_value() -> impl Strategy<Value = Value<'static>> {
    prop_oneof![
        Just(Value::None),
        any::<bool>().prop_map(Value::Bool),
        (-3i64..3).prop_map(Value::Int),
        (-3i64..3).prop_map(|int| Value::Real(int as f64)),
        prop_oneof![Just("a"), Just("b"), Just("")].prop_map(Value::Text),
    ]
}

proptest! {
    #[test]
    fn comparison_is_consistent(x in any_value(), y in any_value()) {
        let arena = Bump::new();
        let holds = |name: &str, args: &[Value<'static>]| is_true(Op::named(name).unwrap().apply(&arena, args));
        prop_assert_eq!(holds("eq", &[x, y]), !holds("ne", &[x, y]));
        prop_assert_eq!(holds("eq", &[x, y]), holds("eq", &[y, x]));
        prop_assert_eq!(holds("lt", &[x, y]), holds("gt", &[y, x]));
        prop_assert_eq!(holds("le", &[x, y]), holds("ge", &[y, x]));
        prop_assert!(!(holds("lt", &[x, y]) && holds("eq", &[x, y])));
        prop_assert_eq!(holds("and", &[x, y]), is_true(x) && is_true(y));
        prop_assert_eq!(holds("not", &[x]), !is_true(x));
    }

    #[test]
    fn every_function_takes_every_value(args in proptest::collection::vec(any_value(), 0..4)) {
        let arena = Bump::new();
        for op in Op::ALL {
            op.apply(&arena, &args);
        }
    }

    #[test]
    fn numbers_print_so_that_they_read_back(real: f64) {
        prop_assume!(real.is_finite());
        prop_assert_eq!(real_text(real).parse::<f64>().unwrap(), real);
    }
}
