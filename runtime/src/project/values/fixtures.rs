//! From the parameters of tests to what pytest gives them: what the fixture of that name returns or yields. It is looked for
//! where pytest looks: in the class, in the module, in each `conftest.py` above and the plugins that it names, and in pytest
//! itself (<https://docs.pytest.org/en/stable/reference/fixtures.html>).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cells::Cell;
use super::objects::{BodyRef, Obj, Set, Unit};
use super::signature::Bindings;
use super::solver::{Frame, Solver, join, last_segment};
use crate::modules::ModuleId;
use crate::project::Trace;
use crate::segment::graph::{
    Act, Argument, ArgumentKind, Body, BodyId, BodyKind, Constant, FileGraph, Op, ParameterKind, ValueId,
};
use crate::segment::interface::OwnedPath;

/// Modules of pytest, and of the plugin that patches, whose fixtures every test can ask for.
const PLUGINS: [&str; 8] = [
    "_pytest.monkeypatch",
    "_pytest.tmpdir",
    "_pytest.capture",
    "_pytest.logging",
    "_pytest.recwarn",
    "_pytest.pytester",
    "_pytest.fixtures",
    "pytest_mock.plugin",
];

/// What makes a function a fixture.
const DECORATORS: [&str; 5] = [
    "pytest.fixture",
    "pytest.yield_fixture",
    "_pytest.fixtures.fixture",
    "_pytest.fixtures.yield_fixture",
    "pytest_asyncio.fixture",
];

/// The fixtures of a module, by the module or class that they stand in and the name by which tests ask for them.
pub(super) type Fixtures = FxHashMap<(BodyId, Box<str>), BodyId>;

/// What was found out about fixtures.
#[derive(Default)]
pub(super) struct KnownFixtures {
    of_modules: FxHashMap<Unit, Arc<Fixtures>>,
    /// By module, name, and whether the module's own is left out.
    found: FxHashMap<(Unit, Box<str>, bool), Option<BodyRef>>,
}

