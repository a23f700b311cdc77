-- The schema of a database, as SQLite has it.
-- Written by `cargo xtask schema` from the .rules files; not to be edited.

-- Tables that every database has, beside those that rules fill.

-- One row for each file that was found, also when it could not be read or parsed.
CREATE TABLE files (
    file          TEXT NOT NULL,    -- Path below the indexed root, with `/`.
    module        TEXT NOT NULL,    -- Dotted name of its module, e.g. `shop.forms`.
    category      TEXT NOT NULL,    -- What the file is for: `source`, `test`, `stub`, `generated` or `vendored`.
    suffix        TEXT NOT NULL,    -- File suffix with its dot, e.g. `.py`; empty when it has none.
    encoding      TEXT,             -- Encoding in which it was read.
    sha256        TEXT,             -- Lower-case hexadecimal SHA-256 of its bytes.
    size_bytes    INTEGER,          -- Number of bytes.
    line_count    INTEGER,          -- Number of lines; a last line without a newline counts.
    node_count    INTEGER,          -- Number of nodes in its syntax tree.
    error_count   INTEGER NOT NULL  -- Number of its rows in `extraction_errors`.
);

-- What was not wholly understood: paths, unreadable bytes, broken syntax, limits, rows that clash.
CREATE TABLE extraction_errors (
    file          TEXT NOT NULL,    -- Path below the indexed root, with `/`; `.` is the root itself.
    line          INTEGER,          -- First line of the range, from 1; NULL when the whole file is meant.
    end_line      INTEGER,          -- Last line of the range.
    "column"      INTEGER,          -- Byte column where the range begins, from 0.
    stage         TEXT NOT NULL,    -- `find`, `read`, `decode`, `parse`, `limit`, `rule`, `key` or `internal`.
    message       TEXT NOT NULL     -- What was wrong, in a sentence.
);

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

-- Tables that rules fill.

CREATE TABLE assignments (
    -- Names and places that get a value, one row for each.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Byte column of the target, from 0.
    column INTEGER NOT NULL,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL,
    -- The target: `x`, `self.v`, or `d[]` for a subscript.
    name TEXT NOT NULL,
    -- For unpacking, which part of the value: `[0]`, `[1][*]`.
    path TEXT,
    -- The value as written; the iterable of a loop, the managed expression of a `with`.
    value TEXT NOT NULL,
    -- `assignment`, `augmented`, `walrus`, `loop` or `with`.
    kind TEXT NOT NULL
    -- unique (file, line, column, name, kind)
);
CREATE UNIQUE INDEX assignments_key ON assignments (file, line, column, name, kind);

CREATE TABLE call_arguments (
    -- Arguments of calls, one row each; a call without arguments has one row whose argument columns are NULL.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Byte column where the call begins, from 0.
    column INTEGER NOT NULL,
    -- Qualified name of what encloses the call.
    scope TEXT NOT NULL,
    -- What is called, as written, without arguments.
    callee TEXT NOT NULL,
    -- Where the root of the callee's name is imported from: a path of the project, or a dotted name.
    callee_module TEXT,
    -- Position from 0, positional arguments first.
    argument_index INTEGER,
    -- The argument as written; the star of `*args` stays.
    value TEXT,
    -- The keyword it is written with.
    keyword TEXT,
    -- The keyword, or the parameter of the callee that takes it where that is known, or else `arg` and the index.
    parameter TEXT
);
CREATE INDEX call_arguments_place ON call_arguments (file, line);

CREATE TABLE calls (
    -- Calls, one row each.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Byte column where the call begins, from 0.
    column INTEGER NOT NULL,
    -- Line where it ends.
    end_line INTEGER NOT NULL,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL,
    -- What is called, as written, without arguments.
    callee TEXT NOT NULL,
    -- Dotted name of what is called, through imports and aliases; NULL when it can not be known.
    qualified TEXT,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    resolution TEXT,
    -- Number of arguments, keywords too.
    argument_count INTEGER NOT NULL,
    -- It is awaited. 0 or 1.
    is_awaited INTEGER NOT NULL
);
CREATE INDEX calls_place ON calls (file, line);

