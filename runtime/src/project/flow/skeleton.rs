//! What is left of the graph of a body for the engine: which value hands data on to which, and its calls.

use std::rc::Rc;

use crate::modules::ModuleId;
use crate::segment::endpoint::Kinds;
use crate::segment::graph::{ArgumentKind, BodyId, ParameterKind};
use crate::syntax::tree::Range;

use super::path::{LabelId, Transfer};
use super::program::{BodyRef, Receiver};

/// What happens to data on one step of its way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum What {
    /// It enters.
    Source,
    /// It is bound to a name.
    Assign,
    /// It is handed to a function of the project.
    Argument,
    /// A function returns it.
    Return,
    /// It is stored in an object or container, or where everybody can see it.
    Store,
    /// It is read from there.
    Load,
    /// Something is made of it.
    Derive,
    /// A library function hands it on, as a rule says.
    Step,
    /// It goes through a call of which nothing is known, or one that a rule says is made.
    Call,
    /// It arrives.
    Sink,
}

impl What {
    /// Its word in the database.
    pub fn word(self) -> &'static str {
        match self {
            What::Source => "source",
            What::Assign => "assign",
            What::Argument => "argument",
            What::Return => "return",
            What::Store => "store",
            What::Load => "load",
            What::Derive => "derive",
            What::Step => "step",
            What::Call => "call",
            What::Sink => "sink",
        }
    }
}

/// A place that everybody can see: a name of a module, an attribute of a class. By its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct CellId(pub(super) u32);

/// A sink, by its place among all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct SinkId(pub(super) u32);

/// The class of an exception.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Raised {
    /// The class.
    pub(super) class: CellId,
    /// It is no class that inherits from it.
    pub(super) is_exact: bool,
}

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// To a value that comes about there.
    Value(u32),
    /// Into an object that is there already, and that others may know under other names.
    Object(u32),
    /// To whoever called, as the result.
    Return,
    /// To whoever handles exceptions of that class, where it is known.
    Raise(Option<Raised>),
    /// To a place that everybody can see.
    Cell(CellId),
    /// Into a variable of a body around this one.
    Captured(LabelId),
    /// Into a sink.
    Sink(SinkId),
    /// To an object that was handed in.
    Parameter(u32),
}

/// One way of data in a body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The value that has it.
    pub(super) from: u32,
    /// Where it goes.
    pub(super) end: End,
    /// Where in it.
    pub(super) transfer: Transfer,
    /// What that is.
    pub(super) what: What,
    /// Its place in the order of values and effects.
    pub(super) at: u32,
    /// Both are the same object, so that what is stored in one later is in the other.
    pub(super) is_alias: bool,
    /// That it happens is only presumed.
    pub(super) is_assumed: bool,
    /// Kinds of sinks that it is clean for from then on.
    pub(super) cleans: Kinds,
    /// Where it happens; none for where the value lies that it leads to.
    pub(super) place: Option<Range>,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub(super) struct SiteArgument {
    pub(super) kind: ArgumentKind,
    pub(super) value: u32,
    /// What of it is handed over.
    pub(super) transfer: Transfer,
    /// The function of the project that it is.
    pub(super) function: Option<BodyRef>,
    /// It is a parameter of the calling body, as it came.
    pub(super) is_parameter: bool,
    /// What it is as a key.
    pub(super) key: LabelId,
}

/// A function that a call reaches.
#[derive(Clone, Debug)]
pub(super) struct SiteTarget {
    pub(super) function: BodyRef,
    /// What its first parameter takes: the value, where there is one.
    pub(super) receiver: Option<SiteReceiver>,
    pub(super) n_bound: u32,
    /// The functions that decorators made it of, the outermost first, the decorated function last.
    pub(super) originals: Rc<[BodyRef]>,
    pub(super) is_assumed: bool,
}

/// What the first parameter takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SiteReceiver {
    /// That value.
    Value(u32),
    /// What the call makes.
    Result,
    /// Nothing that carries data.
    Class,
}

/// How a function that is called came into the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Given {
    /// By that parameter.
    Parameter(u32),
    /// As a variable of a body around it.
    Captured(LabelId),
    /// As that attribute of the object whose method the body is.
    Own(LabelId),
}

/// Whose method a call is of.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) enum Owner {
    /// Nobody knows.
    #[default]
    Other,
    /// An object of that very class.
    Of(BodyRef),
    /// The calling method's own object: its method of that name, or one through `super()`.
    Own(Option<Box<str>>),
}

/// What becomes of the result of a call.
#[derive(Clone, Copy, Debug)]
pub(super) struct SiteResult {
    pub(super) value: u32,
    pub(super) transfer: Transfer,
}

