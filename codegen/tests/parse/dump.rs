//! From a spanned tree to compact text that shows its structure: every sub-expression in parentheses.

use aud_rules_codegen::ast::*;

/// All items, one or more lines each.
pub(crate) fn file(file: &File) -> String {
    file.items.iter().map(item).collect()
}

fn item(item: &Item) -> String {
    match item {
        Item::Set(set) => {
            format!("{}{}set {} = {}\n", doc(&set.doc), private(set.is_private), set.name.node, members(&set.members))
        }
        Item::Table(table) => self::table(table),
        Item::Predicate(p) => {
            let params: Vec<String> =
                p.params.iter().map(|(n, ty, o)| format!("{}: {}", n.node, opt(ty, *o))).collect();
            let word = if p.is_value { "define" } else { "predicate" };
            format!(
                "{}{}{word} {}({}) {}\n",
                doc(&p.doc),
                private(p.is_private),
                p.name.node,
                params.join(", "),
                expr(&p.body)
            )
        }
        Item::View(view) => format!("{}view {} {:?}\n", doc(&view.doc), view.name.node, view.sql.node),
        Item::Rule(rule) => self::rule(rule),
        Item::Kind(kind) => format!("{}{}kind {}\n", doc(&kind.doc), private(kind.is_private), kind.name.node),
        Item::Problem(problem) => self::problem(problem),
    }
}

fn private(is_private: bool) -> &'static str {
    if is_private { "private " } else { "" }
}

fn doc(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("[{}] ", text.replace('\n', " | ")) }
}

fn opt(ty: &Name, is_optional: bool) -> String {
    format!("{}{}", ty.node, if is_optional { "?" } else { "" })
}

fn table(table: &Table) -> String {
    let mut out = format!("{}table {}\n", doc(&table.doc), table.name.node);
    for column in &table.columns {
        out += &format!("  {}{}: {}\n", doc(&column.doc), column.name.node, opt(&column.ty, column.is_optional));
    }
    if let Some(unique) = &table.unique {
        let names: Vec<&str> = unique.node.iter().map(|name| name.node.as_str()).collect();
        out += &format!("  unique {}\n", names.join(" "));
    }
    out
}

fn rule(rule: &Rule) -> String {
    let fills = rule.table.as_ref().map_or(String::new(), |table| format!(" -> {}", table.node));
    let mut out = format!("{}rule {}{fills}\n", doc(&rule.doc), rule.name.node);
    out += &tags(&rule.tags);
    out += &doing(rule.anchor.as_ref(), &rule.body);
    out + &examples(&rule.examples, "emits")
}

fn problem(problem: &Problem) -> String {
    let mut out = format!("{}problem {}\n", doc(&problem.doc), problem.name.node);
    out += &tags(&problem.tags);
    if let Some(severity) = &problem.severity {
        out += &format!("  severity {}\n", severity.node.word());
    }
    if let Some(flow) = &problem.flow {
        out += &format!("  flow {} to {}\n", names(&flow.from), names(&flow.to));
    }
    out += &doing(problem.anchor.as_ref(), &problem.body);
    for (word, text) in [("from", &problem.query), ("message", &problem.message), ("help", &problem.help)] {
        out += &text.as_ref().map_or(String::new(), |text| format!("  {word} {:?}\n", text.node));
    }
    out + &examples(&problem.examples, "reports")
}

fn tags(tags: &[Spanned<String>]) -> String {
    tags.iter().map(|tag| format!("  tag {:?}\n", tag.node)).collect()
}

fn names(names: &[Name]) -> String {
    names.iter().map(|name| name.node.as_str()).collect::<Vec<_>>().join(" ")
}

fn doing(anchor: Option<&Anchor>, body: &[Statement]) -> String {
    let mut out = anchor.map_or(String::new(), |a| format!("  match {}: {}\n", a.var.node, class(&a.class)));
    for statement in body {
        out += &match statement {
            Statement::Let(var, value) => format!("  let {} = {}\n", var.node, expr(value)),
            Statement::Where(condition) => format!("  where {}\n", expr(condition)),
            Statement::For(var, source) => format!("  for {}{}\n", var.node, self::source(source)),
            Statement::Emit(emit) => {
                let cells: Vec<String> = emit.columns.iter().map(|(n, e)| format!("{}: {}", n.node, expr(e))).collect();
                format!("  emit {}\n", cells.join(", "))
            }
            Statement::Flow(flow) => format!("  {}\n", self::flow(&flow.says)),
            Statement::Report(report) => format!("  report {}\n", expr(&report.at)),
        };
    }
    out
}

fn flow(says: &FlowSays) -> String {
    match says {
        FlowSays::Source { kinds, at } => format!("source {} at {}", names(kinds), expr(at)),
        FlowSays::Sink { kinds, at } => format!("sink {} at {}", names(kinds), expr(at)),
        FlowSays::Clean { kinds, at, when } => {
            let when = when.as_ref().map_or(String::new(), |when| format!(" when {}", when.node));
            format!("clean {} at {}{when}", names(kinds), expr(at))
        }
        FlowSays::Step { from, to } => format!("step {} to {}", expr(from), expr(to)),
        FlowSays::Call { callee, arguments, result } => {
            let arguments =
                arguments.iter().map(|CallArgument { key, value }| format!("{:?} {}", key.node, expr(value)));
            let arguments = arguments.collect::<Vec<_>>().join(", ");
            let result = result.as_ref().map_or(String::new(), |result| format!(" to {}", expr(result)));
            format!("call {} with ({arguments}){result}", expr(callee))
        }
    }
}

fn examples(examples: &[Example], word: &str) -> String {
    let example = |example: &Example| {
        let rows: Vec<String> = example.rows.iter().map(|row| self::row(&row.node)).collect();
        format!("  example {:?} {word} [{}]\n", example.source.node, rows.join(", "))
    };
    examples.iter().map(example).collect()
}