CREATE TABLE orm_relationships (
    -- Links between database models, seen from both of their ends.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- `sqlalchemy` or `django`.
    orm TEXT NOT NULL,
    -- The model on whose side the attribute lives.
    source_model TEXT NOT NULL,
    -- The model at the other end, without its module.
    target_model TEXT NOT NULL,
    -- `hasMany`, `belongsTo`, `hasOne` or `manyToMany`.
    kind TEXT NOT NULL,
    -- Column or attribute that carries the link.
    foreign_key TEXT,
    -- Deleting the owner deletes the related rows. 0 or 1.
    has_cascade_delete INTEGER NOT NULL,
    -- The attribute of `source_model` that reaches the other end.
    name TEXT NOT NULL,
    -- The attribute is made by the declaration at the other end (`backref`, `related_name`). 0 or 1.
    is_inverse INTEGER NOT NULL,
    -- Qualified name of the class that declares it.
    scope TEXT NOT NULL
    -- unique (file, line, source_model, target_model, name)
);
CREATE UNIQUE INDEX orm_relationships_key ON orm_relationships (file, line, source_model, target_model, name);

CREATE TABLE python_async_functions (
    -- Asynchronous functions, methods and nested ones too. Counts stop at nested functions, classes and lambdas.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Bare name.
    name TEXT NOT NULL,
    -- Name with those of the enclosing classes and functions.
    qualname TEXT NOT NULL,
    -- Last line.
    end_line INTEGER NOT NULL,
    -- It awaits something. 0 or 1.
    has_await INTEGER NOT NULL,
    -- How many `await` expressions belong to it.
    await_count INTEGER NOT NULL,
    -- An `async with` statement belongs to it. 0 or 1.
    has_async_with INTEGER NOT NULL,
    -- An `async for` statement or an asynchronous comprehension belongs to it. 0 or 1.
    has_async_for INTEGER NOT NULL
    -- unique (file, line, qualname)
);
CREATE UNIQUE INDEX python_async_functions_key ON python_async_functions (file, line, qualname);

CREATE TABLE python_blueprints (
    -- Blueprints: groups of routes that an application registers. The prefix that `register_blueprint` may add stands
    -- with that call, in `call_arguments`.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- What the blueprint is bound to: a name or an attribute.
    variable TEXT NOT NULL,
    -- Its name: the first argument, or else the variable.
    name TEXT NOT NULL,
    -- The prefix of its routes, when it is constant.
    url_prefix TEXT,
    -- The subdomain of its routes, when it is constant.
    subdomain TEXT,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL
    -- unique (file, line, variable)
);
CREATE UNIQUE INDEX python_blueprints_key ON python_blueprints (file, line, variable);

CREATE TABLE python_celery_beat_schedules (
    -- Tasks that Celery's beat starts at given times.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Name of the entry; for `add_periodic_task` and `@periodic_task` the name given or the function.
    name TEXT NOT NULL,
    -- Name of the task that is started, or the expression that names it.
    task TEXT,
    -- `crontab`, `timedelta`, `schedule`, `solar`, `interval` (a number of seconds), `periodic_task` or `unknown`.
    kind TEXT NOT NULL,
    -- When: `minute=0, hour=*/3`, `30.0 seconds`, `minutes=5`; NULL when it can not be told.
    expression TEXT,
    -- Positional arguments of the task, as written.
    args TEXT,
    -- Keyword arguments of the task, as written.
    kwargs TEXT,
    -- The constant `queue` of the entry's options.
    queue TEXT,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL
    -- unique (file, line, name)
);
CREATE UNIQUE INDEX python_celery_beat_schedules_key ON python_celery_beat_schedules (file, line, name);

CREATE TABLE python_decorators (
    -- Decorators of functions and classes, in the order written.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Line of the decorator itself; `line` is that of `def` or `class`.
    decorator_line INTEGER NOT NULL,
    -- The decorator as written, without arguments.
    decorator TEXT NOT NULL,
    -- Functions: `property`, `staticmethod`, `classmethod`, `abstractmethod`, `pytest`, `route`, `celery_task` or `custom`; classes: `dataclass` or `custom`.
    kind TEXT NOT NULL,
    -- `function` or `class`.
    target_kind TEXT NOT NULL,
    -- Bare name of what is decorated.
    target_name TEXT NOT NULL,
    -- Qualified name of what encloses the definition.
    scope TEXT NOT NULL,
    -- The target is an `async def`. 0 or 1.
    is_async INTEGER NOT NULL
    -- unique (file, line, decorator_line, decorator)
);
CREATE UNIQUE INDEX python_decorators_key ON python_decorators (file, line, decorator_line, decorator);