/// A call.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// Its place in the order of values and effects.
    pub(super) at: u32,
    pub(super) range: Range,
    /// The value that is called, with what it took along.
    pub(super) callee: Option<u32>,
    /// It is called as what came in by that.
    pub(super) given: Option<Given>,
    /// Whose method it is.
    pub(super) owner: Owner,
    pub(super) arguments: Vec<SiteArgument>,
    /// Functions that the object whose method is called keeps as attributes since it was made.
    pub(super) kept: Vec<(LabelId, BodyRef)>,
    pub(super) targets: Vec<SiteTarget>,
    pub(super) result: Option<SiteResult>,
    /// Nobody writes it down: a rule says so.
    pub(super) is_virtual: bool,
}

/// How a call uses a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Role {
    /// It is called, or has the method that is called.
    Callee,
    /// It is what the first parameter takes.
    Receiver,
    /// The argument at that place.
    Argument(u32),
    /// It is the result: what a generator is sent afterwards.
    Result,
}

/// A value that a call uses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    pub(super) value: u32,
    pub(super) site: u32,
    pub(super) role: Role,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(super) struct SkeletonParameter {
    pub(super) name: Box<str>,
    pub(super) kind: ParameterKind,
    /// The values that are it.
    pub(super) value: Option<u32>,
}

/// A value that handles exceptions.
#[derive(Clone, Debug)]
pub(super) struct Handler {
    pub(super) value: u32,
    /// Classes of exceptions; none for any.
    pub(super) classes: Option<Vec<CellId>>,
    pub(super) is_group: bool,
    /// The suite whose exceptions it handles.
    pub(super) protects: Range,
}

/// What of a run of code is needed to tell what comes before what.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its first place in the order of values and effects.
    pub(super) first: u32,
    /// Blocks that may come next.
    pub(super) next: Box<[u32]>,
    /// What lies in objects behind it is there behind the body.
    pub(super) is_end: bool,
}

/// What overwrites a part of an object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Overwrite {
    pub(super) object: u32,
    pub(super) label: LabelId,
    /// Its place in the order of values and effects.
    pub(super) at: u32,
}

/// What is left of a body.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeleton {
    pub(super) qualname: Box<str>,
    pub(super) is_generator: bool,
    pub(super) is_opaque: bool,
    pub(super) parameters: Vec<SkeletonParameter>,
    /// Where each value lies.
    pub(super) ranges: Vec<Range>,
    /// The place of each value in the order of values and effects.
    pub(super) order: Vec<u32>,
    /// By the value that they leave.
    pub(super) edges: Vec<Edge>,
    pub(super) first_edge: Vec<u32>,
    /// Ways from an object that was written into to the others that have it; by the value that they leave.
    pub(super) holders: Vec<Edge>,
    pub(super) first_holder: Vec<u32>,
    pub(super) sites: Vec<Site>,
    /// By value.
    pub(super) uses: Vec<Use>,
    /// Values that are variables of bodies around, with what they are.
    pub(super) captured: Vec<(LabelId, u32)>,
    /// Functions of this body, by what they take along.
    pub(super) takers: Vec<(LabelId, u32)>,
    /// Parameters by which parts of values are read.
    pub(super) key_parameters: Vec<u32>,
    /// It stores what it is given in objects, or hands on what it is given.
    pub(super) keeps_objects: bool,
    pub(super) returned: Vec<u32>,
    pub(super) sent: Vec<u32>,
    pub(super) handlers: Vec<Handler>,
    /// Kinds of sinks that a value is clean for.
    pub(super) clean: Vec<(u32, Kinds)>,
    pub(super) overwrites: Vec<Overwrite>,
    pub(super) blocks: Vec<Block>,
}

impl Skeleton {
    /// The ways that leave a value.
    pub(super) fn edges_of(&self, value: u32) -> &[Edge] {
        part(&self.edges, &self.first_edge, value)
    }

    /// The objects that hold a value, or are it.
    pub(super) fn holders_of(&self, value: u32) -> &[Edge] {
        part(&self.holders, &self.first_holder, value)
    }

    /// The calls that use a value.
    pub(super) fn uses_of(&self, value: u32) -> &[Use] {
        let first = self.uses.partition_point(|used| used.value < value);
        let n = self.uses[first..].partition_point(|used| used.value == value);
        &self.uses[first..first + n]
    }

    /// Kinds of sinks that a value is clean for.
    pub(super) fn clean_of(&self, value: u32) -> Kinds {
        let found = self.clean.binary_search_by_key(&value, |&(at, _)| at);
        found.map_or(Kinds::NONE, |at| self.clean[at].1)
    }

