//! Methods of lists, dictionaries and configurations that are followed: what they change, and what they give.

use crate::dataflow::body::BodyRun;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Key, MAX_HELD, Shape, place};
use crate::resolve::fold::Constant;
use crate::segment::graph::{Argument, ArgumentKind, Op, ValueId};

/// What a method of a container came to.
pub(super) enum Called<'t> {
    /// It gives that value, and changes nothing that others can see: there is no need of a call.
    Value(ValueId),
    /// It gives nothing of interest; what it changes is done.
    Done,
    /// It gives a new object that holds this.
    New(Shape, Contents<'t>),
    /// It gives `None`, and changes nothing that others can see.
    Nothing,
    /// Nothing is known of it.
    Unknown,
}

impl<'t> BodyRun<'_, '_, 't> {
    /// Calls a method of a container.
    pub(super) fn call_container(&mut self, object: ValueId, name: &str, arguments: &[Argument]) -> Called<'t> {
        let Some(at) = self.object(object) else { return Called::Unknown };
        let positional: Option<Vec<ValueId>> = arguments
            .iter()
            .map(|argument| (argument.kind == ArgumentKind::Positional).then_some(argument.value))
            .collect();
        match (self.shape_of(at), positional) {
            (Shape::List, Some(values)) => self.call_list(at, name, &values),
            (Shape::Dict, Some(values)) => self.call_dictionary(at, name, &values),
            (Shape::Dict, None) if name == "update" => self.update(at, arguments),
            (Shape::Set, Some(_)) if matches!(name, "add" | "discard" | "remove" | "update" | "clear" | "pop") => {
                self.state.contents_mut(at).forget_held();
                Called::Done
            }
            (Shape::Set | Shape::Tuple, Some(_)) => Called::Done,
            (Shape::Config, _) => self.call_config(at, name, arguments),
            _ => Called::Unknown,
        }
    }

    /// It certainly has no elements.
    pub(super) fn is_empty(&self, value: ValueId) -> bool {
        if let Some(constant) = self.constant_of(value) {
            return constant == Constant::Text("");
        }
        if let Op::Call { callee, arguments } = self.op(value)
            && self.is_named(*callee, "builtins.range")
            && let [only] = &**arguments
        {
            return matches!(self.constant_of(only.value), Some(Constant::Int(..=0)));
        }
        self.contents(value).and_then(|contents| contents.elements.as_ref()).is_some_and(Vec::is_empty)
    }

    fn call_list(&mut self, at: u32, name: &str, values: &[ValueId]) -> Called<'t> {
        let index = values.first().and_then(|&value| self.constant_of(value));
        let spread = values.first().and_then(|&value| self.contents(value)).and_then(|held| held.elements.clone());
        let removed = self.place_of_equal(at, values.first().copied());
        let known = self.state.contents(at).and_then(|contents| contents.elements.clone());
        let Some(mut elements) = known else {
            return match name {
                "clear" => {
                    self.set_contents(at, Contents::sequence(Vec::new()));
                    Called::Done
                }
                "append" | "insert" | "extend" | "remove" | "pop" | "reverse" | "sort" | "index" | "count" => {
                    Called::Done
                }
                _ => Called::Unknown,
            };
        };
        let mut given = None;
        let is_certain = match (name, values) {
            ("append", [value]) => {
                elements.push(*value);
                true
            }
            ("insert", [_, value]) => match index {
                Some(Constant::Int(index)) => {
                    let n = elements.len() as i64;
                    let place = if index < 0 { (index + n).max(0) } else { index.min(n) };
                    elements.insert(place as usize, *value);
                    true
                }
                _ => false,
            },
            ("pop", []) => {
                given = elements.pop();
                given.is_some()
            }
            ("pop", [_]) => match index {
                Some(Constant::Int(index)) => match place(Some(&elements), index) {
                    Some(place) => {
                        given = Some(elements.remove(place));
                        true
                    }
                    None => false,
                },
                _ => false,
            },
            ("remove", [_]) => match removed {
                Some(place) => {
                    elements.remove(place);
                    true
                }
                None => false,
            },
            ("extend", [_]) => match spread {
                Some(more) => {
                    elements.extend(more);
                    true
                }
                None => false,
            },
            ("clear", []) => {
                elements.clear();
                true
            }
            ("reverse", []) => {
                elements.reverse();
                true
            }
            ("index" | "count", _) => return Called::Done,
            ("copy", []) => return Called::New(Shape::List, Contents::sequence(elements)),
            ("sort", _) => elements.len() < 2,
            _ => return Called::Unknown,
        };
        let contents = self.state.contents_mut(at);
        contents.elements = (is_certain && elements.len() <= MAX_HELD).then_some(elements);
        given.map_or(Called::Done, Called::Value)
    }

    /// The first element that is certainly the one that `remove` takes away.
    fn place_of_equal(&self, at: u32, wanted: Option<ValueId>) -> Option<usize> {
        let wanted = self.constant_of(wanted?)?;
        let elements = self.state.contents(at)?.elements.as_ref()?;
        for (place, &element) in elements.iter().enumerate() {
            if folding::compare(self.constant_of(element)?, "==", wanted)? {
                return Some(place);
            }
        }
        None
    }

    fn call_dictionary(&mut self, at: u32, name: &str, values: &[ValueId]) -> Called<'t> {
        let key = values.first().and_then(|&value| self.constant_of(value)).and_then(Key::of);
        let known = self.state.contents(at);
        let is_complete = known.is_some_and(|contents| contents.is_complete);
        let held = key.and_then(|key| known?.entry(key));
        match (name, values) {
            ("get" | "pop", [_, ..]) => {
                if name == "pop"
                    && let Some(key) = key
                {
                    self.state.contents_mut(at).entries.retain(|(known, _)| *known != key);
                } else if name == "pop" {
                    self.state.forget(at);
                }
                match (held, values.get(1)) {
                    (Some(held), _) => Called::Value(held),
                    (None, Some(&default)) if is_complete && key.is_some() => Called::Value(default),
                    (None, None) if is_complete && key.is_some() => Called::Nothing,
                    _ => Called::Done,
                }
            }
            ("setdefault", [_, value]) => match (key, held) {
                (_, Some(held)) => Called::Value(held),
                (Some(key), None) if is_complete => {
                    self.state.contents_mut(at).set_entry(key, *value);
                    Called::Done
                }
                (Some(_), None) => Called::Done,
                (None, None) => {
                    self.state.contents_mut(at).is_complete = false;
                    Called::Done
                }
            },
            ("update", [other]) => {
                match self.contents(*other).filter(|contents| contents.is_complete).map(|c| c.entries.clone()) {
                    Some(entries) => {
                        let contents = self.state.contents_mut(at);
                        entries.into_iter().for_each(|(key, value)| contents.set_entry(key, value));
                    }
                    None => self.state.contents_mut(at).forget_held(),
                }
                Called::Done
            }
            ("clear", []) => {
                self.set_contents(at, Contents { is_complete: true, ..Contents::default() });
                Called::Done
            }
            ("popitem", []) => {
                self.state.forget(at);
                Called::Done
            }
            ("copy", []) => match self.state.contents(at).cloned() {
                Some(contents) => Called::New(Shape::Dict, contents),
                None => Called::Done,
            },
            ("values", []) if is_complete => {
                let entries = self.state.contents(at).map(|contents| contents.entries.clone()).unwrap_or_default();
                let values = entries.into_iter().map(|(_, value)| value).collect();
                Called::New(Shape::Tuple, Contents::sequence(values))
            }
            ("keys" | "values" | "items", []) => Called::Done,
            _ => Called::Unknown,
        }
    }

    /// `d.update(...)` with keywords.
    fn update(&mut self, at: u32, arguments: &[Argument]) -> Called<'t> {
        for argument in arguments {
            match &argument.kind {
                ArgumentKind::Keyword(name) => {
                    let name = self.names.alloc_text(name);
                    self.state.contents_mut(at).set_entry(Key::Text(name), argument.value);
                }
                _ => {
                    self.call_dictionary(at, "update", &[argument.value]);
                }
            }
        }
        Called::Done
    }

    /// A configuration holds values under a section and an option. What is read from files is none of them.
    fn call_config(&mut self, at: u32, name: &str, arguments: &[Argument]) -> Called<'t> {
        let text = |place: usize| match arguments.get(place).map(|argument| self.constant_of(argument.value)) {
            Some(Some(Constant::Text(text))) => Some(text),
            _ => None,
        };
        let key = text(0).zip(text(1)).map(|(section, option)| Key::Option(section, option));
        match (name, key, arguments) {
            ("set", Some(key), [_, _, value]) => {
                self.state.contents_mut(at).set_entry(key, value.value);
                Called::Done
            }
            ("get", Some(key), _) => match self.state.contents(at).and_then(|contents| contents.entry(key)) {
                Some(held) => Called::Value(held),
                None => Called::Done,
            },
            ("add_section" | "has_section" | "has_option" | "sections" | "options" | "write" | "get", ..) => {
                Called::Done
            }
            _ => Called::Unknown,
        }
    }
}
