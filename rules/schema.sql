-- The schema of a database, as SQLite has it.
-- Written by `cargo xtask schema` from the .rules files; not to be edited.

-- Tables that every database has, beside those that rules fill. Those whose names begin with `_` hold the rows; people ask
-- the views. A row is known by the number of its file and its place in it, so that the rows of a file lie together, in the
-- order of paths, and no index is needed to find or remove them.

-- One row for each file that was found, also when it could not be read or parsed.
CREATE TABLE _files (
    id            INTEGER PRIMARY KEY,  -- Ascends with the path; there is room for new files between two.
    file          TEXT NOT NULL UNIQUE, -- The index finds a file by its path, and the files of a folder.
    module        TEXT NOT NULL,
    category      TEXT NOT NULL,
    suffix        TEXT NOT NULL,
    encoding      TEXT,
    sha256        TEXT,
    size_bytes    INTEGER,
    line_count    INTEGER,
    node_count    INTEGER
);
CREATE VIEW files AS SELECT
    f.file,        -- TEXT. Path below the indexed root, with `/`.
    f.module,      -- TEXT. Dotted name of its module, e.g. `shop.forms`.
    f.category,    -- TEXT. What the file is for: `source`, `test`, `stub`, `generated` or `vendored`.
    f.suffix,      -- TEXT. File suffix with its dot, e.g. `.py`; empty when it has none.
    f.encoding,    -- TEXT or NULL. Encoding in which it was read.
    f.sha256,      -- TEXT or NULL. Lower-case hexadecimal SHA-256 of its bytes.
    f.size_bytes,  -- INTEGER or NULL. Number of bytes.
    f.line_count,  -- INTEGER or NULL. Number of lines; a last line without a newline counts.
    f.node_count,  -- INTEGER or NULL. Number of nodes in its syntax tree.
    (SELECT count(*) FROM _extraction_errors e WHERE e.file = f.file)
        AS error_count -- INTEGER. Number of its rows in `extraction_errors`.
FROM _files f;

