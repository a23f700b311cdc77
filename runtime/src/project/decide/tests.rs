//! Rows that are written down and decided: as their guards and cells say, and no bigger than what they depend on.

use aud_rules_plan::{Fold, NamesId};

use super::*;
use crate::modules::{ModuleId, ModuleMap};
use crate::resolve::Path;
use crate::segment::facts::Match;
use crate::syntax::tree::{NodeId, Position, Range};
use crate::value::NameSet;
use crate::value::{Each, Op, Question};

static YES_SET: NameSet = NameSet::new(&["m.yes"]);
static NO_SET: NameSet = NameSet::new(&["m.no"]);
static SETS: [&NameSet; 2] = [&YES_SET, &NO_SET];
static CONSTANTS: Constants = Constants { names: &SETS, ..Constants::NONE };
const YES: NamesId = NamesId(0);
const NO: NamesId = NamesId(1);
const OF: Match = Match {
    rule: RuleId(5),
    range: Range { start: Position { line: 9, column: 0 }, end: Position { line: 9, column: 7 } },
    is_near_damage: false,
};

/// Asks whether `m.yes` is one of the names.
fn asked<'t>(arena: &'t Bump, names: NamesId) -> Value<'t> {
    let names = CONSTANTS.names(names);
    let path = Path::Project { module: ModuleId(0), name: "m", rest: "yes" };
    Value::Open(arena.alloc(Open::Ask(Question::Is { paths: arena.alloc_slice_copy(&[path]), names })))
}

fn item<'t>(condition: Value<'t>, text: &'static str) -> Item<'t> {
    Item { condition, value: Value::Text(text) }
}

