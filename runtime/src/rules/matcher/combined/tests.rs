//! What two matchers may declare together, and how a clash reads.

use super::*;
use crate::output::schema::{ColumnDef, ColumnType};

const LINE: ColumnDef = ColumnDef { name: "line", ty: ColumnType::Int, is_optional: false, doc: "" };
const NAME: ColumnDef = ColumnDef { name: "name", ty: ColumnType::Text, is_optional: false, doc: "" };
const LABEL: ColumnDef = ColumnDef { name: "label", ..NAME };
const MAYBE: ColumnDef = ColumnDef { is_optional: true, ..NAME };

/// Declares something and never runs.
#[derive(Default)]
struct Declares {
    tables: Vec<TableDef>,
    rules: Vec<RuleDef>,
    views: Vec<ViewDef>,
}

impl Matcher for Declares {
    fn tables(&self) -> &'static [TableDef] {
        self.tables.clone().leak()
    }

    fn rules(&self) -> &'static [RuleDef] {
        self.rules.clone().leak()
    }

    fn views(&self) -> &'static [ViewDef] {
        self.views.clone().leak()
    }

    fn slots(&self) -> &'static [&'static [Kind]] {
        &[&[Kind::Call]]
    }

    fn is_wanted(&self, _: Kind) -> bool {
        false
    }

    fn visit(&self, _: &Cx<'_>, _: NodeId) {}

    fn run(&self, _: usize, _: &Cx<'_>, _: NodeId) {}

    fn is_wanted_by(&self, rule: usize, kind: Kind) -> bool {
        self.rules[rule].name == "on_calls" && kind == Kind::Call
    }
}

fn table(name: &'static str, columns: &'static [ColumnDef], unique: &'static [usize], file: &'static str) -> TableDef {
    TableDef { name, doc: "", columns, unique, ddl: "", index_ddl: "", file, line: 3 }
}

fn rule(name: &'static str, table: usize, file: &'static str) -> RuleDef {
    RuleDef { name, table, doc: "", tags: &[], stage: "walk", file, line: 9, examples: &[] }
}

fn view(name: &'static str, file: &'static str) -> ViewDef {
    ViewDef { name, doc: "", ddl: "", file, line: 12 }
}

#[test]
fn definitions_stand_one_behind_another_and_equal_tables_are_one() {
    let first = Declares {
        tables: vec![table("calls", &[LINE, NAME], &[0], "a.rules"), table("names", &[LINE], &[], "a.rules")],
        rules: vec![rule("one", 1, "a.rules")],
        views: vec![view("shown", "a.rules")],
    };
    let second = Declares {
        tables: vec![table("more", &[LINE], &[], "b.rules"), table("calls", &[LINE, NAME], &[0], "b.rules")],
        rules: vec![rule("on_calls", 1, "b.rules"), rule("three", 0, "b.rules")],
        views: vec![],
    };
    let both = Combined::new([&first as &dyn Matcher, &second]).unwrap();
    let tables: Vec<&str> = both.tables().iter().map(|table| table.name).collect();
    assert_eq!(tables, ["calls", "names", "more"]);
    let rules: Vec<_> = both.rules().iter().map(|rule| (rule.name, tables[rule.table])).collect();
    assert_eq!(rules, [("one", "names"), ("on_calls", "calls"), ("three", "more")]);
    assert_eq!((both.slots().len(), both.views().len()), (2, 1));
    let on_calls: Vec<bool> = (0..3).map(|rule| both.is_wanted_by(rule, Kind::Call)).collect();
    assert_eq!(on_calls, [false, true, false]);
}

#[test]
fn rules_can_be_left_out_for_others_of_their_names() {
    let first = Declares {
        tables: vec![table("calls", &[LINE, NAME], &[], "a.rules"), table("names", &[LINE], &[], "a.rules")],
        rules: vec![rule("one", 0, "a.rules"), rule("two", 1, "a.rules"), rule("on_calls", 1, "a.rules")],
        views: vec![view("shown", "a.rules")],
    };
    let second = Declares {
        tables: vec![table("calls", &[LINE, LABEL], &[], "b.rules")],
        rules: vec![rule("one", 0, "b.rules")],
        views: vec![view("shown", "b.rules")],
    };
    let contribution = Contribution {
        without: BTreeSet::from(["one".to_owned(), "two".to_owned()]),
        has_views: false,
        ..(&first as &dyn Matcher).into()
    };
    let both = Combined::new([contribution, (&second as &dyn Matcher).into()]).unwrap();
    let tables: Vec<_> = both.tables().iter().map(|table| (table.name, table.file)).collect();
    assert_eq!(tables, [("names", "a.rules"), ("calls", "b.rules")]);
    let rules: Vec<_> = both.rules().iter().map(|rule| (rule.name, rule.file, tables[rule.table].0)).collect();
    assert_eq!(rules, [("on_calls", "a.rules", "names"), ("one", "b.rules", "calls")]);
    assert_eq!(both.views().iter().map(|view| view.file).collect::<Vec<_>>(), ["b.rules"]);
    let on_calls: Vec<bool> = (0..2).map(|rule| both.is_wanted_by(rule, Kind::Call)).collect();
    assert_eq!(on_calls, [true, false]);
}

#[test]
fn clashes_show_both_places() {
    let first = Declares {
        tables: vec![table("calls", &[LINE, NAME], &[0], "a.rules")],
        rules: vec![rule("one", 0, "a.rules")],
        views: vec![view("shown", "a.rules")],
    };
    let of_table =
        |columns, unique| Declares { tables: vec![table("calls", columns, unique, "b.rules")], ..Declares::default() };
    let of_view = |name| Declares { views: vec![view(name, "b.rules")], ..Declares::default() };
    let calls = "table `calls` is declared twice";
    let cases = [
        (of_table(&[LINE, LABEL], &[0]), format!("{calls}: its column `name` is `label` in the second"), "3", "3"),
        (
            of_table(&[LINE, MAYBE], &[0]),
            format!("{calls}: its column `name` has another type in the second"),
            "3",
            "3",
        ),
        (of_table(&[LINE], &[0]), format!("{calls}: with 2 columns and with 1"), "3", "3"),
        (of_table(&[LINE, NAME], &[0, 1]), format!("{calls}: its keys differ"), "3", "3"),
        (
            Declares { tables: vec![table("shown", &[LINE], &[], "b.rules")], ..Declares::default() },
            "table `shown` is declared twice".to_owned(),
            "12",
            "3",
        ),
        (of_view("shown"), "view `shown` is declared twice".to_owned(), "12", "12"),
        (of_view("calls"), "view `calls` is declared twice".to_owned(), "3", "12"),
        (
            Declares {
                tables: vec![table("new", &[LINE], &[], "b.rules")],
                rules: vec![rule("one", 0, "b.rules")],
                views: vec![],
            },
            "rule `one` is declared twice".to_owned(),
            "9",
            "9",
        ),
    ];
    for (second, message, line, other_line) in cases {
        let Err(clash) = Combined::new([&first as &dyn Matcher, &second]) else { panic!("no clash: {message}") };
        let expected = format!("{message}\n  --> a.rules:{line}\n  --> b.rules:{other_line}");
        assert_eq!(clash.to_string(), expected);
    }
}
