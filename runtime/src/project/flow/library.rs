//! What builtins and methods of containers and text do with data, where nobody knows the function that is called.
//!
//! Functions go by the dotted name that they are imported under, methods by their name alone: the engine is asked only
//! when no function of the project is reached. What stands in no table hands every argument on to its result.

mod callbacks;

pub(super) use self::callbacks::{Callback, CallbackArguments, CallbackResult};
use super::path::{Handing, LabelId, Transfer};

/// Where data comes from, or goes to, in a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Port {
    /// The object whose method it is.
    Receiver,
    /// A positional argument.
    Argument(u8),
    /// Every positional argument from that one on.
    From(u8),
    /// Every argument by name, which comes to lie under its name.
    Named,
    /// Every argument.
    Every,
    /// The result.
    Result,
}

/// One way of data through a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Move {
    /// From there.
    pub(super) from: Port,
    /// To there.
    pub(super) to: Port,
    /// So.
    pub(super) moved: Moved,
}

/// How data moves. Keys that are constants in the call are put in when the graph is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Moved {
    /// As the transfer says.
    So(Transfer),
    /// What lies under the key that the first argument is.
    ReadKey,
    /// It comes to lie under the key that the first argument is.
    PutKey,
    /// It comes to lie at its place among the arguments, as an element of elements.
    Zipped,
    /// It is sent into a generator.
    Sent,
    /// Arguments by name come to lie under their names.
    Named,
    /// As it is, into something new: what is written into that later is not written into it.
    Made,
    /// The same, but what lies in both is shared.
    Copied,
    /// It comes to lie at its place among the arguments.
    Placed,
    /// Its entries become the second part of elements, and its keys the first.
    Items,
    /// Some entry and its key become the parts of a pair.
    Item,
    /// Arguments by name become attributes.
    Fields,
    /// Arguments by name become attributes, in the place of what was there.
    Replaced,
    /// Its elements, as a loop gives them, become the second part of elements.
    Numbered,
    /// The second parts of its elements become entries, and the first ones keys.
    Pairs,
}

const SAME: Moved = Moved::So(Transfer::SAME);
const DERIVED: Moved = Moved::So(Transfer::DERIVED);
const ELEMENTS: Moved = Moved::So(Transfer::ELEMENTS);
const READ: Moved = Moved::So(Transfer { read: [Some(LabelId::ANY), None], ..Transfer::SAME });
const EACH: Moved = Moved::So(Transfer { read: [Some(LabelId::EACH), None], ..Transfer::SAME });
const PUT: Moved = Moved::So(Transfer { put: [Some(LabelId::ANY), None], ..Transfer::SAME });
const ENTRIES: Moved = Moved::So(Transfer { how: Handing::IntoEntries, ..Transfer::SAME });
const KEYS_TO_KEYS: Moved =
    Moved::So(Transfer { read: [Some(LabelId::KEYS), None], how: Handing::Same, put: [Some(LabelId::KEYS), None] });
const ATTRIBUTES: Moved = Moved::So(Transfer { how: Handing::Attributes, ..Transfer::SAME });
/// Some key of a dictionary, as an element.
const KEYS: Moved =
    Moved::So(Transfer { read: [Some(LabelId::KEYS), None], how: Handing::Same, put: [Some(LabelId::ANY), None] });
/// An element becomes a key.
const TO_KEYS: Moved =
    Moved::So(Transfer { read: [Some(LabelId::EACH), None], how: Handing::Same, put: [Some(LabelId::KEYS), None] });
const MAPPING: Moved = Moved::So(Transfer { how: Handing::Mapping, ..Transfer::SAME });
const FLATTENED: Moved = Moved::So(Transfer {
    read: [Some(LabelId::EACH), Some(LabelId::EACH)],
    how: Handing::Same,
    put: [Some(LabelId::ANY), None],
});
const JOINED: Moved = Moved::So(Transfer { read: [Some(LabelId::EACH), None], how: Handing::Derived, put: [None; 2] });
const AS_KEY: Moved = Moved::So(Transfer { put: [Some(LabelId::KEYS), None], ..Transfer::SAME });
const VALUES: Moved =
    Moved::So(Transfer { read: [Some(LabelId::ANY), None], how: Handing::Same, put: [Some(LabelId::ANY), None] });

const fn go(from: Port, to: Port, moved: Moved) -> Move {
    Move { from, to, moved }
}

use Port::{Argument, Every, From, Named, Receiver, Result};