/// The rows that come of one, cells as text.
fn rows_of(
    row: &DeferredRow,
    waiting: &OpenValues,
    answers: &[Value<'_>],
    arena: &Bump,
) -> Result<Vec<String>, TooManyRounds> {
    let mut thaw = Thaw::of(waiting, answers, &CONSTANTS, arena);
    let mut rows = Vec::new();
    thaw.row(row, &mut |cells| rows.push(format!("{cells:?}")))?;
    if thaw.is_cut() { Err(TooManyRounds) } else { Ok(rows) }
}

#[test]
fn rows_are_decided_as_their_guards_and_cells_say() {
    let arena = Bump::new();
    let (yes, no) = (asked(&arena, YES), asked(&arena, NO));
    let items = arena.alloc_slice_copy(&[item(no, "a"), item(yes, "b"), item(Value::Bool(true), "c")]);
    let choose = Value::Open(arena.alloc(Open::Choose(items)));
    let list = Value::Open(arena.alloc(Open::Fold(Fold::List, items)));
    let either = Value::Open(arena.alloc(Open::Apply(Op::Or, arena.alloc_slice_copy(&[no, yes]))));
    let nested = Value::List(arena.alloc_slice_copy(&[choose, Value::Int(1), Value::Node(NodeId(3))]));
    let cases: [(&[Value<'_>], &[Value<'_>], Option<&str>); 8] = [
        (&[], &[Value::Int(7)], Some("[Int(7)]")),
        (&[yes], &[choose], Some("[Text(\"b\")]")),
        (&[no], &[choose], None),
        (&[yes, no], &[], None),
        (&[either], &[list], Some("[List([Text(\"b\"), Text(\"c\")])]")),
        (&[], &[nested], Some("[List([Text(\"b\"), Int(1), None])]")),
        (&[], &[Value::Node(NodeId(3)), no], Some("[None, Bool(false)]")),
        (&[Value::Bool(false)], &[], None),
    ];
    let map = ModuleMap::new(["m.py".to_owned()]);
    let project = Project::new(&map, Vec::new(), &CONSTANTS);
    for (guards, cells, expected) in cases {
        let mut freezer = Freezer::default();
        let row = freezer.freeze_row(TableId(2), OF, guards, cells);
        assert_eq!((row.table, row.of), (TableId(2), OF));
        let later = Bump::new();
        let waiting = freezer.finish();
        let answers = answers(&waiting.questions, &project, &Trace::default(), &later, &mut |_, _| Value::None);
        let decided = rows_of(&row, &waiting, &answers, &later).unwrap();
        assert_eq!(decided.first().map(String::as_str), expected, "{row:?}");
    }
}

#[test]
fn values_are_decided_with_their_nodes() {
    let arena = Bump::new();
    let (yes, no) = (asked(&arena, YES), asked(&arena, NO));
    let node = Item { condition: yes, value: Value::Node(NodeId(3)) };
    let first = Value::Open(arena.alloc(Open::Choose(arena.alloc_slice_copy(&[item(no, "a"), node]))));
    let never = Value::Open(arena.alloc(Open::Choose(arena.alloc_slice_copy(&[item(no, "a")]))));
    let count = Value::Open(arena.alloc(Open::Fold(Fold::Count, arena.alloc_slice_copy(&[item(no, "a"), node]))));
    let list = Value::List(arena.alloc_slice_copy(&[first, Value::Text("b"), never]));
    let map = ModuleMap::new(["m.py".to_owned()]);
    let project = Project::new(&map, Vec::new(), &CONSTANTS);
    for (value, expected) in [
        (yes, "Bool(true)"),
        (first, "Node(NodeId(3))"),
        (never, "None"),
        (count, "Int(1)"),
        (list, "List([Node(NodeId(3)), Text(\"b\"), None])"),
        (Value::Int(7), "Int(7)"),
    ] {
        let later = Bump::new();
        assert_eq!(format!("{:?}", decide_value(value, &project, &later)), expected, "{value:?}");
    }
}

/// Deep and shared parts neither overflow the stack nor multiply, in one row or in several.
#[test]
fn a_row_is_as_big_as_what_it_depends_on() {
    let arena = Bump::new();
    let mut value = asked(&arena, YES);
    for _ in 0..100_000 {
        value = Value::Open(arena.alloc(Open::Apply(Op::And, arena.alloc_slice_copy(&[value, value]))));
    }
    let mut freezer = Freezer::default();
    let rows = [(); 3].map(|()| freezer.freeze_row(TableId(0), OF, &[value], &[value]));
    let waiting = freezer.finish();
    assert_eq!(waiting.open.len(), 100_001);
    let answers = [Value::Bool(true)];
    for row in &rows {
        assert_eq!(rows_of(row, &waiting, &answers, &Bump::new()).unwrap(), ["[Bool(true)]"]);
    }
}

#[test]
fn equal_questions_of_a_file_are_stored_once() {
    let arena = Bump::new();
    let mut freezer = Freezer::default();
    for names in [YES, NO, YES, YES] {
        freezer.freeze_row(TableId(0), OF, &[asked(&arena, names)], &[asked(&arena, NO)]);
    }
    let names = |question: &OwnedQuestion| match question {
        OwnedQuestion::Is { names, .. } => *names,
        other => panic!("{other:?} was not asked"),
    };
    assert_eq!(freezer.finish().questions.iter().map(names).collect::<Vec<_>>(), [YES, NO]);
}

#[test]
fn rows_go_from_thread_to_thread() {
    fn is_send<T: Send + Sync>() {}
    is_send::<DeferredRow>();
    is_send::<Project<'_>>();
}

fn member<'t>(arena: &'t Bump, list: Value<'t>) -> &'t Open<'t> {
    arena.alloc(Open::Member(list))
}

fn each<'t>(arena: &'t Bump, fold: Fold, member: &'t Open<'t>, condition: Value<'t>, value: Value<'t>) -> Value<'t> {
    Value::Open(arena.alloc(Open::Each(Each { fold, member, condition, value })))
}

