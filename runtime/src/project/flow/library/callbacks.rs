//! What functions and methods of libraries call of what they are given, and with what.

/// What a function does with its arguments by calling one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct Callback {
    /// The argument that is called, by place or name.
    pub(in super::super) function: (Option<u8>, &'static str),
    /// What it is called with.
    pub(in super::super) with: CallbackArguments,
    /// Its results become elements of the result; otherwise, the result, or nothing.
    pub(in super::super) result: CallbackResult,
}

/// What a callback is called with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum CallbackArguments {
    /// An element of each positional argument from that one on.
    ElementsFrom(u8),
    /// What an element of that argument is a sequence of.
    SpreadElements(u8),
    /// Nothing.
    Nothing,
    /// The object whose method it is.
    Own,
    /// An element of the object whose method it is.
    OwnElements,
    /// Elements of that argument, for each parameter.
    ElementsTwice(u8),
    /// The elements of the argument `args`, at that place or by name, and the entries of `kwargs`.
    Spread(u8),
    /// The positional arguments from that one on, and those by name.
    Rest(u8),
}

/// What becomes of a callback's result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum CallbackResult {
    /// It is an element of the result.
    Element,
    /// It is the result.
    Whole,
    /// Nobody gets it.
    Nothing,
}

/// Functions that call what they are given.
const CALLBACKS: &[(&str, Callback)] = &[
    (
        "builtins.map",
        Callback { function: (Some(0), ""), with: CallbackArguments::ElementsFrom(1), result: CallbackResult::Element },
    ),
    (
        "builtins.filter",
        Callback { function: (Some(0), ""), with: CallbackArguments::ElementsFrom(1), result: CallbackResult::Nothing },
    ),
    (
        "collections.defaultdict",
        Callback { function: (Some(0), ""), with: CallbackArguments::Nothing, result: CallbackResult::Element },
    ),
    (
        "itertools.takewhile",
        Callback { function: (Some(0), ""), with: CallbackArguments::ElementsFrom(1), result: CallbackResult::Nothing },
    ),
    (
        "itertools.starmap",
        Callback {
            function: (Some(0), ""),
            with: CallbackArguments::SpreadElements(1),
            result: CallbackResult::Element,
        },
    ),
    (
        "functools.reduce",
        Callback { function: (Some(0), ""), with: CallbackArguments::ElementsTwice(1), result: CallbackResult::Whole },
    ),
    (
        "builtins.sorted",
        Callback { function: (None, "key"), with: CallbackArguments::ElementsFrom(0), result: CallbackResult::Nothing },
    ),
    (
        "builtins.min",
        Callback { function: (None, "key"), with: CallbackArguments::ElementsFrom(0), result: CallbackResult::Nothing },
    ),
    (
        "builtins.max",
        Callback { function: (None, "key"), with: CallbackArguments::ElementsFrom(0), result: CallbackResult::Nothing },
    ),
    (
        "threading.Thread",
        Callback { function: (None, "target"), with: CallbackArguments::Spread(3), result: CallbackResult::Nothing },
    ),
    (
        "multiprocessing.Process",
        Callback { function: (None, "target"), with: CallbackArguments::Spread(3), result: CallbackResult::Nothing },
    ),
    (
        "threading.Timer",
        Callback {
            function: (Some(1), "function"),
            with: CallbackArguments::Spread(2),
            result: CallbackResult::Nothing,
        },
    ),
    (
        "atexit.register",
        Callback { function: (Some(0), ""), with: CallbackArguments::Rest(1), result: CallbackResult::Nothing },
    ),
    (
        "asyncio.to_thread",
        Callback { function: (Some(0), ""), with: CallbackArguments::Rest(1), result: CallbackResult::Whole },
    ),
];

/// Methods that call what they are given.
const CALLBACK_METHODS: &[(&str, Callback)] = &[
    ("submit", Callback { function: (Some(0), ""), with: CallbackArguments::Rest(1), result: CallbackResult::Whole }),
    (
        "map",
        Callback { function: (Some(0), ""), with: CallbackArguments::ElementsFrom(1), result: CallbackResult::Element },
    ),
    (
        "run_in_executor",
        Callback { function: (Some(1), ""), with: CallbackArguments::Rest(2), result: CallbackResult::Whole },
    ),
    (
        "sort",
        Callback { function: (None, "key"), with: CallbackArguments::OwnElements, result: CallbackResult::Nothing },
    ),
    (
        "add_done_callback",
        Callback { function: (Some(0), ""), with: CallbackArguments::Own, result: CallbackResult::Nothing },
    ),
    (
        "call_soon",
        Callback { function: (Some(0), ""), with: CallbackArguments::Rest(1), result: CallbackResult::Nothing },
    ),
];

/// What a function of that dotted name calls.
pub(super) fn of_function(name: &str) -> Option<Callback> {
    find(CALLBACKS, name)
}

/// What a method of that name calls.
pub(super) fn of_method(name: &str) -> Option<Callback> {
    find(CALLBACK_METHODS, name)
}

fn find(table: &[(&str, Callback)], name: &str) -> Option<Callback> {
    table.iter().find(|(known, _)| *known == name).map(|&(_, callback)| callback)
}