/// Methods of containers, text, queues and streams.
const METHODS: &[(&[&str], &[Move])] = &[
    (&["append", "add", "appendleft", "put", "put_nowait", "push", "set_result"], &[go(Argument(0), Receiver, PUT)]),
    (&["result"], &[go(Receiver, Result, SAME), go(Receiver, Result, READ)]),
    (&["sort", "reverse"], &[go(Receiver, Receiver, ELEMENTS)]),
    (&["_asdict"], &[go(Receiver, Result, ATTRIBUTES)]),
    (&["_replace"], &[go(Receiver, Result, Moved::Copied), go(Named, Result, Moved::Replaced)]),
    (&["with_traceback"], &[go(Receiver, Result, SAME)]),
    (&["insert"], &[go(Argument(1), Receiver, PUT)]),
    (&["extend", "extendleft"], &[go(Argument(0), Receiver, ELEMENTS)]),
    (
        &["update"],
        &[
            go(Argument(0), Receiver, ENTRIES),
            go(Argument(0), Receiver, KEYS_TO_KEYS),
            go(Named, Receiver, Moved::Named),
        ],
    ),
    (
        &["setdefault"],
        &[
            go(Argument(0), Receiver, AS_KEY),
            go(Argument(1), Receiver, Moved::PutKey),
            go(Argument(1), Result, SAME),
            go(Receiver, Result, Moved::ReadKey),
        ],
    ),
    (&["write", "writelines"], &[go(Argument(0), Receiver, DERIVED)]),
    (&["get", "pop"], &[go(Receiver, Result, Moved::ReadKey), go(Argument(1), Result, SAME)]),
    (&["__getitem__"], &[go(Receiver, Result, Moved::ReadKey)]),
    (&["__setitem__"], &[go(Argument(0), Receiver, AS_KEY), go(Argument(1), Receiver, Moved::PutKey)]),
    (&["popleft", "get_nowait", "values_list"], &[go(Receiver, Result, READ)]),
    (&["popitem"], &[go(Receiver, Result, Moved::Item)]),
    (&["items"], &[go(Receiver, Result, Moved::Items)]),
    (&["join"], &[go(Receiver, Result, DERIVED), go(Argument(0), Result, JOINED)]),
    (&["values"], &[go(Receiver, Result, VALUES)]),
    // What is looked for is gone from the text; of a date, or a record, parts are given by name.
    (&["replace"], &[go(Receiver, Result, DERIVED), go(Argument(1), Result, DERIVED), go(Named, Result, DERIVED)]),
    (&["copy", "__copy__"], &[go(Receiver, Result, Moved::Copied)]),
    (&["__deepcopy__"], &[go(Receiver, Result, Moved::Made)]),
    (
        &["__iter__", "__enter__", "union", "intersection", "difference", "symmetric_difference"],
        &[go(Receiver, Result, SAME), go(From(0), Result, ELEMENTS)],
    ),
    (&["__next__", "__anext__"], &[go(Receiver, Result, EACH)]),
    (
        &[
            "clear",
            "remove",
            "discard",
            "close",
            "start",
            "acquire",
            "release",
            "task_done",
            "set",
            "wait",
            "is_set",
            "flush",
        ],
        &[],
    ),
    (&["keys"], &[go(Receiver, Result, KEYS)]),
    (
        &[
            "startswith",
            "endswith",
            "isdigit",
            "isalnum",
            "isalpha",
            "isnumeric",
            "isdecimal",
            "isidentifier",
            "islower",
            "isupper",
            "isspace",
            "istitle",
            "isascii",
            "isprintable",
            "count",
            "index",
            "find",
            "rfind",
            "rindex",
            "__len__",
            "__contains__",
            "__eq__",
            "__ne__",
            "__hash__",
            "__bool__",
            "issubset",
            "issuperset",
            "isdisjoint",
            "qsize",
            "empty",
            "full",
            "is_alive",
            "bit_length",
            "tell",
            "fileno",
        ],
        &[],
    ),
    (&["send", "asend"], &[go(Argument(0), Receiver, Moved::Sent), go(Receiver, Result, EACH)]),
];

/// Classes whose objects carry no text of anybody; sorted.
const PLAIN: &[&str] = &[
    "builtins.bool",
    "builtins.complex",
    "builtins.float",
    "builtins.int",
    "datetime.date",
    "datetime.datetime",
    "datetime.time",
    "datetime.timedelta",
    "decimal.Decimal",
    "fractions.Fraction",
    "ipaddress.IPv4Address",
    "ipaddress.IPv6Address",
    "uuid.UUID",
];

/// Objects of that class carry no text of anybody.
pub(super) fn is_plain(class: &str) -> bool {
    PLAIN.binary_search(&class).is_ok()
}