fn apply<'t>(arena: &'t Bump, op: Op, args: &[Value<'t>]) -> Value<'t> {
    Value::Open(arena.alloc(Open::Apply(op, arena.alloc_slice_copy(args))))
}

/// The rows of one that asks `YES` for the first list and `NO` for the second.
fn rows_with_lists<'a>(
    guards: &[Value<'a>],
    cells: &[Value<'a>],
    lists: [&'a [Value<'a>]; 2],
) -> Result<Vec<String>, TooManyRounds> {
    let mut freezer = Freezer::default();
    let row = freezer.freeze_row(TableId(0), OF, guards, cells);
    let waiting = freezer.finish();
    let answers = waiting.questions.iter().map(|question| match question {
        OwnedQuestion::Is { names: YES, .. } => Value::List(lists[0]),
        _ => Value::List(lists[1]),
    });
    rows_of(&row, &waiting, &answers.collect::<Vec<_>>(), &Bump::new())
}

#[test]
fn lists_that_are_answers_are_walked_when_they_are_known() {
    let arena = &Bump::new();
    let (first, second, yes) = (asked(arena, YES), asked(arena, NO), Value::Bool(true));
    let [x, y] = [member(arena, first), member(arena, second)];
    let [of_x, of_y] = [Value::Open(x), Value::Open(y)];
    let is = |value, text| apply(arena, Op::Eq, &[value, Value::Text(text)]);
    let sum = apply(arena, Op::Add, &[of_y, of_x]);
    let sums = each(arena, Fold::List, y, yes, sum);
    // What does not depend on the member around it is decided once, and may itself look at each.
    let has_y = each(arena, Fold::Any, y, is(of_y, "y"), Value::None);
    let is_same = each(arena, Fold::Any, y, apply(arena, Op::Eq, &[of_y, of_x]), Value::None);
    let there = |value| apply(arena, Op::IsPresent, &[value]);
    let known = [Value::Text("a"), Value::Text("b")];
    let others = [Value::Text("y"), Value::Text("b")];
    let cases: [(&[Value<'_>], &[Value<'_>], &[&str]); 8] = [
        (&[each(arena, Fold::Any, x, is(of_x, "b"), Value::None)], &[Value::Int(1)], &["[Int(1)]"]),
        (&[each(arena, Fold::Any, x, is(of_x, "c"), Value::None)], &[Value::Int(1)], &[]),
        (&[], &[each(arena, Fold::Count, x, has_y, Value::None), has_y], &["[Int(2), Bool(true)]"]),
        (&[], &[each(arena, Fold::First, x, is_same, of_x)], &["[Text(\"b\")]"]),
        (
            &[],
            &[each(arena, Fold::List, x, yes, sums)],
            &["[List([List([Text(\"ya\"), Text(\"ba\")]), List([Text(\"yb\"), Text(\"bb\")])])]"],
        ),
        // Outside of an aggregate, a row for each.
        (&[there(of_x)], &[of_x, Value::Int(1)], &["[Text(\"a\"), Int(1)]", "[Text(\"b\"), Int(1)]"]),
        (&[there(of_x), is_same], &[of_x], &["[Text(\"b\")]"]),
        (&[there(of_x), there(of_y), is(of_x, "b")], &[sum], &["[Text(\"yb\")]", "[Text(\"bb\")]"]),
    ];
    for (guards, cells, expected) in cases {
        assert_eq!(rows_with_lists(guards, cells, [&known, &others]).unwrap(), expected, "{guards:?} {cells:?}");
    }
    assert_eq!(rows_with_lists(&[there(of_x)], &[Value::Int(1)], [&[], &others]).unwrap(), [""; 0]);
}

#[test]
fn loops_in_loops_over_long_lists_are_stopped() {
    let arena = &Bump::new();
    let long = vec![Value::Int(1); 1_100];
    let [x, y] = [member(arena, asked(arena, YES)), member(arena, asked(arena, NO))];
    let is_same = apply(arena, Op::Ne, &[Value::Open(x), Value::Open(y)]);
    let inner = each(arena, Fold::Any, y, is_same, Value::None);
    let outer = each(arena, Fold::Any, x, inner, Value::None);
    assert_eq!(rows_with_lists(&[], &[outer], [&long, &long]), Err(TooManyRounds));
    assert_eq!(rows_with_lists(&[], &[outer], [&long, &long[..9]]), Ok(vec!["[Bool(false)]".to_owned()]));
}
