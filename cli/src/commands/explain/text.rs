//! From what a rule did to text for its author.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use aud_rules_plan::RuleLine;

use super::operands::Operand;
use super::report::{Candidate, Done, Failed, Outcome, RoundDone};
use super::rule::Explained;
use crate::paint::Paint;
use crate::shown::Asked;
use aud_rules_codegen::diag::printable;

/// Rounds of a loop that are shown in full without `--all`.
const MAX_ROUNDS: usize = 5;

/// Writes the explanation.
pub(super) fn write(output: &mut dyn Write, explained: &Explained, shows_all: bool) -> io::Result<()> {
    let mut page = Page { output, paint: Paint::for_output(), explained, shows_all };
    page.head()?;
    if explained.candidates.is_empty() {
        return page.no_candidate();
    }
    for candidate in &explained.candidates {
        page.candidate(candidate)?;
    }
    page.others()
}

struct Page<'p> {
    output: &'p mut dyn Write,
    paint: Paint,
    explained: &'p Explained,
    shows_all: bool,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        writeln!(self.output, "{}{text}", " ".repeat(depth))
    }

    fn head(&mut self) -> io::Result<()> {
        let (explained, paint) = (self.explained, self.paint);
        let rule = explained.rule;
        let place = paint.faint(&rule.head.at.to_string());
        let fills = explained.table.map_or(String::new(), |table| format!(" -> {table}"));
        self.line(0, &format!("rule {}{fills}  {place}", paint.strong(&rule.head.name)))?;
        let reason = rule.stage_reason.as_ref().map_or(String::new(), |reason| format!(", for {reason}"));
        self.line(0, &format!("decided at the stage {}{reason}", rule.head.stage.name()))?;
        let n_candidates = explained.candidates.len() + explained.others.len();
        let counts = format!("{}, {}", counted(n_candidates, "candidate"), counted(explained.n_rows(), "row"));
        self.line(0, &format!("{}: {counts}", self.place()))
    }

    /// A place in the file of the rule by its line, any other with its file.
    fn in_rule(&self, at: &RuleLine) -> String {
        let is_same = at.file == self.explained.rule.head.at.file;
        if is_same { format!("line {}", at.line) } else { at.to_string() }
    }

    fn file(&self) -> String {
        printable(&self.explained.place.path.display().to_string())
    }

    fn place(&self) -> String {
        let line = self.explained.place.line.map_or(String::new(), |line| format!(":{line}"));
        format!("{}{line}", self.file())
    }

    fn no_candidate(&mut self) -> io::Result<()> {
        let rule = &self.explained.rule;
        let kinds = rule.kinds.join(", ");
        let plural = if rule.kinds.len() == 1 { "" } else { "s" };
        let where_it_looks = if self.explained.place.line.is_some() { "there" } else { "in the file" };
        self.line(
            0,
            &format!("\nThe rule looks at `{}` (syntax kind{plural} {kinds}); none is {where_it_looks}.", rule.class),
        )?;
        match self.explained.classes_there.as_slice() {
            _ if self.explained.place.line.is_none() => Ok(()),
            [] => self.line(0, "No node that has a class begins on that line."),
            classes => self.line(0, &format!("On that line begin: {}.", classes.join(", "))),
        }
    }

    fn candidate(&mut self, candidate: &Candidate) -> io::Result<()> {
        let paint = self.paint;
        let place = paint.strong(&format!("{}:{}:{}", self.file(), candidate.line, candidate.column));
        self.line(0, &format!("\n{place}  {}", candidate.text))?;
        let class = &self.explained.rule.class;
        let is_same = *class == candidate.class;
        let kind = if is_same { String::new() } else { format!("  (it is a {})", candidate.class) };
        self.line(2, &format!("{:<5} match {}: {class}{kind}", "", self.explained.anchor))?;
        self.steps(&candidate.steps, 2)
    }

    fn steps(&mut self, steps: &[Done], depth: usize) -> io::Result<()> {
        steps.iter().try_for_each(|step| self.step(step, depth))
    }

    fn step(&mut self, step: &Done, depth: usize) -> io::Result<()> {
        let paint = self.paint;
        let (word, note) = match &step.outcome {
            Outcome::Holds => (paint.good("yes  "), String::new()),
            Outcome::Fails => (paint.bad("no   "), String::new()),
            Outcome::Open(true) => (paint.good("yes  "), paint.open("  (left open; other files say yes)")),
            Outcome::Open(false) => (paint.bad("no   "), paint.open("  (left open; other files say no)")),
            Outcome::Bound(value) => {
                ("     ".to_owned(), format!("  is {}", with_answer(&value.text, step.asked.as_ref())))
            }
            Outcome::Looped(0) => (paint.bad("no   "), "  no member".to_owned()),
            Outcome::Looped(n) => ("     ".to_owned(), format!("  {}", counted(*n, "member"))),
            Outcome::Row => (paint.good("row  "), String::new()),
            Outcome::NoRow => {
                (paint.bad("no   "), "  no row: a condition above was left open and does not hold".to_owned())
            }
        };
        let place = paint.faint(&format!("  [{}]", self.in_rule(&step.at)));
        self.line(depth, &format!("{word} {}{note}{place}", step.text))?;
        let inner = depth + 8;
        let mut known = BTreeSet::new();
        for operand in &step.operands {
            self.operand(operand, inner, &mut known)?;
        }
        self.questions(step.asked.as_ref(), inner, &mut known)?;
        let width = step.row.iter().map(|(column, _)| column.len()).max().unwrap_or(0);
        for (column, value) in &step.row {
            self.line(inner, &format!("{column:<width$}  {}", value.text))?;
        }
        self.rounds(&step.rounds, depth + 6)
    }

    fn operand<'a>(&mut self, operand: &'a Operand, depth: usize, known: &mut BTreeSet<&'a str>) -> io::Result<()> {
        let members = operand.members.map_or(String::new(), |members| {
            let open = if members.n_open == 0 { String::new() } else { format!(", {} left open", members.n_open) };
            format!("  ({} looked at, {} passed{open})", counted(members.n_seen, "member"), members.n_passed)
        });
        let value = with_answer(&operand.value.text, operand.asked.as_ref());
        self.line(depth, &format!("{} = {value}{members}", operand.text))?;
        self.questions(operand.asked.as_ref(), depth + 2, known)
    }

    /// The questions that are not known yet.
    fn questions<'a>(
        &mut self,
        asked: Option<&'a Asked>,
        depth: usize,
        known: &mut BTreeSet<&'a str>,
    ) -> io::Result<()> {
        for question in asked.iter().flat_map(|asked| &asked.questions) {
            if known.insert(question) {
                self.line(depth, &format!("{} {question}", self.paint.open("asks other files:")))?;
            }
        }
        Ok(())
    }

    fn rounds(&mut self, rounds: &[RoundDone], depth: usize) -> io::Result<()> {
        let mut order: Vec<usize> = (0..rounds.len()).collect();
        if !self.shows_all && rounds.len() > MAX_ROUNDS {
            order.sort_by_key(|&at| std::cmp::Reverse((rounds[at].reach.n_rows, rounds[at].reach.n_passed)));
            order.truncate(MAX_ROUNDS);
            order.sort_unstable();
        }
        for &at in &order {
            let round = &rounds[at];
            self.line(depth, &format!("{} = {}", round.name, with_answer(&round.member.text, round.asked.as_ref())))?;
            self.questions(round.asked.as_ref(), depth + 2, &mut BTreeSet::new())?;
            self.steps(&round.steps, depth)?;
        }
        match rounds.len() - order.len() {
            0 => Ok(()),
            n_more => {
                self.line(depth, &format!("{} came no farther; --all shows them", counted(n_more, "more member")))
            }
        }
    }

    /// The candidates that are not shown, by the condition at which they ended.
    fn others(&mut self) -> io::Result<()> {
        let others = &self.explained.others;
        if others.is_empty() {
            return Ok(());
        }
        let mut ends: BTreeMap<Option<&Failed>, usize> = BTreeMap::new();
        for other in others {
            *ends.entry(other.end()).or_default() += 1;
        }
        self.line(0, &format!("\n{}, which --all shows:", counted(others.len(), "more candidate")))?;
        for (failed, n) in ends {
            let end = match failed {
                Some(Failed { at, text }) => format!("failed at `{text}` ({})", self.in_rule(at)),
                None => "gave rows".to_owned(),
            };
            self.line(2, &format!("{n:>5} {end}"))?;
        }
        Ok(())
    }
}

/// A value, and what it comes to when it was left open.
fn with_answer(value: &str, asked: Option<&Asked>) -> String {
    match asked {
        Some(asked) => format!("{value}; other files say {}", asked.answer.text),
        None => value.to_owned(),
    }
}

fn counted(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}