    /// Adds a call, with the values that it uses.
    pub(super) fn add_site(&mut self, site: Site) {
        let number = self.sites.len() as u32;
        let mut note = |value, role| self.uses.push(Use { value, site: number, role });
        if let Some(callee) = site.callee {
            note(callee, Role::Callee);
        }
        for target in &site.targets {
            if let Some(SiteReceiver::Value(value)) = target.receiver {
                note(value, Role::Receiver);
            }
        }
        for (at, argument) in site.arguments.iter().enumerate() {
            note(argument.value, Role::Argument(at as u32));
        }
        if let Some(result) = site.result {
            note(result.value, Role::Result);
        }
        self.sites.push(site);
    }

    /// It stores something in an object.
    pub(super) fn stores(&self) -> bool {
        self.edges.iter().any(|edge| matches!(edge.end, End::Object(_)))
    }

    /// A parameter, or a part of one, may be stored in an object or returned, here or in a method of the same object.
    fn can_keep(&self) -> bool {
        let mut open: Vec<u32> = self.parameters.iter().filter_map(|parameter| parameter.value).collect();
        let mut is_seen = vec![false; self.ranges.len()];
        while let Some(value) = open.pop() {
            if std::mem::replace(&mut is_seen[value as usize], true) {
                continue;
            }
            for edge in self.edges_of(value) {
                match edge.end {
                    End::Value(to) if edge.is_alias => open.push(to),
                    End::Object(_) | End::Captured(_) if edge.is_alias => return true,
                    End::Return if !self.is_generator => return true,
                    _ => {}
                }
            }
        }
        let own = |site: &Site| matches!(site.owner, Owner::Own(_));
        let mut handed = self.sites.iter().filter(|site| own(site)).flat_map(|site| &site.arguments);
        handed.any(|argument| is_seen[argument.value as usize])
    }

    /// It calls methods that its own object has by its class, of which there are several.
    pub(super) fn chooses_own(&self) -> bool {
        self.sites.iter().any(|site| matches!(site.owner, Owner::Own(Some(_))) && site.targets.len() > 1)
    }

    /// It calls methods of its own object.
    pub(super) fn calls_own(&self) -> bool {
        self.sites.iter().any(|site| matches!(site.owner, Owner::Own(_)))
    }

    /// How functions come in that it calls.
    pub(super) fn given(&self) -> impl Iterator<Item = Given> + '_ {
        self.sites.iter().filter_map(|site| site.given)
    }

    /// Sorts what is looked up.
    pub(super) fn finish(&mut self) {
        let n = self.ranges.len();
        self.first_edge = index(&mut self.edges, n);
        self.first_holder = index(&mut self.holders, n);
        self.keeps_objects = self.can_keep();
        self.uses.sort_by_key(|used| (used.value, used.site, used.role));
        self.uses.dedup_by_key(|used| (used.value, used.site, used.role));
        self.overwrites.sort_by_key(|overwrite| (overwrite.object, overwrite.at));
        self.clean.sort_by_key(|&(value, _)| value);
        self.clean.dedup_by(|next, first| {
            let is_same = next.0 == first.0;
            if is_same {
                first.1 = first.1.or(next.1);
            }
            is_same
        });
    }
}

fn part<'e>(edges: &'e [Edge], first: &[u32], value: u32) -> &'e [Edge] {
    match first.get(value as usize + 1) {
        Some(&end) => &edges[first[value as usize] as usize..end as usize],
        None => &[],
    }
}

fn index(edges: &mut [Edge], n_values: usize) -> Vec<u32> {
    edges.sort_by_key(|edge| edge.from);
    let mut first = vec![0; n_values + 1];
    for edge in &*edges {
        first[edge.from as usize + 1] += 1;
    }
    for at in 1..first.len() {
        first[at] += first[at - 1];
    }
    first
}

/// What is left of a file.
#[derive(Clone, Debug)]
pub(super) struct FileSkeleton {
    pub(super) file: ModuleId,
    pub(super) bodies: Vec<Skeleton>,
}

impl FileSkeleton {
    pub(super) fn body(&self, body: BodyId) -> &Skeleton {
        &self.bodies[body.0 as usize]
    }
}

/// The value that a receiver is.
pub(super) fn receiver_of(receiver: Receiver, object: Option<u32>, callee: Option<u32>) -> Option<SiteReceiver> {
    match receiver {
        Receiver::Nothing => None,
        Receiver::Object => Some(object.map_or(SiteReceiver::Class, SiteReceiver::Value)),
        Receiver::Callee => Some(callee.map_or(SiteReceiver::Class, SiteReceiver::Value)),
        Receiver::Result => Some(SiteReceiver::Result),
        Receiver::Value(value) => Some(SiteReceiver::Value(value.0)),
        Receiver::Class => Some(SiteReceiver::Class),
    }
}
