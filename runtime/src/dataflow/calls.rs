//! Calls to values: arguments, what is known of builtins and of methods, and what an unknown callee may change.

use crate::dataflow::body::BodyRun;
use crate::dataflow::containers::Called;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Key, Shape};
use crate::resolve::fold::Constant;
use crate::segment::graph::{Act, Argument, ArgumentKind, BodyId, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Builtins that change nothing that they are given. Sorted.
const READING: [&str; 46] = [
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "complex",
    "dict",
    "divmod",
    "enumerate",
    "float",
    "format",
    "frozenset",
    "getattr",
    "hasattr",
    "hash",
    "hex",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "max",
    "min",
    "oct",
    "ord",
    "pow",
    "print",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "sorted",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "zip",
];

impl<'t> BodyRun<'_, '_, 't> {
    /// The value of a call.
    pub(super) fn call(&mut self, node: NodeId) -> ValueId {
        let callee = self.part(node, Field::Function);
        let arguments = self.arguments(node);
        if let Some(value) = self.known_call(callee, &arguments, node) {
            return value;
        }
        let receiver = match self.op(callee) {
            Op::Attribute { object, name } => Some((*object, self.names.alloc_text(name))),
            _ => None,
        };
        let called = match receiver {
            Some((object, name)) => self.call_method(object, name, &arguments, node),
            None => Called::Unknown,
        };
        let is_unknown = matches!(called, Called::Unknown);
        match called {
            Called::Value(value) => return value,
            Called::Nothing => return self.constant(Constant::None, node),
            _ => {}
        }
        if is_unknown && !self.is_reading(callee) {
            receiver.into_iter().for_each(|(object, _)| self.escape(object));
            arguments.iter().for_each(|argument| self.escape(argument.value));
            self.forget_captured();
        }
        let made = match called {
            Called::New(shape, contents) => Some((shape, contents)),
            _ => self.made_by(callee, &arguments),
        };
        let value = self.push(Op::Call { callee, arguments: arguments.into() }, node);
        if let Some((shape, contents)) = made
            && let Some(at) = self.follow(value, shape)
        {
            self.set_contents(at, contents);
        }
        value
    }

    /// The value is the name with that dotted path outside the project.
    pub(super) fn is_named(&self, value: ValueId, path: &str) -> bool {
        matches!(self.op(value), Op::Named(OwnedPath::Outside(known)) if **known == *path)
    }

    /// A builtin that changes none of its arguments.
    fn is_reading(&self, callee: ValueId) -> bool {
        self.builtin_name(callee).is_some_and(|name| READING.binary_search(&name).is_ok())
    }

    fn builtin_name(&self, callee: ValueId) -> Option<&str> {
        match self.op(callee) {
            Op::Named(OwnedPath::Outside(path)) => path.strip_prefix("builtins."),
            _ => None,
        }
    }

    /// An unknown call may run functions inside this one, which change the objects of variables that they see.
    fn forget_captured(&mut self) {
        if self.defined.is_empty() {
            return;
        }
        let captured: Vec<u32> = self
            .variables
            .iter()
            .filter(|((home, name), _)| self.file.is_captured(*home, name))
            .map(|(_, &variable)| variable)
            .collect();
        for value in captured.into_iter().filter_map(|variable| self.state.variable(variable)).collect::<Vec<_>>() {
            self.escape(value);
        }
    }

    /// The arguments of a call. Those that a display with `*` or `**` certainly has stand for themselves.
    fn arguments(&mut self, call: NodeId) -> Vec<Argument> {
        let tree = self.tree;
        let Some(list) = tree.child(call, Field::Arguments) else { return Vec::new() };
        if tree.kind(list) != Kind::ArgumentList {
            let value = self.expression(list);
            return vec![Argument { kind: ArgumentKind::Positional, value }];
        }
        self.argument_list(list)
    }

    /// The members of an argument list.
    pub(super) fn argument_list(&mut self, list: NodeId) -> Vec<Argument> {
        let tree = self.tree;
        let mut arguments = Vec::new();
        for node in tree.children(list) {
            match tree.kind(node) {
                Kind::KeywordArgument => {
                    let name = tree.child(node, Field::Name).map_or("", |name| tree.name(name));
                    let value = self.part(node, Field::Value);
                    self.place(node, value);
                    arguments.push(Argument { kind: ArgumentKind::Keyword(name.into()), value });
                }
                Kind::ListSplat | Kind::DictionarySplat => self.spread(node, &mut arguments),
                Kind::Error => {}
                _ => {
                    let value = self.expression(node);
                    arguments.push(Argument { kind: ArgumentKind::Positional, value });
                }
            }
        }
        arguments
    }

    fn spread(&mut self, node: NodeId, arguments: &mut Vec<Argument>) {
        let Some(inner) = self.tree.children(node).next() else { return };
        let value = self.expression(inner);
        let is_keywords = self.tree.kind(node) == Kind::DictionarySplat;
        let whole = if is_keywords { ArgumentKind::Keywords } else { ArgumentKind::Rest };
        let known = match self.contents(value) {
            Some(contents) if is_keywords && contents.is_complete => contents
                .entries
                .iter()
                .map(|&(key, value)| match key {
                    Key::Text(name) => Some(Argument { kind: ArgumentKind::Keyword(name.into()), value }),
                    _ => None,
                })
                .collect::<Option<Vec<_>>>(),
            Some(Contents { elements: Some(elements), .. }) if !is_keywords => {
                let all = elements.iter().map(|&value| Argument { kind: ArgumentKind::Positional, value });
                Some(all.collect())
            }
            _ => None,
        };
        match known {
            Some(known) => arguments.extend(known),
            None => arguments.push(Argument { kind: whole, value }),
        }
    }

    /// The constants that are handed over by position, where nothing else is.
    fn constants(&self, arguments: &[Argument]) -> Option<Vec<Constant<'t>>> {
        arguments
            .iter()
            .map(|argument| self.constant_of(argument.value).filter(|_| argument.kind == ArgumentKind::Positional))
            .collect()
    }

    fn call_method(&mut self, object: ValueId, name: &str, arguments: &[Argument], node: NodeId) -> Called<'t> {
        let Some(of) = self.constant_of(object) else { return self.call_container(object, name, arguments) };
        let constants = match (name, arguments) {
            ("join", [Argument { kind: ArgumentKind::Positional, value }]) => {
                let elements = self.contents(*value).and_then(|contents| contents.elements.as_ref());
                let parts: Option<Vec<&str>> = elements.and_then(|elements| {
                    let texts = elements.iter().map(|&element| match self.constant_of(element) {
                        Some(Constant::Text(text)) => Some(text),
                        _ => None,
                    });
                    texts.collect()
                });
                if let (Constant::Text(between), Some(parts)) = (of, parts) {
                    let joined = parts.join(between);
                    if joined.len() <= folding::MAX_TEXT {
                        let text = self.names.alloc_text(&joined);
                        return Called::Value(self.constant(Constant::Text(text), node));
                    }
                }
                None
            }
            _ => self.constants(arguments),
        };
        match constants.and_then(|constants| folding::method(self.names, of, name, &constants)) {
            Some(folded) => Called::Value(self.constant(folded, node)),
            // A text is never changed, and changes nothing.
            None => Called::Done,
        }
    }

    /// Calls that are another operation by another name.
    fn known_call(&mut self, callee: ValueId, arguments: &[Argument], node: NodeId) -> Option<ValueId> {
        let Op::Named(OwnedPath::Outside(path)) = self.op(callee) else { return None };
        let path = self.names.alloc_text(path);
        let values: Vec<ValueId> = arguments.iter().map(|argument| argument.value).collect();
        let is_positional = arguments.iter().all(|argument| argument.kind == ArgumentKind::Positional);
        let text = |body: &Self, place: usize| match values.get(place).map(|&value| body.constant_of(value)) {
            Some(Some(Constant::Text(text))) if is_positional => Some(text),
            _ => None,
        };
        match (path, values.as_slice()) {
            ("builtins.getattr", [object])
            | ("builtins.getattr", [object, _])
            | ("builtins.getattr", [object, _, _]) => {
                let name = text(self, 1)?;
                let attribute = self.attribute(*object, name, node);
                match values.get(2) {
                    Some(&default) => self.join(&mut vec![attribute, default]),
                    None => Some(attribute),
                }
            }
            ("builtins.setattr", [object, _, value]) => {
                let name = text(self, 1)?;
                self.store_attribute(*object, name, *value, node);
                Some(self.constant(Constant::None, node))
            }
            ("builtins.__import__" | "importlib.import_module", [_, ..]) => {
                let name = text(self, 0).filter(|name| !name.starts_with('.'))?;
                Some(self.module(name, node))
            }
            ("builtins.len", [of]) => {
                let contents = self.contents(*of);
                let n_elements = contents.and_then(|contents| contents.elements.as_ref()).map(|all| all.len() as i64);
                let n_entries = contents.filter(|contents| contents.is_complete).map(|all| all.entries.len() as i64);
                let is_set = self.shape(*of) == Shape::Set;
                let constant = self.constant_of(*of).and_then(folding::length);
                let length = constant.or(n_elements.filter(|_| !is_set)).or(n_entries)?;
                Some(self.constant(Constant::Int(length), node))
            }
            ("builtins.str", [of]) => match self.constant_of(*of)? {
                Constant::Bytes(_) => None,
                constant => {
                    let text = self.names.alloc_text(&constant.text());
                    Some(self.constant(Constant::Text(text), node))
                }
            },
            ("builtins.int", [of]) => match self.constant_of(*of)? {
                Constant::Int(int) => Some(self.constant(Constant::Int(int), node)),
                Constant::Bool(bool) => Some(self.constant(Constant::Int(bool.into()), node)),
                Constant::Text(text) => {
                    let int = text.trim().parse().ok()?;
                    Some(self.constant(Constant::Int(int), node))
                }
                _ => None,
            },
            ("builtins.bool", [of]) => {
                let truth = self.constant_of(*of)?.is_true();
                Some(self.constant(Constant::Bool(truth), node))
            }
            _ => None,
        }
    }

    /// What a call of a class of containers makes.
    fn made_by(&self, callee: ValueId, arguments: &[Argument]) -> Option<(Shape, Contents<'t>)> {
        let Op::Named(OwnedPath::Outside(path)) = self.op(callee) else { return None };
        let only = match arguments {
            [only] if only.kind == ArgumentKind::Positional => Some(only.value),
            _ => None,
        };
        let elements = |body: &Self| {
            let held = only.and_then(|only| body.contents(only)).and_then(|contents| contents.elements.clone());
            let all = if arguments.is_empty() { Some(Vec::new()) } else { held };
            all.map_or_else(Contents::default, Contents::sequence)
        };
        match &**path {
            "builtins.list" => Some((Shape::List, elements(self))),
            "builtins.tuple" => Some((Shape::Tuple, elements(self))),
            "builtins.set" | "builtins.frozenset" => Some((Shape::Set, elements(self))),
            "builtins.dict" | "collections.OrderedDict" => Some((Shape::Dict, self.made_dictionary(arguments))),
            "collections.defaultdict" => Some((Shape::Dict, Contents::default())),
            "configparser.ConfigParser" | "configparser.RawConfigParser" | "configparser.SafeConfigParser" => {
                Some((Shape::Config, Contents::default()))
            }
            _ => None,
        }
    }

    fn made_dictionary(&self, arguments: &[Argument]) -> Contents<'t> {
        let mut contents = Contents { is_complete: true, ..Contents::default() };
        for argument in arguments {
            match &argument.kind {
                ArgumentKind::Keyword(name) => {
                    contents.set_entry(Key::Text(self.names.alloc_text(name)), argument.value);
                }
                ArgumentKind::Positional | ArgumentKind::Keywords => match self.contents(argument.value) {
                    Some(other) if other.is_complete => {
                        other.entries.iter().for_each(|&(key, value)| contents.set_entry(key, value));
                    }
                    _ => contents.forget_held(),
                },
                ArgumentKind::Rest => contents.forget_held(),
            }
        }
        contents
    }

    /// `object.name = value`.
    pub(super) fn store_attribute(&mut self, object: ValueId, name: &'t str, value: ValueId, node: NodeId) {
        self.set_attribute(object, name, value);
        self.act(Act::StoreAttribute { object, name: name.into(), value }, node);
    }

    /// `object[key] = value`.
    pub(super) fn store_item(&mut self, object: ValueId, key: ValueId, value: ValueId, node: NodeId) {
        if let (Op::Call { callee, .. }, Some(Constant::Text(name))) = (self.op(object), self.constant_of(key))
            && self.is_named(*callee, "builtins.globals")
        {
            self.act(Act::Bind { body: BodyId::MODULE, name: name.into(), value, annotation: None }, node);
            return;
        }
        self.set_item(object, key, value);
        self.act(Act::StoreItem { object, key, value }, node);
    }
}
