//! What two matchers may declare together, and how a clash reads.

use super::*;
use aud_rules_plan::{Column, ColumnType, View};

/// Declares something and never runs.
struct Declares(Declared);

impl Matcher for Declares {
    fn declared(&self) -> &Declared {
        &self.0
    }

    fn slots(&self) -> Vec<&[Kind]> {
        vec![&[Kind::Call]]
    }

    fn constants(&self) -> Constants {
        Constants::NONE
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, _: Kind) -> bool {
        false
    }

    fn visit(&self, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn run(&self, _: RuleId, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        self.0.rules[rule.index()].name == "on_calls" && kind == Kind::Call
    }
}

fn declares(tables: Vec<Table>, rules: Vec<RuleHead>, views: Vec<View>) -> Declares {
    Declares(Declared { tables, rules, views, ..Declared::default() })
}

/// A table in line 3; each column is `line`, or a text that may be absent when its name ends in `?`.
fn table(name: &str, columns: &[&str], unique: &[usize], file: &str) -> Table {
    let column = |name: &&str| match (*name, name.strip_suffix('?')) {
        ("line", _) => Column::new("line", ColumnType::Int),
        (_, Some(name)) => Column::new(name, ColumnType::Text).optional(),
        (name, None) => Column::new(name, ColumnType::Text),
    };
    let columns = columns.iter().map(column).collect();
    Table { unique: unique.to_vec(), at: RuleLine::new(file, 3), ..Table::new(name, columns) }
}

/// A rule in line 9.
fn rule(name: &str, table: usize, file: &str) -> RuleHead {
    RuleHead { at: RuleLine::new(file, 9), ..RuleHead::new(name, TableId::at(table)) }
}

/// A view in line 12.
fn view(name: &str, file: &str) -> View {
    View { name: name.to_owned(), doc: String::new(), sql: String::new(), at: RuleLine::new(file, 12) }
}

#[test]
fn definitions_stand_one_behind_another_and_equal_tables_are_one() {
    let first = declares(
        vec![table("calls", &["line", "name"], &[0], "a.rules"), table("names", &["line"], &[], "a.rules")],
        vec![rule("one", 1, "a.rules")],
        vec![view("shown", "a.rules")],
    );
    let second = declares(
        vec![table("more", &["line"], &[], "b.rules"), table("calls", &["line", "name"], &[0], "b.rules")],
        vec![rule("on_calls", 1, "b.rules"), rule("three", 0, "b.rules")],
        vec![],
    );
    let both = Combined::new([&first as &dyn Matcher, &second]).unwrap();
    let tables: Vec<&str> = both.tables().iter().map(|table| &*table.name).collect();
    assert_eq!(tables, ["calls", "names", "more"]);
    let rules: Vec<_> = both.rules().iter().map(|rule| (&*rule.name, tables[rule.table().unwrap().index()])).collect();
    assert_eq!(rules, [("one", "names"), ("on_calls", "calls"), ("three", "more")]);
    assert_eq!((both.slots().len(), both.views().len()), (2, 1));
    let on_calls: Vec<bool> = (0..3).map(|rule| both.is_wanted_by(RuleId(rule), Kind::Call)).collect();
    assert_eq!(on_calls, [false, true, false]);
}

#[test]
fn rules_can_be_left_out_for_others_of_their_names() {
    let first = declares(
        vec![table("calls", &["line", "name"], &[], "a.rules"), table("names", &["line"], &[], "a.rules")],
        vec![rule("one", 0, "a.rules"), rule("two", 1, "a.rules"), rule("on_calls", 1, "a.rules")],
        vec![view("shown", "a.rules")],
    );
    let second = declares(
        vec![table("calls", &["line", "label"], &[], "b.rules")],
        vec![rule("one", 0, "b.rules")],
        vec![view("shown", "b.rules")],
    );
    let contribution = Contribution {
        without: BTreeSet::from(["one".to_owned(), "two".to_owned()]),
        has_views: false,
        ..(&first as &dyn Matcher).into()
    };
    let both = Combined::new([contribution, (&second as &dyn Matcher).into()]).unwrap();
    let tables: Vec<_> = both.tables().iter().map(|table| (&*table.name, &*table.at.file)).collect();
    assert_eq!(tables, [("names", "a.rules"), ("calls", "b.rules")]);
    let rules: Vec<_> = both
        .rules()
        .iter()
        .map(|rule| (&*rule.name, &*rule.at.file, tables[rule.table().unwrap().index()].0))
        .collect();
    assert_eq!(rules, [("on_calls", "a.rules", "names"), ("one", "b.rules", "calls")]);
    assert_eq!(both.views().iter().map(|view| &*view.at.file).collect::<Vec<_>>(), ["b.rules"]);
    let on_calls: Vec<bool> = (0..2).map(|rule| both.is_wanted_by(RuleId(rule), Kind::Call)).collect();
    assert_eq!(on_calls, [true, false]);
}

#[test]
fn clashes_show_both_places() {
    let first = declares(
        vec![table("calls", &["line", "name"], &[0], "a.rules")],
        vec![rule("one", 0, "a.rules")],
        vec![view("shown", "a.rules")],
    );
    let of_table = |name, columns: &[&str], unique: &[usize]| {
        declares(vec![table(name, columns, unique, "b.rules")], vec![], vec![])
    };
    let of_view = |name| declares(vec![], vec![], vec![view(name, "b.rules")]);
    let of_rule =
        |name| declares(vec![table("new", &["line"], &[], "b.rules")], vec![rule(name, 0, "b.rules")], vec![]);
    let calls = "table `calls` is declared twice";
    let cases = [
        (
            of_table("calls", &["line", "label"], &[0]),
            format!("{calls}: its column `name` is `label` in the second"),
            "3",
            "3",
        ),
        (
            of_table("calls", &["line", "name?"], &[0]),
            format!("{calls}: its column `name` has another type in the second"),
            "3",
            "3",
        ),
        (of_table("calls", &["line"], &[0]), format!("{calls}: with 2 columns and with 1"), "3", "3"),
        (of_table("calls", &["line", "name"], &[0, 1]), format!("{calls}: its keys differ"), "3", "3"),
        (of_table("shown", &["line"], &[]), "table `shown` is declared twice".to_owned(), "12", "3"),
        (of_view("shown"), "view `shown` is declared twice".to_owned(), "12", "12"),
        (of_view("calls"), "view `calls` is declared twice".to_owned(), "3", "12"),
        (of_rule("one"), "rule `one` is declared twice".to_owned(), "9", "9"),
    ];
    for (second, message, line, other_line) in cases {
        let Err(clash) = Combined::new([&first as &dyn Matcher, &second]) else { panic!("no clash: {message}") };
        let expected = format!("{message}\n  --> a.rules:{line}\n  --> b.rules:{other_line}");
        assert_eq!(clash.to_string(), expected);
    }
}
