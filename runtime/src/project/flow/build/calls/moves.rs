//! What a builtin does with data, as edges.

use crate::segment::graph::{Argument, ArgumentKind, ValueId};

use super::super::super::library::{Move, Moved, Port};
use super::super::super::path::{Handing, Label, LabelId, Transfer};
use super::super::super::skeleton::{End, What};
use super::BodyBuild;

/// A value at a port of a call.
struct AtPort<'b> {
    value: u32,
    /// The name that it is handed over by.
    name: Option<&'b str>,
    /// Its place among the arguments.
    place: usize,
    /// It is a sequence of arguments.
    is_rest: bool,
}

impl<'b> BodyBuild<'_, 'b> {
    /// A call of a builtin, or a method of a container or text.
    pub(super) fn library(&mut self, at: u32, object: Option<u32>, arguments: &'b [Argument], moves: &[Move]) {
        let key = arguments.first().filter(|first| first.kind == ArgumentKind::Positional);
        let key = key.map_or(LabelId::ANY, |first| self.key(first.value.0));
        for step in moves {
            for from in at_port(step.from, object, arguments) {
                let end = match (step.to, object) {
                    (Port::Result, _) => End::Value(at),
                    (_, Some(object)) => End::Object(object),
                    (_, None) => continue,
                };
                if let (Moved::Replaced, Some(name)) = (step.moved, from.name) {
                    let (label, range) = (self.attribute(name), self.out.ranges[at as usize]);
                    self.store(ValueId(at), label, ValueId(from.value), self.out.order[at as usize], Some(range));
                    continue;
                }
                for transfer in self.moved(step.moved, key, &from).into_iter().flatten() {
                    let is_loop = transfer.how == Handing::Elements || transfer.read[0] == Some(LabelId::EACH);
                    let value = if is_loop { self.iterable(from.value, at) } else { from.value };
                    match step.moved {
                        Moved::Made | Moved::Copied | Moved::Pairs => {
                            self.hand(ValueId(value), at, transfer, What::Load);
                            if step.moved == Moved::Copied {
                                self.holder(at, value, Transfer { how: Handing::Deep, ..Transfer::SAME });
                            }
                        }
                        _ => self.moving(at, value, end, transfer),
                    }
                }
            }
        }
    }

    fn moving(&mut self, at: u32, from: u32, end: End, transfer: Transfer) {
        let what = match end {
            End::Object(_) => What::Store,
            _ if transfer.how == Handing::Derived => What::Derive,
            _ => What::Load,
        };
        let range = Some(self.out.ranges[at as usize]);
        let is_alias = transfer.how == Handing::Same;
        let at = self.out.order[at as usize];
        self.edge(from, end, transfer, what, at, range).is_alias = is_alias;
        if !is_alias {
            return;
        }
        match end {
            End::Value(to) | End::Object(to) => self.holder(to, from, transfer.back()),
            _ => {}
        }
    }

    /// The ways of data that a move is.
    fn moved(&mut self, moved: Moved, key: LabelId, from: &AtPort<'_>) -> [Option<Transfer>; 2] {
        let one = |transfer| [Some(transfer), None];
        let read = |label| [Some(label), None];
        // A pair has the key first.
        let parts = [(0, LabelId::KEYS), (1, LabelId::ANY)];
        match moved {
            Moved::So(transfer) => one(transfer),
            Moved::Made | Moved::Copied => one(Transfer::SAME),
            Moved::Placed => match from.is_rest {
                true => one(Transfer::ELEMENTS),
                false => one(Transfer::put(self.index(from.place as i64))),
            },
            Moved::Named => one(match from.name {
                Some(name) => Transfer::put(self.of.names.labels.id(Label::Key(name.into()))),
                None => Transfer { how: Handing::IntoEntries, ..Transfer::SAME },
            }),
            Moved::Fields | Moved::Replaced => one(match from.name {
                Some(name) => Transfer::put(self.attribute(name)),
                None => Transfer { how: Handing::Fields, ..Transfer::SAME },
            }),
            Moved::Sent => one(Transfer::put(self.of.names.labels.id(Label::Sent))),
            Moved::ReadKey => one(Transfer::read(key)),
            Moved::PutKey => one(Transfer::put(key)),
            Moved::Zipped => {
                let label = self.index(from.place as i64);
                one(Transfer { read: read(LabelId::EACH), ..Transfer::put(label).then_put(LabelId::ANY) })
            }
            Moved::Numbered => {
                let label = self.index(1);
                one(Transfer { read: read(LabelId::EACH), ..Transfer::put(label).then_put(LabelId::ANY) })
            }
            Moved::Item => {
                parts.map(|(place, of)| Some(Transfer { read: read(of), ..Transfer::put(self.index(place)) }))
            }
            Moved::Items => parts.map(|(place, of)| {
                let put = Transfer::put(self.index(place)).then_put(LabelId::ANY);
                Some(Transfer { read: read(of), ..put })
            }),
            Moved::Pairs => [(0, LabelId::KEYS), (1, LabelId::ENTRY)].map(|(place, to)| {
                let label = self.index(place);
                Some(Transfer { read: [Some(LabelId::EACH), Some(label)], ..Transfer::put(to) })
            }),
        }
    }
}

/// The values at a port.
fn at_port<'b>(port: Port, object: Option<u32>, arguments: &'b [Argument]) -> Vec<AtPort<'b>> {
    let at = |place: usize, argument: &'b Argument| match &argument.kind {
        ArgumentKind::Keyword(name) => AtPort { value: argument.value.0, name: Some(name), place, is_rest: false },
        kind => AtPort { value: argument.value.0, name: None, place, is_rest: *kind == ArgumentKind::Rest },
    };
    let all = arguments.iter().enumerate().map(|(place, argument)| (at(place, argument), &argument.kind));
    let is_positional = |kind: &ArgumentKind| matches!(kind, ArgumentKind::Positional | ArgumentKind::Rest);
    let positional = all.clone().filter(|(_, kind)| is_positional(kind)).map(|(at, _)| at);
    match port {
        Port::Receiver | Port::Result => {
            object.into_iter().map(|value| AtPort { value, name: None, place: 0, is_rest: false }).collect()
        }
        Port::Argument(at) => positional.skip(usize::from(at)).take(1).collect(),
        Port::From(at) => positional.skip(usize::from(at)).collect(),
        Port::Named => all.filter(|(_, kind)| !is_positional(kind)).map(|(at, _)| at).collect(),
        Port::Every => all.map(|(at, _)| at).collect(),
    }
}