CREATE TABLE python_django_form_fields (
    -- Fields that Django forms declare in their own body.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Qualified name of the form.
    form TEXT NOT NULL,
    -- Name of the field.
    name TEXT NOT NULL,
    -- Last name of the class that makes it, e.g. `CharField`.
    type TEXT NOT NULL,
    -- `required=False` is not written. 0 or 1.
    is_required INTEGER NOT NULL,
    -- The constant value of `max_length=`.
    max_length INTEGER,
    -- The form defines `clean_<field>`, or `validators=` is given. 0 or 1.
    has_validator INTEGER NOT NULL
    -- unique (file, line, form, name)
);
CREATE UNIQUE INDEX python_django_form_fields_key ON python_django_form_fields (file, line, form, name);

CREATE TABLE python_django_forms (
    -- Django forms, also those that inherit from a form of another file. Inherited fields are not repeated.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Bare name of the class.
    name TEXT NOT NULL,
    -- Name with those of the enclosing classes and functions.
    qualname TEXT NOT NULL,
    -- It is made from a model. 0 or 1.
    is_model_form INTEGER NOT NULL,
    -- The model that its `Meta` names, as written.
    model TEXT,
    -- Fields that its own body declares.
    field_count INTEGER NOT NULL,
    -- It defines `clean` or a `clean_<field>` of its own. 0 or 1.
    has_clean INTEGER NOT NULL,
    -- Last line.
    end_line INTEGER NOT NULL
    -- unique (file, line, qualname)
);
CREATE UNIQUE INDEX python_django_forms_key ON python_django_forms (file, line, qualname);

CREATE TABLE python_django_receivers (
    -- Functions that Django calls when a signal is sent, by the `@receiver` decorator.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Qualified name of the function or class.
    handler TEXT NOT NULL,
    -- The signals, as written. JSON.
    signals TEXT NOT NULL,
    -- What `sender=` names.
    sender TEXT,
    -- Django keeps a weak reference only: `weak=False` is not written. 0 or 1.
    is_weak INTEGER NOT NULL
    -- unique (file, line, handler, signals, sender)
);
CREATE UNIQUE INDEX python_django_receivers_key ON python_django_receivers (file, line, handler, signals, sender);

CREATE TABLE python_django_signals (
    -- Signals of Django, and those of blinker that Flask uses: where they are defined, and where receivers are connected by a call.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- The variable or class that is defined; the signal that is connected, as written.
    name TEXT NOT NULL,
    -- `definition` (an instance), `custom` (a subclass of Signal) or `connection`.
    kind TEXT NOT NULL,
    -- Names of the arguments that a definition announces; `[]` when it announces none. JSON.
    providing_args TEXT NOT NULL,
    -- What `sender=` of a connection names.
    sender TEXT,
    -- The function that is connected, as written.
    receiver TEXT,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL
);
CREATE INDEX python_django_signals_place ON python_django_signals (file, line);

CREATE TABLE python_eval_exec (
    -- Calls that turn text into code.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- The function, as written.
    callee TEXT NOT NULL,
    -- Its dotted name: `eval`, `exec`, `compile`, `__import__`, `importlib.import_module`, ...
    function TEXT NOT NULL,
    -- It is one of Python's own `eval`, `exec`, `compile` and `__import__`. 0 or 1.
    is_builtin INTEGER NOT NULL,
    -- That argument is constant, perhaps through a name that is bound once. 0 or 1.
    is_constant INTEGER NOT NULL,
    -- How that argument is put together; `absent` when there is none, as for `code.interact`.
    shape TEXT NOT NULL,
    -- The argument with the code or the name, as written, cut at 200 characters.
    argument TEXT,
    -- Qualified name of what encloses the call.
    scope TEXT NOT NULL
);
CREATE INDEX python_eval_exec_place ON python_eval_exec (file, line);

CREATE TABLE python_flask_apps (
    -- Where Flask applications are made, and how they are configured.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Qualified name of the function that makes the application, `<module>` at the top of a file.
    factory TEXT NOT NULL,
    -- What the application is bound to; NULL when it is returned or passed on at once.
    variable TEXT,
    -- The first method that loads its configuration in that function, e.g. `from_object`.
    config_source TEXT,
    -- `register_blueprint` is called in that function. 0 or 1.
    has_blueprints INTEGER NOT NULL
    -- unique (file, line, factory, variable)
);
CREATE UNIQUE INDEX python_flask_apps_key ON python_flask_apps (file, line, factory, variable);