impl Solver<'_> {
    /// What pytest gives a parameter; nothing when it gives none, or nobody knows the fixture.
    pub(super) fn given_by_fixture(&mut self, frame: &Frame<'_>, place: u32) -> Set {
        let Some(parameter) = frame.body.parameters.get(place as usize) else { return Set::NONE };
        let is_asked = matches!(parameter.kind, ParameterKind::Both | ParameterKind::KeywordOnly);
        if !is_asked || parameter.annotation.is_some() || parameter.default.is_some() {
            return Set::NONE;
        }
        let Some(graph) = self.graph(frame.at.unit).filter(|_| self.is_project(frame.at.unit)) else {
            return Set::NONE;
        };
        let is_receiver = place == 0 && graph.bodies[frame.body.parent.0 as usize].kind == BodyKind::Class;
        if is_receiver || !self.takes_fixtures(frame.at, &graph) || is_parametrized(&graph, frame.body, &parameter.name)
        {
            return Set::NONE;
        }
        match self.fixture(frame.at, &graph, &parameter.name) {
            Some(fixture) => self.gives(fixture, frame.at),
            None if &*parameter.name == "request" => {
                let unit = self.module_of("_pytest.fixtures");
                let class = unit.map(|unit| self.within(unit, "FixtureRequest", frame.at));
                class.map_or(Set::NONE, |class| self.instances(class))
            }
            None => Set::NONE,
        }
    }

    /// A test that pytest finds by its default patterns, or a fixture.
    fn takes_fixtures(&mut self, at: BodyRef, graph: &FileGraph) -> bool {
        let body = &graph.bodies[at.body.0 as usize];
        let is_outermost = matches!(graph.bodies[body.parent.0 as usize].kind, BodyKind::Module | BodyKind::Class);
        if !matches!(body.kind, BodyKind::Function { .. }) || !is_outermost {
            return false;
        }
        let file = last_part(self.map.path(ModuleId(at.unit.0)));
        let is_test_file = file.starts_with("test_") || file.ends_with("_test.py");
        if is_test_file && last_segment(&body.qualname).starts_with("test") {
            return true;
        }
        !body.decorators.is_empty() && self.fixtures_of(at.unit).values().any(|&fixture| fixture == at.body)
    }

    /// The fixture that a function asks for by a name. One that asks for its own name means the one that it stands before.
    fn fixture(&mut self, at: BodyRef, graph: &FileGraph, name: &str) -> Option<BodyRef> {
        let parent = graph.bodies[at.body.0 as usize].parent;
        let fixtures = self.fixtures_of(at.unit);
        if parent == BodyId::MODULE {
            let is_itself = fixtures.get(&(parent, name.into())) == Some(&at.body);
            return self.fixture_around(at.unit, name, is_itself);
        }
        let class = BodyRef { unit: at.unit, body: parent };
        let homes: Vec<BodyRef> = self.mro(class, at).classes().filter(|home| self.is_project(home.unit)).collect();
        for home in homes {
            let own = self.fixtures_of(home.unit).get(&(home.body, name.into())).copied();
            let own = own.map(|body| BodyRef { unit: home.unit, body }).filter(|&own| own != at);
            if own.is_some() {
                return own;
            }
        }
        self.fixture_around(at.unit, name, false)
    }

    /// The fixture of that name that the functions of a module see outside of classes.
    fn fixture_around(&mut self, unit: Unit, name: &str, leaves_out_own: bool) -> Option<BodyRef> {
        let key = (unit, Box::from(name), leaves_out_own);
        if let Some(&known) = self.known_fixtures.found.get(&key) {
            return known;
        }
        let own = ModuleId(unit.0);
        let above = self.conftests(own);
        let plugins: Vec<ModuleId> = above.iter().flat_map(|&conftest| self.plugins(conftest)).collect();
        let first = (!leaves_out_own).then_some(own);
        let modules: Vec<ModuleId> = first.into_iter().chain(above).chain(plugins).collect();
        let mut found = modules.into_iter().find_map(|module| self.fixture_of_module(module, name));
        for plugin in PLUGINS {
            if found.is_some() {
                break;
            }
            let unit = self.module_of(plugin);
            found = unit.and_then(|unit| {
                let body = self.fixtures_of(unit).get(&(BodyId::MODULE, name.into())).copied()?;
                Some(BodyRef { unit, body })
            });
        }
        self.known_fixtures.found.insert(key, found);
        found
    }

    /// The `conftest.py` files in the folder of a module and above it, the nearest first, itself left out.
    fn conftests(&self, module: ModuleId) -> Vec<ModuleId> {
        let mut found = Vec::new();
        let mut path = self.map.path(module);
        while !path.is_empty() {
            path = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let conftest = if path.is_empty() { "conftest.py".to_owned() } else { format!("{path}/conftest.py") };
            found.extend(self.map.at_path(&conftest).filter(|&conftest| conftest != module));
        }
        found
    }

    /// The modules of the project that `pytest_plugins` of a file names.
    fn plugins(&mut self, module: ModuleId) -> Vec<ModuleId> {
        let Some(graph) = self.graph(Unit(module.0)) else { return Vec::new() };
        let body = &graph.bodies[BodyId::MODULE.0 as usize];
        let mut found = Vec::new();
        for effect in &body.effects {
            if let Act::Bind { name, value, .. } = &effect.act
                && &**name == "pytest_plugins"
            {
                let named = texts(body, *value).unwrap_or_default();
                found.extend(named.into_iter().filter_map(|name| self.map.find(module, name)));
            }
        }
        found
    }

    /// The fixture that a module defines or imports under a name.
    fn fixture_of_module(&mut self, module: ModuleId, name: &str) -> Option<BodyRef> {
        let key = (BodyId::MODULE, Box::from(name));
        let unit = Unit(module.0);
        if let Some(&body) = self.fixtures_of(unit).get(&key) {
            return Some(BodyRef { unit, body });
        }
        let places = self.project.canonical(&OwnedPath::Project { module, rest: name.into() }, &Trace::default());
        places.iter().find_map(|place| match place {
            OwnedPath::Project { module, rest } => {
                let unit = Unit(module.0);
                let body = self.fixtures_of(unit).get(&(BodyId::MODULE, rest.clone())).copied()?;
                Some(BodyRef { unit, body })
            }
            OwnedPath::Outside(_) => None,
        })
    }

    /// The fixtures that a module defines.
    fn fixtures_of(&mut self, unit: Unit) -> Arc<Fixtures> {
        if let Some(known) = self.known_fixtures.of_modules.get(&unit) {
            return Arc::clone(known);
        }
        let mut fixtures = Fixtures::default();
        if let Some(graph) = self.graph(unit) {
            for (id, body) in (0..).map(BodyId).zip(&graph.bodies) {
                if matches!(body.kind, BodyKind::Function { .. })
                    && let Some(name) = self.fixture_name(unit, &graph, body)
                {
                    fixtures.insert((body.parent, name), id);
                }
            }
        }
        let fixtures = Arc::new(fixtures);
        self.known_fixtures.of_modules.insert(unit, Arc::clone(&fixtures));
        fixtures
    }

    /// The name by which tests ask for a function, when it is a fixture.
    fn fixture_name(&self, unit: Unit, graph: &FileGraph, body: &Body) -> Option<Box<str>> {
        let around = &graph.bodies[body.parent.0 as usize];
        body.decorators.iter().find_map(|&decorator| {
            let (target, arguments) = match op(around, decorator) {
                Op::Call { callee, arguments } => (*callee, &**arguments),
                _ => (decorator, &[][..]),
            };
            let dotted = self.written(unit, around, target)?;
            if !DECORATORS.contains(&dotted.as_str()) {
                return None;
            }
            let named = arguments.iter().find(|argument| is_keyword(argument, "name"));
            match named.map(|argument| op(around, argument.value)) {
                None => Some(last_segment(&body.qualname).into()),
                Some(Op::Constant(Constant::Text(name))) => Some(name.clone()),
                Some(_) => None,
            }
        })
    }

    /// The dotted name of a chain of attributes, as far as imports tell.
    fn written(&self, unit: Unit, body: &Body, value: ValueId) -> Option<String> {
        match op(body, value) {
            Op::Attribute { object, name } => Some(join(&self.written(unit, body, *object)?, name)),
            Op::Named(OwnedPath::Outside(dotted)) => Some(dotted.to_string()),
            Op::Named(OwnedPath::Project { module, rest }) => {
                let of = if self.is_project(unit) { self.map.name(*module) } else { self.unit_name(unit) };
                Some(join(of, rest))
            }
            _ => None,
        }
    }

    /// A module of the project or of a library.
    fn module_of(&mut self, dotted: &str) -> Option<Unit> {
        let own = self.map.find_anywhere(dotted).map(|module| Unit(module.0));
        own.or_else(|| self.library(dotted))
    }

    /// What a fixture gives whoever asks for it.
    fn gives(&mut self, fixture: BodyRef, reader: BodyRef) -> Set {
        let Some(graph) = self.graph(fixture.unit) else { return Set::NONE };
        let body = &graph.bodies[fixture.body.0 as usize];
        if matches!(body.kind, BodyKind::Function { is_generator: true, .. }) && self.is_project(fixture.unit) {
            return self.cells.read(Cell::Yielded(fixture), reader);
        }
        let returned = self.cells.read(Cell::Returned(fixture), reader);
        if self.is_project(fixture.unit) {
            let passed: Bindings = (0..body.parameters.len() as u32)
                .map(|place| {
                    let set = self.cells.read(Cell::Parameter(fixture, place), reader);
                    (self.passed(fixture, place), set)
                })
                .collect();
            return self.replaced(returned, None, &passed, 0);
        }
        // An annotation of what yields says `Generator[...]`.
        let mut found = Set::NONE;
        for id in self.store.members(returned).to_vec() {
            let name = self.name_of(id);
            let set = match (self.store.get(id), last_segment(&name)) {
                (
                    Obj::Instance(_, inside),
                    "Generator" | "Iterator" | "Iterable" | "AsyncGenerator" | "AsyncIterator",
                ) => inside.first().copied().unwrap_or(Set::UNKNOWN),
                _ => self.store.set(vec![id], false),
            };
            found = self.store.union(found, set);
        }
        found
    }
}

