//! From a document of texts and possible line breaks to lines: a group stands on one line when it fits, else all of its
//! own breaks are taken.

/// Columns of a line.
const WIDTH: usize = 120;

/// Columns of a level.
pub(super) const INDENT: usize = 4;

/// A part of the output.
pub(super) enum Doc {
    /// Text on one line.
    Text(String),
    /// Text that is written as it is, with the line breaks in it.
    Block(String),
    /// A comment that ends the line on which it comes; a break follows it.
    Remark(String),
    /// A space, or a line break when the group is broken.
    Line,
    /// Nothing, or a line break when the group is broken.
    Soft,
    /// A line break that breaks every group around it.
    Hard,
    /// The same, with an empty line.
    Empty,
    /// Text for a group that is broken.
    IfBroken(&'static str),
    /// Parts one after the other.
    Parts(Vec<Doc>),
    /// Lines that begin in here are indented by one level more.
    Nest(Box<Doc>),
    /// Stands on one line when it fits. `true`: it has a [`Doc::Hard`] and never does.
    Group(Box<Doc>, bool),
}

/// Text.
pub(super) fn text(text: impl Into<String>) -> Doc {
    Doc::Text(text.into())
}

/// Parts with one level more.
pub(super) fn nest(parts: Vec<Doc>) -> Doc {
    Doc::Nest(Box::new(Doc::Parts(parts)))
}

/// Parts that stand on one line when they fit.
pub(super) fn group(parts: Vec<Doc>) -> Doc {
    let doc = Doc::Parts(parts);
    let is_broken = doc.has_hard();
    Doc::Group(Box::new(doc), is_broken)
}

impl Doc {
    fn has_hard(&self) -> bool {
        match self {
            Doc::Hard | Doc::Empty | Doc::Remark(_) => true,
            Doc::Block(text) => text.contains('\n'),
            Doc::Parts(parts) => parts.iter().any(Doc::has_hard),
            Doc::Nest(inner) => inner.has_hard(),
            Doc::Group(_, is_broken) => *is_broken,
            Doc::Text(_) | Doc::Line | Doc::Soft | Doc::IfBroken(_) => false,
        }
    }
}

/// The document as text; every line ends with a newline and none with a space.
pub(super) fn render(doc: &Doc) -> String {
    let mut printer = Printer { out: String::new(), column: 0, remark: None };
    let mut todo = vec![Todo { indent: 0, is_flat: false, doc }];
    while let Some(next) = todo.pop() {
        printer.step(next, &mut todo);
    }
    printer.new_line(0);
    printer.out
}

/// A part that is still to be written.
#[derive(Clone, Copy)]
struct Todo<'d> {
    indent: usize,
    is_flat: bool,
    doc: &'d Doc,
}

impl<'d> Todo<'d> {
    /// Puts what the part consists of on the stack; none when it is no compound.
    fn open(self, todo: &mut Vec<Todo<'d>>) {
        match self.doc {
            Doc::Parts(parts) => todo.extend(parts.iter().rev().map(|doc| Todo { doc, ..self })),
            Doc::Nest(inner) => todo.push(Todo { indent: self.indent + INDENT, doc: inner, ..self }),
            Doc::Group(inner, is_broken) => {
                todo.push(Todo { is_flat: self.is_flat && !is_broken, doc: inner, ..self });
            }
            _ => {}
        }
    }
}

struct Printer {
    out: String,
    column: usize,
    remark: Option<String>,
}

impl Printer {
    fn step<'d>(&mut self, next: Todo<'d>, todo: &mut Vec<Todo<'d>>) {
        match next.doc {
            Doc::Text(text) => self.write(text),
            Doc::Block(text) => self.write(text),
            Doc::Remark(text) => self.remark = Some(text.clone()),
            Doc::Line if next.is_flat => self.write(" "),
            Doc::Soft if next.is_flat => {}
            Doc::Line | Doc::Soft | Doc::Hard => self.new_line(next.indent),
            Doc::Empty => {
                self.new_line(0);
                self.new_line(next.indent);
            }
            Doc::IfBroken(text) if !next.is_flat => self.write(text),
            Doc::IfBroken(_) => {}
            Doc::Group(inner, false) => {
                let flat = Todo { is_flat: true, doc: inner, ..next };
                let is_flat = self.fits(flat, todo);
                todo.push(Todo { is_flat, ..flat });
            }
            Doc::Parts(_) | Doc::Nest(_) | Doc::Group(..) => next.open(todo),
        }
    }

    fn write(&mut self, text: &str) {
        self.out.push_str(text);
        match text.rsplit_once('\n') {
            Some((_, last)) => self.column = last.chars().count(),
            None => self.column += text.chars().count(),
        }
    }

    fn new_line(&mut self, indent: usize) {
        let n_kept = self.out.trim_end_matches(' ').len();
        self.out.truncate(n_kept);
        if let Some(remark) = self.remark.take() {
            self.out.push(' ');
            self.out.push_str(&remark);
        }
        self.out.push('\n');
        self.out.push_str(&" ".repeat(indent));
        self.column = indent;
    }

    /// The part, and what follows it up to the next possible break, ends within the line.
    fn fits<'d>(&self, part: Todo<'d>, rest: &[Todo<'d>]) -> bool {
        let mut left = WIDTH.saturating_sub(self.column);
        let mut todo = vec![part];
        let mut rest = rest.iter().rev();
        loop {
            let Some(next) = todo.pop().or_else(|| rest.next().copied()) else { return true };
            let width = match next.doc {
                Doc::Line | Doc::Soft if !next.is_flat => return true,
                Doc::Hard | Doc::Empty => return true,
                Doc::Block(text) if text.contains('\n') => return true,
                Doc::Text(text) | Doc::Block(text) => text.chars().count(),
                Doc::Line => 1,
                Doc::IfBroken(text) if !next.is_flat => text.len(),
                Doc::Soft | Doc::Remark(_) | Doc::IfBroken(_) => 0,
                Doc::Parts(_) | Doc::Nest(_) | Doc::Group(..) => {
                    next.open(&mut todo);
                    0
                }
            };
            match left.checked_sub(width) {
                Some(rest) => left = rest,
                None => return false,
            }
        }
    }
}