CREATE TABLE python_flask_hooks (
    -- Functions that Flask runs around every request.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Which hook, as Flask spells it.
    hook TEXT NOT NULL,
    -- The function that runs: its qualified name, or the expression that is registered.
    handler TEXT NOT NULL,
    -- The application or blueprint, as written.
    owner TEXT NOT NULL
    -- unique (file, line, hook, handler, owner)
);
CREATE UNIQUE INDEX python_flask_hooks_key ON python_flask_hooks (file, line, hook, handler, owner);

CREATE TABLE python_generators (
    -- Generator functions and generator expressions.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Byte column where it begins, from 0.
    column INTEGER NOT NULL,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL,
    -- `function` or `expression`.
    kind TEXT NOT NULL,
    -- Bare name of the function, or the text of the expression, cut at 100 characters.
    name TEXT NOT NULL,
    -- How many `yield` and `yield from` belong to it; 1 for an expression.
    yield_count INTEGER NOT NULL,
    -- One of them is a `yield from`. 0 or 1.
    has_yield_from INTEGER NOT NULL,
    -- It calls a method named `send`. 0 or 1.
    has_send INTEGER NOT NULL,
    -- A `while` whose condition is always true yields, and neither `break` nor `return` leaves it. 0 or 1.
    is_infinite INTEGER NOT NULL
    -- unique (file, line, column, kind)
);
CREATE UNIQUE INDEX python_generators_key ON python_generators (file, line, column, kind);

CREATE TABLE python_overloads (
    -- Overloaded functions: one row for all `@overload` variants of a name in one scope.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Qualified name of the class or function that encloses them, `<module>` at the top.
    scope TEXT NOT NULL,
    -- Bare name that the variants share.
    name TEXT NOT NULL,
    -- Number of decorated variants; the implementation is not one.
    overload_count INTEGER NOT NULL,
    -- For each variant: `line`, `param_types` (`Any` where there is no annotation), `return_type`. JSON.
    variants TEXT NOT NULL
    -- unique (file, scope, name, line)
);
CREATE UNIQUE INDEX python_overloads_key ON python_overloads (file, scope, name, line);

CREATE TABLE python_pytest_fixtures (
    -- Pytest fixtures.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Name of the function.
    name TEXT NOT NULL,
    -- Name with those of the enclosing classes and functions.
    qualname TEXT NOT NULL,
    -- `function` unless `scope=` says otherwise; `<dynamic>` when that is not constant.
    fixture_scope TEXT NOT NULL,
    -- `autouse=True` is given. 0 or 1.
    is_autouse INTEGER NOT NULL,
    -- `params=` is given. 0 or 1.
    has_params INTEGER NOT NULL,
    -- It is an `async def`. 0 or 1.
    is_async INTEGER NOT NULL
    -- unique (file, line, qualname)
);
CREATE UNIQUE INDEX python_pytest_fixtures_key ON python_pytest_fixtures (file, line, qualname);

CREATE TABLE python_pytest_markers (
    -- Marks of tests, classes and modules, except `parametrize`.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Qualified name of the marked function or class, `<module>` for a module.
    target TEXT NOT NULL,
    -- What stands after `mark.`, e.g. `slow`.
    marker TEXT NOT NULL,
    -- The arguments as written, keywords as `name=value`. JSON.
    args TEXT NOT NULL,
    -- Line of the mark itself.
    marker_line INTEGER NOT NULL
    -- unique (file, line, marker_line, target, marker, args)
);
CREATE UNIQUE INDEX python_pytest_markers_key ON python_pytest_markers (file, line, marker_line, target, marker, args);

CREATE TABLE python_routes (
    -- URL routes and their handlers: one row for each decorator and HTTP method.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- `flask`, `quart`, `fastapi`, `starlette`, `sanic`, `aiohttp`, `tornado`, `bottle`, `ninja` or `django`.
    framework TEXT NOT NULL,
    -- HTTP method in upper case, `WEBSOCKET`, `ANY` when every method is served or the handler decides, `<dynamic>`
    -- when it is not constant.
    method TEXT NOT NULL,
    -- The path, when it is constant.
    pattern TEXT,
    -- Qualified name of the function, or the expression that is registered.
    handler TEXT NOT NULL,
    -- The application, blueprint or router, as written; NULL where the route names none.
    owner TEXT,
    -- A decorator of the handler asks for authentication. 0 or 1.
    has_auth INTEGER NOT NULL,
    -- FastAPI: what the parameters depend on, in their order; NULL when there is nothing. JSON.
    dependencies TEXT,
    -- Qualified name of what encloses the handler.
    scope TEXT NOT NULL
    -- unique (file, line, framework, method, pattern, handler, owner)
);
CREATE UNIQUE INDEX python_routes_key ON python_routes (file, line, framework, method, pattern, handler, owner);