/// `@pytest.mark.parametrize`, of a function or the class around it, gives the parameter its values, or may do so.
fn is_parametrized(graph: &FileGraph, body: &Body, name: &str) -> bool {
    let class = &graph.bodies[body.parent.0 as usize];
    let around_class = &graph.bodies[class.parent.0 as usize];
    let own = body.decorators.iter().map(|&decorator| (class, decorator));
    let of_class = class.decorators.iter().map(|&decorator| (around_class, decorator));
    own.chain(of_class).any(|(around, decorator)| {
        let Op::Call { callee, arguments } = op(around, decorator) else { return false };
        let Op::Attribute { name: method, .. } = op(around, *callee) else { return false };
        if &**method != "parametrize" {
            return false;
        }
        let named = arguments.iter().find(|argument| is_keyword(argument, "argnames")).or(arguments.first());
        let names = named.and_then(|argument| texts(around, argument.value));
        names.is_none_or(|names| names.iter().any(|names| names.split(',').any(|one| one.trim() == name)))
    })
}

fn op(body: &Body, value: ValueId) -> &Op {
    body.values.get(value.0 as usize).map_or(&Op::Unknown, |value| &value.op)
}

fn is_keyword(argument: &Argument, name: &str) -> bool {
    matches!(&argument.kind, ArgumentKind::Keyword(keyword) if **keyword == *name)
}

/// A constant text, or those of a container that is written out; none where something else is in it.
fn texts(body: &Body, value: ValueId) -> Option<Vec<&str>> {
    let text = |value| match op(body, value) {
        Op::Constant(Constant::Text(text)) => Some(&**text),
        _ => None,
    };
    match op(body, value) {
        Op::Display { entries, .. } => entries.iter().map(|entry| text(entry.value)).collect(),
        _ => Some(vec![text(value)?]),
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