/// Functions, by name.
const FUNCTIONS: &[(&[&str], &[Move])] = &[
    (
        &[
            "builtins.len",
            "builtins.isinstance",
            "builtins.issubclass",
            "builtins.int",
            "builtins.float",
            "builtins.bool",
            "builtins.complex",
            "builtins.hash",
            "builtins.id",
            "builtins.callable",
            "builtins.hasattr",
            "builtins.ord",
            "builtins.range",
            "builtins.type",
            "builtins.print",
            "builtins.abs",
            "builtins.round",
            "builtins.divmod",
            "builtins.any",
            "builtins.all",
            "builtins.super",
            "builtins.object",
            "builtins.property",
            "time.sleep",
        ],
        &[],
    ),
    (
        &[
            "builtins.list",
            "builtins.tuple",
            "builtins.sorted",
            "builtins.iter",
            "builtins.reversed",
            "builtins.set",
            "builtins.frozenset",
            "collections.deque",
            "itertools.islice",
            "itertools.cycle",
            "itertools.takewhile",
        ],
        &[go(Argument(0), Result, ELEMENTS)],
    ),
    (&["itertools.chain"], &[go(Every, Result, ELEMENTS)]),
    (
        &["builtins.dict", "collections.OrderedDict", "collections.defaultdict"],
        &[
            go(Argument(0), Result, MAPPING),
            go(Argument(0), Result, Moved::Pairs),
            go(Argument(1), Result, MAPPING),
            go(Named, Result, Moved::Named),
        ],
    ),
    (
        &[
            "asyncio.create_task",
            "asyncio.ensure_future",
            "asyncio.run",
            "asyncio.shield",
            "asyncio.wait_for",
            "contextlib.closing",
            "contextlib.nullcontext",
            "builtins.memoryview",
            "functools.wraps",
            "types.MappingProxyType",
        ],
        &[go(Argument(0), Result, SAME)],
    ),
    // The class is what it is said to be, not what it is.
    (&["typing.cast"], &[go(Argument(1), Result, SAME)]),
    (&["copy.copy"], &[go(Argument(0), Result, Moved::Copied)]),
    (&["copy.deepcopy"], &[go(Argument(0), Result, Moved::Made)]),
    (&["collections.Counter"], &[go(Argument(0), Result, TO_KEYS)]),
    (&["itertools.product"], &[go(Every, Result, Moved::Zipped)]),
    (&["itertools.tee"], &[go(Argument(0), Result, PUT)]),
    (&["itertools.repeat"], &[go(Argument(0), Result, PUT)]),
    (&["itertools.accumulate"], &[go(Argument(0), Result, ELEMENTS)]),
    (&["itertools.chain.from_iterable"], &[go(Argument(0), Result, FLATTENED)]),
    (&["types.SimpleNamespace"], &[go(Named, Result, Moved::Fields)]),
    (&["builtins.dict.fromkeys"], &[go(Argument(0), Result, TO_KEYS), go(Argument(1), Result, PUT)]),
    (&["asyncio.gather"], &[go(Every, Result, Moved::Placed)]),
    (&["builtins.enumerate"], &[go(Argument(0), Result, Moved::Numbered)]),
    (&["builtins.zip"], &[go(Every, Result, Moved::Zipped)]),
    (&["itertools.zip_longest"], &[go(Every, Result, Moved::Zipped)]),
    (&["builtins.next", "builtins.anext"], &[go(Argument(0), Result, EACH), go(Argument(1), Result, SAME)]),
    (&["builtins.min", "builtins.max"], &[go(Argument(0), Result, READ), go(From(1), Result, SAME)]),
    (&["builtins.map"], &[]),
    (&["builtins.filter"], &[go(Argument(1), Result, ELEMENTS)]),
    (&["functools.partial", "threading.Thread"], &[]),
    (&["builtins.vars", "dataclasses.asdict", "dataclasses.astuple"], &[go(Argument(0), Result, ATTRIBUTES)]),
    (
        &["dataclasses.replace", "copy.replace"],
        &[go(Argument(0), Result, Moved::Copied), go(Named, Result, Moved::Replaced)],
    ),
    (
        &[
            "queue.Queue",
            "queue.LifoQueue",
            "queue.PriorityQueue",
            "asyncio.Queue",
            "threading.Lock",
            "threading.Event",
        ],
        &[],
    ),
];

/// What a call does that reaches nothing known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Behaviour {
    /// Its moves of data; none when nobody knows.
    pub(super) moves: Option<&'static [Move]>,
    /// What it calls.
    pub(super) callback: Option<Callback>,
}

/// What a function of that dotted name does.
pub(super) fn function(name: &str) -> Behaviour {
    Behaviour { moves: find(FUNCTIONS, name), callback: callbacks::of_function(name) }
}

/// What a method of that name does, of an object that nobody knows.
pub(super) fn method(name: &str) -> Behaviour {
    Behaviour { moves: find(METHODS, name), callback: callbacks::of_method(name) }
}

fn find(table: &'static [(&'static [&'static str], &'static [Move])], name: &str) -> Option<&'static [Move]> {
    table.iter().find(|(names, _)| names.contains(&name)).map(|&(_, moves)| moves)
}