CREATE TABLE python_sinks (
    -- Places where data must not arrive unchecked: where text becomes SQL or a command. What is fixed makes no row, nor do
    -- statements made of SQLAlchemy's own functions, as their values are bound; `is_built` rows are those to read first.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- `sql` or `command`.
    kind TEXT NOT NULL,
    -- The function or method, as written.
    callee TEXT NOT NULL,
    -- Its dotted name, where it is known.
    qualified TEXT,
    -- The argument that matters, as written, cut at 200 characters.
    argument TEXT NOT NULL,
    -- How its value is put together: `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `list`, `subscript` or `other`.
    shape TEXT NOT NULL,
    -- Text is put together here from parts that are not constant, also by `join` or in another line of the function. 0 or 1.
    is_built INTEGER NOT NULL,
    -- Commands: a shell runs it; NULL when that is not constant, and for SQL. 0 or 1.
    has_shell INTEGER,
    -- The text with `{}` for each part that is not constant.
    template TEXT,
    -- Qualified name of what encloses the call.
    scope TEXT NOT NULL
);
CREATE INDEX python_sinks_place ON python_sinks (file, line);

CREATE TABLE python_subprocess_calls (
    -- Calls that start another program, safe ones too.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- The function, as written.
    callee TEXT NOT NULL,
    -- Its dotted name, e.g. `subprocess.run`.
    qualified TEXT NOT NULL,
    -- `resolved` when that name is certain, else `assumed`.
    resolution TEXT NOT NULL,
    -- How the command is put together: `constant`, `list`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `subscript` or `other`; `absent` without one.
    shape TEXT NOT NULL,
    -- The constant command, or its expression, cut at 200 characters.
    command TEXT,
    -- A shell runs it; NULL when `shell=` is not constant or may be in a `**` argument. 0 or 1.
    has_shell INTEGER,
    -- A failure raises: the constant `check=`, true for `check_call` and `check_output`, else NULL. 0 or 1.
    is_checked INTEGER,
    -- `timeout=` is given. 0 or 1.
    has_timeout INTEGER NOT NULL,
    -- Qualified name of what encloses the call.
    scope TEXT NOT NULL
);
CREATE INDEX python_subprocess_calls_place ON python_subprocess_calls (file, line);

CREATE TABLE refs (
    -- Modules that a file imports, wherever the import stands.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- `import` for `import x`, `from` for `from x import y`.
    kind TEXT NOT NULL,
    -- The module as written, with its dots.
    module TEXT NOT NULL,
    -- Path of the module when it is part of the project, else its dotted name.
    target TEXT NOT NULL,
    -- The module is part of the project. 0 or 1.
    is_in_project INTEGER NOT NULL,
    -- Qualified name of what encloses the import.
    scope TEXT NOT NULL
    -- unique (file, line, kind, module, target)
);
CREATE UNIQUE INDEX refs_key ON refs (file, line, kind, module, target);

CREATE TABLE symbols (
    -- Functions, classes, calls and attribute reads: what a file defines and what it names.
    file TEXT NOT NULL,
    -- Line where it stands, from 1.
    line INTEGER NOT NULL,
    -- Bare name of a definition; for calls and attributes the dotted name as written, without arguments.
    name TEXT NOT NULL,
    -- `function`, `class`, `call` or `property` (an attribute that is read, not called).
    kind TEXT NOT NULL,
    -- Byte column where it begins, from 0.
    column INTEGER NOT NULL,
    -- Last line of a definition; NULL for calls and properties.
    end_line INTEGER,
    -- Qualified name of what encloses it.
    scope TEXT NOT NULL,
    -- The return annotation of a function.
    returns TEXT,
    -- Names of a function's parameters in order, without stars; NULL when it has none. JSON.
    params TEXT,
    -- A function with an annotation on any parameter or on its result. 0 or 1.
    is_typed INTEGER NOT NULL
    -- unique (file, line, column, name, kind)
);
CREATE UNIQUE INDEX symbols_key ON symbols (file, line, column, name, kind);

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