fn row(row: &[(Name, Spanned<ExampleValue>)]) -> String {
    let cells = row.iter().map(|(name, value)| match &value.node {
        ExampleValue::Literal(value) => format!("{}: {}", name.node, literal(value)),
        ExampleValue::Json(json) => format!("{}: json {json}", name.node),
    });
    format!("{{{}}}", cells.collect::<Vec<_>>().join(", "))
}

fn class(class: &Class) -> String {
    match class {
        Class::Named(name) => name.node.clone(),
        Class::Kind(kind) => format!("node({})", kind.node),
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => format!("{text:?}"),
        Literal::Int(int) => int.to_string(),
        Literal::Real(real) => format!("{real:?}"),
        Literal::Bool(bool) => bool.to_string(),
        Literal::None => "none".to_string(),
    }
}

fn members(members: &[SetMember]) -> String {
    let members = members.iter().map(|member| match member {
        SetMember::Literal(value) => literal(&value.node),
        SetMember::Set(name) => name.node.clone(),
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
}

fn source(source: &Iterable) -> String {
    match source {
        Iterable::List(list) => format!(" in {}", expr(list)),
        Iterable::Region { class, is_within, region } => {
            format!(": {} {} {}", self::class(class), if *is_within { "within" } else { "in" }, expr(region))
        }
    }
}

fn exprs(list: &[Expr]) -> String {
    list.iter().map(expr).collect::<Vec<_>>().join(", ")
}

fn objects(entries: &[(Name, Expr)]) -> String {
    entries.iter().map(|(name, value)| format!("{}: {}", name.node, expr(value))).collect::<Vec<_>>().join(", ")
}

/// An expression.
pub(crate) fn expr(e: &Expr) -> String {
    match &e.kind {
        ExprKind::Literal(value) => literal(value),
        ExprKind::Name(name) => name.clone(),
        ExprKind::Property { of, name, args: None } => format!("{}.{}", expr(of), name.node),
        ExprKind::Property { of, name, args: Some(args) } => format!("{}.{}({})", expr(of), name.node, exprs(args)),
        ExprKind::Call { name, args } => format!("{}({})", name.node, exprs(args)),
        ExprKind::Binary { op, left, right } => format!("({} {op:?} {})", expr(left), expr(right)),
        ExprKind::Not(of) => format!("(Not {})", expr(of)),
        ExprKind::Test { of, test, is_negated } => {
            format!("({}{} {})", if *is_negated { "NOT " } else { "" }, expr(of), self::test(test))
        }
        ExprKind::Case { subject, arms, otherwise } => {
            let subject = subject.as_ref().map(|subject| expr(subject) + " ").unwrap_or_default();
            let mut arms: Vec<String> = arms.iter().map(arm).collect();
            arms.extend(otherwise.as_ref().map(|value| format!("else => {}", expr(value))));
            format!("(case {subject}{{{}}})", arms.join(", "))
        }
        ExprKind::Aggregate(aggregate) => self::aggregate(aggregate),
        ExprKind::Json(of) => format!("(json {})", expr(of)),
        ExprKind::List(list) => format!("[{}]", exprs(list)),
        ExprKind::Object(entries) => format!("{{{}}}", objects(entries)),
        ExprKind::ListFor { var, source, condition, value } => {
            let condition = condition.as_ref().map(|c| format!(" where {}", expr(c))).unwrap_or_default();
            format!("[for {}{}{condition}: {}]", var.node, self::source(source), expr(value))
        }
    }
}

fn arm(arm: &Arm) -> String {
    let pattern = match &arm.pattern {
        ArmPattern::Literals(list) => list.iter().map(|value| literal(&value.node)).collect::<Vec<_>>().join("|"),
        ArmPattern::Test(test, _) => self::test(test),
        ArmPattern::Condition(condition) => expr(condition),
    };
    format!("{pattern} => {}", expr(&arm.value))
}

fn aggregate(a: &Aggregate) -> String {
    let mut out = format!("({:?}", a.kind);
    if let Some(value) = &a.value {
        out += &format!(" {} for", expr(value));
    }
    if let Some(var) = &a.var {
        out += &format!(" {}", var.node);
    }
    out += &source(&a.source);
    if let Some(condition) = &a.condition {
        out += &format!(" where {}", expr(condition));
    }
    if let Some(key) = &a.key {
        out += &format!(" by {}", expr(key));
    }
    out + ")"
}

fn test(test: &Test) -> String {
    let (word, operand) = match test {
        Test::Is(names) => ("is", set_ref(names)),
        Test::IsExactly(names) => ("is exactly", set_ref(names)),
        Test::InstanceOf(names) => ("instance of", set_ref(names)),
        Test::Inherits(names) => ("inherits", set_ref(names)),
        Test::DecoratedBy(names) => ("decorated by", set_ref(names)),
        Test::RefersTo(other) => ("refers to", expr(other)),
        Test::Present => ("is", "present".to_string()),
        Test::Absent => ("is", "absent".to_string()),
        Test::IsA(class) => ("is a", self::class(class)),
        Test::In(set) => ("in", set_ref(set)),
        Test::Like(pattern) => ("like", format!("/{}/", pattern.node)),
        Test::StartsWith(text) => ("starts with", expr(text)),
        Test::EndsWith(text) => ("ends with", expr(text)),
        Test::Contains(text) => ("contains", expr(text)),
    };
    format!("{word} {operand}")
}

fn set_ref(set: &SetRef) -> String {
    match set {
        SetRef::Inline(list) => members(&list.node),
        SetRef::Expr(of) => expr(of),
    }
}