-- Qualified names of what encloses the rows of a file, each once; rows hold the number.
CREATE TABLE _scopes (
    _file         INTEGER NOT NULL, -- Number of the file.
    _row          INTEGER NOT NULL, -- Number of the name in it.
    name          TEXT NOT NULL,    -- The name.
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;

-- What was not wholly understood: paths, unreadable bytes, broken syntax, limits, rows that clash.
CREATE TABLE _extraction_errors (
    file          TEXT NOT NULL,
    _row          INTEGER NOT NULL, -- From 0; below 0 for what was wrong with the path, not with the file.
    line          INTEGER,
    end_line      INTEGER,
    "column"      INTEGER,
    stage         TEXT NOT NULL,
    message       TEXT NOT NULL,
    PRIMARY KEY (file, _row)
) WITHOUT ROWID;
CREATE VIEW extraction_errors AS SELECT
    file,          -- TEXT. Path below the indexed root, with `/`; `.` is the root itself.
    line,          -- INTEGER or NULL. First line of the range, from 1; NULL when the whole file is meant.
    end_line,      -- INTEGER or NULL. Last line of the range.
    "column",      -- INTEGER or NULL. Byte column where the range begins, from 0.
    stage,         -- TEXT. `find`, `read`, `decode`, `parse`, `limit`, `rule`, `key` or `internal`.
    message        -- TEXT. What was wrong, in a sentence.
FROM _extraction_errors;

-- What the run cost. Counts depend on the code alone; seconds and memory on the machine.
CREATE TABLE extraction_metrics (
    rule          TEXT,             -- The rule that is measured; NULL for the whole run.
    metric        TEXT NOT NULL,    -- What is measured: of the run `files`, `bytes`, `lines`, `nodes_total`, `nodes_visited`, `rows`, `errors`, `jobs`, `seconds`, `parse_seconds`, `walk_seconds`, `link_seconds`, `write_seconds`, `files_per_second`, `peak_memory_bytes`; of a rule `candidates`, `rows`.
    value         REAL              -- The measure; NULL where the system does not tell.
);

-- Every rule that is built in, also those that were switched off in this run.
CREATE TABLE rules (
    name          TEXT NOT NULL,    -- Name of the rule.
    table_name    TEXT NOT NULL,    -- Table that it fills.
    doc           TEXT NOT NULL,    -- What it looks for.
    tags          TEXT NOT NULL,    -- JSON array of tags such as `CWE-89`.
    stage         TEXT NOT NULL,    -- When it is decided: `walk`, `scope`, `file` or `project`.
    is_enabled    INTEGER NOT NULL, -- 1 when it ran.
    file          TEXT NOT NULL,    -- The `.rules` file that declares it.
    line          INTEGER NOT NULL  -- Line of its declaration, from 1.
);

-- What wrote the database: one row.
CREATE TABLE _state (
    fingerprint   TEXT NOT NULL,    -- Hash of the program's version, the tables and the rules; other ones need another database.
    identity      TEXT NOT NULL,    -- Made by chance when the database was made.
    generation    INTEGER NOT NULL  -- How often it was changed since; a cache beside it is of one generation.
);

-- Tables that rules fill.

CREATE TABLE _assignments (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    path TEXT,
    value TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW assignments AS
-- Names and places that get a value, one row for each.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the target, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The target: `x`, `self.v`, or `d[]` for a subscript.
    r.name,
    -- For unpacking, which part of the value: `[0]`, `[1][*]`.
    r.path,
    -- The value as written; the iterable of a loop, the managed expression of a `with`.
    r.value,
    -- `assignment`, `augmented`, `walrus`, `loop` or `with`.
    r.kind
    -- unique (file, line, column, name, kind)
FROM _files f JOIN _assignments r ON r._file = f.id;

CREATE TABLE _call_arguments (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    callee TEXT NOT NULL,
    callee_module TEXT,
    argument_index INTEGER,
    value TEXT,
    keyword TEXT,
    parameter TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW call_arguments AS
-- Arguments of calls, one row each; a call without arguments has one row whose argument columns are NULL.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column where the call begins, from 0.
    r.column,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- What is called, as written, without arguments.
    r.callee,
    -- Where the root of the callee's name is imported from: a path of the project, or a dotted name.
    r.callee_module,
    -- Position from 0, positional arguments first.
    r.argument_index,
    -- The argument as written; the star of `*args` stays.
    r.value,
    -- The keyword it is written with.
    r.keyword,
    -- The keyword, or the parameter of the callee that takes it where that is known, or else `arg` and the index.
    r.parameter
FROM _files f JOIN _call_arguments r ON r._file = f.id;

CREATE TABLE _calls (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    resolution TEXT,
    argument_count INTEGER NOT NULL,
    is_awaited INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW calls AS
-- Calls, one row each.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column where the call begins, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- What is called, as written, without arguments.
    r.callee,
    -- Dotted name of what is called, through imports and aliases; NULL when it can not be known.
    r.qualified,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    r.resolution,
    -- Number of arguments, keywords too.
    r.argument_count,
    -- It is awaited. 0 or 1.
    r.is_awaited
FROM _files f JOIN _calls r ON r._file = f.id;

CREATE TABLE _orm_relationships (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    orm TEXT NOT NULL,
    source_model TEXT NOT NULL,
    target_model TEXT NOT NULL,
    kind TEXT NOT NULL,
    foreign_key TEXT,
    has_cascade_delete INTEGER NOT NULL,
    name TEXT NOT NULL,
    is_inverse INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW orm_relationships AS
-- Links between database models, seen from both of their ends.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `sqlalchemy` or `django`.
    r.orm,
    -- The model on whose side the attribute lives.
    r.source_model,
    -- The model at the other end, without its module.
    r.target_model,
    -- `hasMany`, `belongsTo`, `hasOne` or `manyToMany`.
    r.kind,
    -- Column or attribute that carries the link.
    r.foreign_key,
    -- Deleting the owner deletes the related rows. 0 or 1.
    r.has_cascade_delete,
    -- The attribute of `source_model` that reaches the other end.
    r.name,
    -- The attribute is made by the declaration at the other end (`backref`, `related_name`). 0 or 1.
    r.is_inverse,
    -- Qualified name of the class that declares it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, source_model, target_model, name)
FROM _files f JOIN _orm_relationships r ON r._file = f.id;

CREATE TABLE _python_async_functions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    end_line INTEGER NOT NULL,
    has_await INTEGER NOT NULL,
    await_count INTEGER NOT NULL,
    has_async_with INTEGER NOT NULL,
    has_async_for INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_async_functions AS
-- Asynchronous functions, methods and nested ones too. Counts stop at nested functions, classes and lambdas.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- Last line.
    r.end_line,
    -- It awaits something. 0 or 1.
    r.has_await,
    -- How many `await` expressions belong to it.
    r.await_count,
    -- An `async with` statement belongs to it. 0 or 1.
    r.has_async_with,
    -- An `async for` statement or an asynchronous comprehension belongs to it. 0 or 1.
    r.has_async_for
    -- unique (file, line, qualname)
FROM _files f JOIN _python_async_functions r ON r._file = f.id;

CREATE TABLE _python_blueprints (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    variable TEXT NOT NULL,
    name TEXT NOT NULL,
    url_prefix TEXT,
    subdomain TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_blueprints AS
-- Blueprints: groups of routes that an application registers. The prefix that `register_blueprint` may add stands
-- with that call, in `call_arguments`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What the blueprint is bound to: a name or an attribute.
    r.variable,
    -- Its name: the first argument, or else the variable.
    r.name,
    -- The prefix of its routes, when it is constant.
    r.url_prefix,
    -- The subdomain of its routes, when it is constant.
    r.subdomain,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, variable)
FROM _files f JOIN _python_blueprints r ON r._file = f.id;

CREATE TABLE _python_celery_beat_schedules (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    task TEXT,
    kind TEXT NOT NULL,
    expression TEXT,
    args TEXT,
    kwargs TEXT,
    queue TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_celery_beat_schedules AS
-- Tasks that Celery's beat starts at given times.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the entry; for `add_periodic_task` and `@periodic_task` the name given or the function.
    r.name,
    -- Name of the task that is started, or the expression that names it.
    r.task,
    -- `crontab`, `timedelta`, `schedule`, `solar`, `interval` (a number of seconds), `periodic_task` or `unknown`.
    r.kind,
    -- When: `minute=0, hour=*/3`, `30.0 seconds`, `minutes=5`; NULL when it can not be told.
    r.expression,
    -- Positional arguments of the task, as written.
    r.args,
    -- Keyword arguments of the task, as written.
    r.kwargs,
    -- The constant `queue` of the entry's options.
    r.queue,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, name)
FROM _files f JOIN _python_celery_beat_schedules r ON r._file = f.id;

CREATE TABLE _python_decorators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    decorator_line INTEGER NOT NULL,
    decorator TEXT NOT NULL,
    kind TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_name TEXT NOT NULL,
    scope INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_decorators AS
-- Decorators of functions and classes, in the order written.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Line of the decorator itself; `line` is that of `def` or `class`.
    r.decorator_line,
    -- The decorator as written, without arguments.
    r.decorator,
    -- Functions: `property`, `staticmethod`, `classmethod`, `abstractmethod`, `pytest`, `route`, `celery_task` or `custom`; classes: `dataclass` or `custom`.
    r.kind,
    -- `function` or `class`.
    r.target_kind,
    -- Bare name of what is decorated.
    r.target_name,
    -- Qualified name of what encloses the definition.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The target is an `async def`. 0 or 1.
    r.is_async
    -- unique (file, line, decorator_line, decorator)
FROM _files f JOIN _python_decorators r ON r._file = f.id;

CREATE TABLE _python_django_form_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_required INTEGER NOT NULL,
    max_length INTEGER,
    has_validator INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_form_fields AS
-- Fields that Django forms declare in their own body.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the form.
    r.form,
    -- Name of the field.
    r.name,
    -- Last name of the class that makes it, e.g. `CharField`.
    r.type,
    -- `required=False` is not written. 0 or 1.
    r.is_required,
    -- The constant value of `max_length=`.
    r.max_length,
    -- The form defines `clean_<field>`, or `validators=` is given. 0 or 1.
    r.has_validator
    -- unique (file, line, form, name)
FROM _files f JOIN _python_django_form_fields r ON r._file = f.id;

CREATE TABLE _python_django_forms (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    is_model_form INTEGER NOT NULL,
    model TEXT,
    field_count INTEGER NOT NULL,
    has_clean INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_forms AS
-- Django forms, also those that inherit from a form of another file. Inherited fields are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- It is made from a model. 0 or 1.
    r.is_model_form,
    -- The model that its `Meta` names, as written.
    r.model,
    -- Fields that its own body declares.
    r.field_count,
    -- It defines `clean` or a `clean_<field>` of its own. 0 or 1.
    r.has_clean,
    -- Last line.
    r.end_line
    -- unique (file, line, qualname)
FROM _files f JOIN _python_django_forms r ON r._file = f.id;

CREATE TABLE _python_django_receivers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    handler TEXT NOT NULL,
    signals TEXT NOT NULL,
    sender TEXT,
    is_weak INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_receivers AS
-- Functions that Django calls when a signal is sent, by the `@receiver` decorator.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function or class.
    r.handler,
    -- The signals, as written. JSON.
    r.signals,
    -- What `sender=` names.
    r.sender,
    -- Django keeps a weak reference only: `weak=False` is not written. 0 or 1.
    r.is_weak
    -- unique (file, line, handler, signals, sender)
FROM _files f JOIN _python_django_receivers r ON r._file = f.id;

CREATE TABLE _python_django_signals (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    providing_args TEXT NOT NULL,
    sender TEXT,
    receiver TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_signals AS
-- Signals of Django, and those of blinker that Flask uses: where they are defined, and where receivers are connected by a call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The variable or class that is defined; the signal that is connected, as written.
    r.name,
    -- `definition` (an instance), `custom` (a subclass of Signal) or `connection`.
    r.kind,
    -- Names of the arguments that a definition announces; `[]` when it announces none. JSON.
    r.providing_args,
    -- What `sender=` of a connection names.
    r.sender,
    -- The function that is connected, as written.
    r.receiver,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_django_signals r ON r._file = f.id;

CREATE TABLE _python_eval_exec (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    function TEXT NOT NULL,
    is_builtin INTEGER NOT NULL,
    is_constant INTEGER NOT NULL,
    shape TEXT NOT NULL,
    argument TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_eval_exec AS
-- Calls that turn text into code.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The function, as written.
    r.callee,
    -- Its dotted name: `eval`, `exec`, `compile`, `__import__`, `importlib.import_module`, ...
    r.function,
    -- It is one of Python's own `eval`, `exec`, `compile` and `__import__`. 0 or 1.
    r.is_builtin,
    -- That argument is constant, perhaps through a name that is bound once. 0 or 1.
    r.is_constant,
    -- How that argument is put together; `absent` when there is none, as for `code.interact`.
    r.shape,
    -- The argument with the code or the name, as written, cut at 200 characters.
    r.argument,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_eval_exec r ON r._file = f.id;

CREATE TABLE _python_flask_apps (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    factory TEXT NOT NULL,
    variable TEXT,
    config_source TEXT,
    has_blueprints INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_apps AS
-- Where Flask applications are made, and how they are configured.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function that makes the application, `<module>` at the top of a file.
    r.factory,
    -- What the application is bound to; NULL when it is returned or passed on at once.
    r.variable,
    -- The first method that loads its configuration in that function, e.g. `from_object`.
    r.config_source,
    -- `register_blueprint` is called in that function. 0 or 1.
    r.has_blueprints
    -- unique (file, line, factory, variable)
FROM _files f JOIN _python_flask_apps r ON r._file = f.id;

CREATE TABLE _python_flask_hooks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    hook TEXT NOT NULL,
    handler TEXT NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_hooks AS
-- Functions that Flask runs around every request.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Which hook, as Flask spells it.
    r.hook,
    -- The function that runs: its qualified name, or the expression that is registered.
    r.handler,
    -- The application or blueprint, as written.
    r.owner
    -- unique (file, line, hook, handler, owner)
FROM _files f JOIN _python_flask_hooks r ON r._file = f.id;

CREATE TABLE _python_generators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    yield_count INTEGER NOT NULL,
    has_yield_from INTEGER NOT NULL,
    has_send INTEGER NOT NULL,
    is_infinite INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_generators AS
-- Generator functions and generator expressions.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column where it begins, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- `function` or `expression`.
    r.kind,
    -- Bare name of the function, or the text of the expression, cut at 100 characters.
    r.name,
    -- How many `yield` and `yield from` belong to it; 1 for an expression.
    r.yield_count,
    -- One of them is a `yield from`. 0 or 1.
    r.has_yield_from,
    -- It calls a method named `send`. 0 or 1.
    r.has_send,
    -- A `while` whose condition is always true yields, and neither `break` nor `return` leaves it. 0 or 1.
    r.is_infinite
    -- unique (file, line, column, kind)
FROM _files f JOIN _python_generators r ON r._file = f.id;

CREATE TABLE _python_overloads (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    overload_count INTEGER NOT NULL,
    variants TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_overloads AS
-- Overloaded functions: one row for all `@overload` variants of a name in one scope.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class or function that encloses them, `<module>` at the top.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Bare name that the variants share.
    r.name,
    -- Number of decorated variants; the implementation is not one.
    r.overload_count,
    -- For each variant: `line`, `param_types` (`Any` where there is no annotation), `return_type`. JSON.
    r.variants
    -- unique (file, scope, name, line)
FROM _files f JOIN _python_overloads r ON r._file = f.id;

CREATE TABLE _python_pytest_fixtures (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    fixture_scope TEXT NOT NULL,
    is_autouse INTEGER NOT NULL,
    has_params INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_fixtures AS
-- Pytest fixtures.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the function.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- `function` unless `scope=` says otherwise; `<dynamic>` when that is not constant.
    r.fixture_scope,
    -- `autouse=True` is given. 0 or 1.
    r.is_autouse,
    -- `params=` is given. 0 or 1.
    r.has_params,
    -- It is an `async def`. 0 or 1.
    r.is_async
    -- unique (file, line, qualname)
FROM _files f JOIN _python_pytest_fixtures r ON r._file = f.id;

CREATE TABLE _python_pytest_markers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    target TEXT NOT NULL,
    marker TEXT NOT NULL,
    args TEXT NOT NULL,
    marker_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_markers AS
-- Marks of tests, classes and modules, except `parametrize`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the marked function or class, `<module>` for a module.
    r.target,
    -- What stands after `mark.`, e.g. `slow`.
    r.marker,
    -- The arguments as written, keywords as `name=value`. JSON.
    r.args,
    -- Line of the mark itself.
    r.marker_line
    -- unique (file, line, marker_line, target, marker, args)
FROM _files f JOIN _python_pytest_markers r ON r._file = f.id;

CREATE TABLE _python_routes (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    method TEXT NOT NULL,
    pattern TEXT,
    handler TEXT NOT NULL,
    owner TEXT,
    has_auth INTEGER NOT NULL,
    dependencies TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_routes AS
-- URL routes and their handlers: one row for each decorator and HTTP method.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `flask`, `quart`, `fastapi`, `starlette`, `sanic`, `aiohttp`, `tornado`, `bottle`, `ninja` or `django`.
    r.framework,
    -- HTTP method in upper case, `WEBSOCKET`, `ANY` when every method is served or the handler decides, `<dynamic>`
    -- when it is not constant.
    r.method,
    -- The path, when it is constant.
    r.pattern,
    -- Qualified name of the function, or the expression that is registered.
    r.handler,
    -- The application, blueprint or router, as written; NULL where the route names none.
    r.owner,
    -- A decorator of the handler asks for authentication. 0 or 1.
    r.has_auth,
    -- FastAPI: what the parameters depend on, in their order; NULL when there is nothing. JSON.
    r.dependencies,
    -- Qualified name of what encloses the handler.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, framework, method, pattern, handler, owner)
FROM _files f JOIN _python_routes r ON r._file = f.id;

CREATE TABLE _python_sinks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    argument TEXT NOT NULL,
    shape TEXT NOT NULL,
    is_built INTEGER NOT NULL,
    has_shell INTEGER,
    template TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_sinks AS
-- Places where data must not arrive unchecked: where text becomes SQL or a command. What is fixed makes no row, nor do
-- statements made of SQLAlchemy's own functions, as their values are bound; `is_built` rows are those to read first.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `sql` or `command`.
    r.kind,
    -- The function or method, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The argument that matters, as written, cut at 200 characters.
    r.argument,
    -- How its value is put together: `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `list`, `subscript` or `other`.
    r.shape,
    -- Text is put together here from parts that are not constant, also by `join` or in another line of the function. 0 or 1.
    r.is_built,
    -- Commands: a shell runs it; NULL when that is not constant, and for SQL. 0 or 1.
    r.has_shell,
    -- The text with `{}` for each part that is not constant.
    r.template,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_sinks r ON r._file = f.id;

CREATE TABLE _python_subprocess_calls (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT NOT NULL,
    resolution TEXT NOT NULL,
    shape TEXT NOT NULL,
    command TEXT,
    has_shell INTEGER,
    is_checked INTEGER,
    has_timeout INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_subprocess_calls AS
-- Calls that start another program, safe ones too.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The function, as written.
    r.callee,
    -- Its dotted name, e.g. `subprocess.run`.
    r.qualified,
    -- `resolved` when that name is certain, else `assumed`.
    r.resolution,
    -- How the command is put together: `constant`, `list`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `subscript` or `other`; `absent` without one.
    r.shape,
    -- The constant command, or its expression, cut at 200 characters.
    r.command,
    -- A shell runs it; NULL when `shell=` is not constant or may be in a `**` argument. 0 or 1.
    r.has_shell,
    -- A failure raises: the constant `check=`, true for `check_call` and `check_output`, else NULL. 0 or 1.
    r.is_checked,
    -- `timeout=` is given. 0 or 1.
    r.has_timeout,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_subprocess_calls r ON r._file = f.id;

CREATE TABLE _refs (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    module TEXT NOT NULL,
    target TEXT NOT NULL,
    is_in_project INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW refs AS
-- Modules that a file imports, wherever the import stands.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `import` for `import x`, `from` for `from x import y`.
    r.kind,
    -- The module as written, with its dots.
    r.module,
    -- Path of the module when it is part of the project, else its dotted name.
    r.target,
    -- The module is part of the project. 0 or 1.
    r.is_in_project,
    -- Qualified name of what encloses the import.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, kind, module, target)
FROM _files f JOIN _refs r ON r._file = f.id;

CREATE TABLE _symbols (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER,
    scope INTEGER NOT NULL,
    returns TEXT,
    params TEXT,
    is_typed INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW symbols AS
-- Functions, classes, calls and attribute reads: what a file defines and what it names.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of a definition; for calls and attributes the dotted name as written, without arguments.
    r.name,
    -- `function`, `class`, `call` or `property` (an attribute that is read, not called).
    r.kind,
    -- Byte column where it begins, from 0.
    r.column,
    -- Last line of a definition; NULL for calls and properties.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The return annotation of a function.
    r.returns,
    -- Names of a function's parameters in order, without stars; NULL when it has none. JSON.
    r.params,
    -- A function with an annotation on any parameter or on its result. 0 or 1.
    r.is_typed
    -- unique (file, line, column, name, kind)
FROM _files f JOIN _symbols r ON r._file = f.id;

CREATE VIEW python_dangerous_calls AS
-- Calls that run text as code or as a command, or put text together into SQL, in one list with a weight.
SELECT file, line, scope, 'eval' AS kind, callee, 'critical' AS severity
FROM python_eval_exec
WHERE is_builtin AND NOT is_constant
UNION ALL
SELECT file, line, scope, 'command', callee, CASE WHEN has_shell AND is_built THEN 'critical' ELSE 'high' END
FROM python_sinks
WHERE kind = 'command'
UNION ALL
SELECT file, line, scope, 'sql', callee, CASE WHEN is_built THEN 'critical' ELSE 'medium' END
FROM python_sinks
WHERE kind = 'sql';

CREATE VIEW python_missing_auth AS
-- Routes whose handler has no authentication decorator. A candidate list: a request hook, a dependency of the router
-- or a middleware may ask for authentication all the same.
SELECT file, line, framework, method, pattern, handler
FROM python_routes
WHERE NOT has_auth;
