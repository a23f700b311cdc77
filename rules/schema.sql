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

-- The call graph: one row for each function or class that a call, a decorator, a property or an operator reaches.
CREATE TABLE _call_edges (
    _file         INTEGER NOT NULL, -- Number of the file of the call.
    _row          INTEGER NOT NULL,
    line          INTEGER NOT NULL,
    "column"      INTEGER NOT NULL,
    end_line      INTEGER NOT NULL,
    end_column    INTEGER NOT NULL,
    caller        TEXT NOT NULL,
    callee        TEXT NOT NULL,
    callee_file   INTEGER,          -- Number of the file of the callee.
    callee_line   INTEGER,
    how           TEXT NOT NULL,
    certainty     TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW call_edges AS SELECT
    f.file,        -- TEXT. Path of the file of the call, below the indexed root, with `/`.
    e.line,        -- INTEGER. First line of the call, from 1.
    e."column",    -- INTEGER. Byte column where it begins, from 0.
    e.end_line,    -- INTEGER. Last line of it.
    e.end_column,  -- INTEGER. Byte column behind it.
    e.caller,      -- TEXT. Dotted name of the function or class that calls; of the module for what stands in none.
    e.callee,      -- TEXT. Dotted name of what is reached.
    (SELECT t.file FROM _files t WHERE t.id = e.callee_file)
        AS callee_file, -- TEXT or NULL. Path of the file that defines it; NULL outside of the project.
    e.callee_line, -- INTEGER or NULL. First line of its definition.
    e.how,         -- TEXT. `direct`, `method`, `constructor`, `super`, `decorator`, `property`, `operator` or `callback`.
    e.certainty    -- TEXT. `resolved`, or `assumed` when the call may reach something else.
FROM _files f JOIN _call_edges e ON e._file = f.id;

-- In which order the members of a class are looked for: itself, then its ancestors.
CREATE TABLE _class_mro (
    _file         INTEGER NOT NULL, -- Number of the file of the class.
    _row          INTEGER NOT NULL,
    line          INTEGER NOT NULL,
    class         TEXT NOT NULL,
    position      INTEGER NOT NULL,
    ancestor      TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW class_mro AS SELECT
    f.file,        -- TEXT. Path of the file of the class, below the indexed root, with `/`.
    m.line,        -- INTEGER. Line of its definition, from 1.
    m.class,       -- TEXT. Dotted name of the class.
    m.position,    -- INTEGER. Place of the ancestor, from 0: the class itself.
    m.ancestor     -- TEXT. Dotted name of the ancestor.
FROM _files f JOIN _class_mro m ON m._file = f.id;

-- What was found: one row for each place where a problem is reported. `aud-rules scan` and `index --findings` look for problems; later runs keep them current.
CREATE TABLE findings (
    problem       TEXT NOT NULL,    -- Name of the problem, such as `sql_injection`.
    severity      TEXT NOT NULL,    -- `info`, `low`, `medium`, `high` or `critical`.
    certainty     TEXT NOT NULL,    -- `resolved`, or `assumed` where a name or a callee on the way is only presumed.
    message       TEXT NOT NULL,    -- What is wrong, in a sentence that names both ends.
    file          TEXT NOT NULL,    -- Path of the place that is reported, below the indexed root: of a flow, its sink.
    line          INTEGER NOT NULL, -- First line of it, from 1.
    "column"      INTEGER NOT NULL, -- Byte column where it begins, from 0.
    end_line      INTEGER NOT NULL, -- Last line of it.
    end_column    INTEGER NOT NULL, -- Byte column behind it.
    scope         TEXT NOT NULL,    -- Qualified name of what encloses it in its module; empty for the module itself.
    flow          INTEGER,          -- Number of its flow in `flows`; NULL when it needs none.
    fingerprint   TEXT NOT NULL     -- Stays the same when lines move and files are renamed; equal findings are numbered.
);

-- A flow of data from a source to a sink.
CREATE TABLE flows (
    id            INTEGER PRIMARY KEY, -- Its number, from 1.
    source_kind   TEXT NOT NULL,    -- Kind of the data, such as `remote`.
    sink_kind     TEXT NOT NULL,    -- Kind of the sink, such as `sql`.
    certainty     TEXT NOT NULL,    -- `resolved` or `assumed`: the least on the way.
    is_derived    INTEGER NOT NULL, -- 1 when what arrives is made of the data, 0 when it is the data.
    step_count    INTEGER NOT NULL, -- Number of its rows in `flow_steps`.
    other_sources INTEGER NOT NULL  -- Number of other sources whose data arrives there; the one with the shortest way is shown.
);

-- The way of each flow, source first.
CREATE TABLE flow_steps (
    flow          INTEGER NOT NULL, -- Number of the flow.
    step          INTEGER NOT NULL, -- Place in it, from 0.
    file          TEXT NOT NULL,    -- Path of the file, below the indexed root.
    line          INTEGER NOT NULL, -- First line, from 1.
    "column"      INTEGER NOT NULL, -- Byte column where it begins, from 0.
    end_line      INTEGER NOT NULL, -- Last line.
    end_column    INTEGER NOT NULL, -- Byte column behind it.
    what          TEXT NOT NULL,    -- What happens: `source`, `assign`, `argument`, `return`, `store`, `load`, `derive`, `step`, `call` or `sink`.
    PRIMARY KEY (flow, step)
) WITHOUT ROWID;

-- What the run cost. Counts depend on the code alone; seconds and memory on the machine.
CREATE TABLE extraction_metrics (
    rule          TEXT,             -- The rule that is measured; NULL for the whole run.
    metric        TEXT NOT NULL,    -- What is measured: of the run `files`, `bytes`, `lines`, `nodes_total`, `nodes_visited`, `rows`, `errors`, `jobs`, `seconds`, `parse_seconds`, `walk_seconds`, `link_seconds`, `write_seconds`, `files_per_second`, `peak_memory_bytes`; of a rule `candidates`, `rows`.
    value         REAL              -- The measure; NULL where the system does not tell.
);

-- Every rule that is built in, also those that were switched off in this run.
CREATE TABLE rules (
    name          TEXT NOT NULL,    -- Name of the rule.
    table_name    TEXT,             -- Table that it fills; NULL when it says only how data flows, or reports a problem.
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
    record        BLOB              -- What the last run leaves for the next one.
);

-- What the last run leaves of each file for the next one.
CREATE TABLE _extraction_cache (
    id            INTEGER PRIMARY KEY, -- Number of the file.
    is_reused     INTEGER NOT NULL,
    record        BLOB NOT NULL
);
CREATE VIEW extraction_cache AS SELECT
    f.file,        -- TEXT. Path below the indexed root, with `/`.
    f.sha256,      -- TEXT or NULL. Lower-case hexadecimal SHA-256 of its bytes.
    (SELECT fingerprint FROM _state)
        AS rules_sha256, -- TEXT. Hash of the program's version, the tables and the rules.
    c.is_reused    -- INTEGER. 1 when the last run that changed anything of the file took over what an earlier one had examined.
FROM _extraction_cache c JOIN _files f ON f.id = c.id;

-- Tables that rules fill.

CREATE TABLE _assignment_reads (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    target TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW assignment_reads AS
-- Names that the value of an assignment reads: one row for each name, and for each beginning of a dotted one. Names that the
-- value binds itself, as comprehensions do, are left out. The rows of `assignments` have the same line, column and target.
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
    r.target,
    -- The name that is read: `q.a.b`, `q.a` and `q` for `q.a.b`; what is called is read, too.
    r.name
    -- unique (file, line, column, target, name)
FROM _files f JOIN _assignment_reads r ON r._file = f.id;

CREATE TABLE _assignments (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
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
    -- Dotted name of the variable or attribute in the project; NULL for a subscript, and for an attribute
    -- of an object whose class is not known.
    r.qualified,
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

CREATE TABLE _cdk_constructs (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    construct_id TEXT NOT NULL,
    class TEXT NOT NULL,
    qualified TEXT NOT NULL,
    service TEXT,
    construct_name TEXT,
    variable TEXT,
    is_l1 INTEGER NOT NULL,
    property_count INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW cdk_constructs AS
-- Constructs of the AWS CDK: the resources of the cloud that a program declares.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `file:line:column` of the call, which `cdk_properties` has, too.
    r.construct_id,
    -- The class, as written, e.g. `s3.Bucket`.
    r.class,
    -- Its dotted name, e.g. `aws_cdk.aws_s3.Bucket`.
    r.qualified,
    -- The module of the class without `aws_`, e.g. `s3`; NULL for classes of the core and of the project.
    r.service,
    -- The constant id; NULL when it is put together.
    r.construct_name,
    -- What it is bound to, e.g. `self.bucket`.
    r.variable,
    -- The class is generated from CloudFormation (`CfnBucket`), without defaults of the CDK. 0 or 1.
    r.is_l1,
    -- Number of its properties.
    r.property_count,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where the call ends.
    r.end_line,
    -- Byte column where the call begins, from 0.
    r.column
    -- unique (file, construct_id)
FROM _files f JOIN _cdk_constructs r ON r._file = f.id;

CREATE TABLE _cdk_properties (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    construct_id TEXT NOT NULL,
    class TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    constant TEXT,
    shape TEXT NOT NULL,
    qualified TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW cdk_properties AS
-- Properties of constructs, one row each.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `cdk_constructs.construct_id`.
    r.construct_id,
    -- Dotted name of the construct's class.
    r.class,
    -- Name of the property.
    r.name,
    -- Its value, as written.
    r.value,
    -- Its constant value as text; NULL when it is not constant.
    r.constant,
    -- How it is put together: `constant`, `name`, `attribute`, `call`, `list`, `dict`, `f-string`, `concat` or `other`.
    r.shape,
    -- Dotted name that the value stands for, e.g. `aws_cdk.RemovalPolicy.DESTROY`; of a call that of what is called.
    r.qualified,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, construct_id, name)
FROM _files f JOIN _cdk_properties r ON r._file = f.id;

CREATE TABLE _cfg_blocks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    function TEXT NOT NULL,
    function_line INTEGER NOT NULL,
    qualified TEXT NOT NULL,
    scope INTEGER NOT NULL,
    block INTEGER NOT NULL,
    kind TEXT NOT NULL,
    end_line INTEGER NOT NULL,
    condition TEXT,
    is_dead INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW cfg_blocks AS
-- Blocks of the control flow graphs of functions: pieces of code that control enters at the top. Each `if`, loop, `try`, `with` and
-- `match` makes blocks for its head, its suites and what comes after it.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- First line that it covers.
    r.line,
    -- Bare name of the function.
    r.function,
    -- Line of its `def`: with `file` and `block` what tells a block from all others.
    r.function_line,
    -- Dotted name of the function in the project.
    r.qualified,
    -- Qualified name of the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Number of the block in its function, from 1 for the entry; the exit has the last one.
    r.block,
    -- `entry`, `exit`, `condition` (of `if`, `elif`, `assert`, or the guard of a `case`), `loop_condition`, `loop_body`, `merge` (behind a
    -- compound statement), `return`, `raise`, `try`, `except`, `finally`, `else` (of a loop or `try`), `with`, `with_exit`, `match`, `case`,
    -- or `basic`: any other suite, or code behind a jump.
    r.kind,
    -- Last line that it covers.
    r.end_line,
    -- The test, what a `for` goes through, the subject, pattern, classes of exceptions or context managers.
    r.condition,
    -- No way leads to it from the entry. 0 or 1.
    r.is_dead
    -- unique (file, function_line, block)
FROM _files f JOIN _cfg_blocks r ON r._file = f.id;

CREATE TABLE _cfg_edges (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    function TEXT NOT NULL,
    function_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    to_line INTEGER NOT NULL,
    from_block INTEGER NOT NULL,
    to_block INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW cfg_edges AS
-- How control goes from block to block.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- First line of the block where control leaves.
    r.line,
    -- Bare name of the function.
    r.function,
    -- Line of its `def`.
    r.function_line,
    -- Qualified name of the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- First line of the block where control arrives.
    r.to_line,
    -- Number of the block where control leaves, as `cfg_blocks.block`.
    r.from_block,
    -- Number of the block where control arrives.
    r.to_block,
    -- `normal`, `true`, `false` (also of patterns and handlers that do not fit), `back_edge`, `exception` (from anywhere in the block),
    -- `break`, `continue`, `return`, or `suppressed`: a `with` whose suite never ends may swallow an exception.
    r.kind
    -- unique (file, function_line, from_block, to_block, kind)
FROM _files f JOIN _cfg_edges r ON r._file = f.id;

CREATE TABLE _cfg_statements (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    function TEXT NOT NULL,
    function_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    block INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW cfg_statements AS
-- Where statements stand in the control flow graphs: each in one block, a compound statement where its head does. `elif`,
-- `case`, `except` and `finally` have rows of their own.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the function.
    r.function,
    -- Line of its `def`.
    r.function_line,
    -- Qualified name of the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Number of the block, as `cfg_blocks.block`.
    r.block,
    -- Byte column of the statement, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- `if`, `elif`, `for`, `while`, `try`, `except`, `finally`, `with`, `match`, `case`, `return`, `raise`, `break`, `continue`, `assert`,
    -- `pass`, `delete`, `import`, `import_from`, `future_import`, `global`, `nonlocal`, `function`, `class`, `type_alias`, `print`, `exec`, or `statement`
    -- for an expression or assignment.
    r.kind,
    -- First line of the statement.
    r.text
    -- unique (file, line, column)
FROM _files f JOIN _cfg_statements r ON r._file = f.id;

CREATE TABLE _class_bases (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    class TEXT NOT NULL,
    qualified TEXT NOT NULL,
    base_index INTEGER NOT NULL,
    base TEXT NOT NULL,
    base_qualified TEXT,
    base_resolution TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW class_bases AS
-- Base classes, in the order written: one row for each base of each class.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class.
    r.class,
    -- Dotted name of the class in the project.
    r.qualified,
    -- Position among the bases, from 0.
    r.base_index,
    -- The base as written.
    r.base,
    -- Dotted name of the base, through imports and aliases; of `Base[T]` that of `Base`; NULL when it can not be known.
    r.base_qualified,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    r.base_resolution,
    -- Qualified name of what encloses the class.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, class, base_index)
FROM _files f JOIN _class_bases r ON r._file = f.id;

CREATE TABLE _class_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    class TEXT NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    annotation TEXT,
    annotation_qualified TEXT,
    is_optional INTEGER NOT NULL,
    is_readonly INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    is_declaration INTEGER NOT NULL,
    value TEXT,
    value_qualified TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW class_fields AS
-- What classes keep: names that their bodies bind, attributes that their methods give to `self`, and properties.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the name or attribute, from 0; of the `def` of a property.
    r.column,
    -- Qualified name of what encloses it: the class, or the method that binds the attribute.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Qualified name of the class.
    r.class,
    -- Name of the attribute.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `class` (bound in the body), `instance` (first bound through `self` in a method) or `property`.
    r.kind,
    -- The annotation as written; what a property says that it gives back.
    r.annotation,
    -- Dotted name that the annotation stands for; with a subscript that of what is subscripted.
    r.annotation_qualified,
    -- The annotation is `Optional[...]`, or a union with `None`. 0 or 1.
    r.is_optional,
    -- It is `Final`, a field of a frozen dataclass, of a frozen attrs class or of a `NamedTuple`, or a property without setter. 0 or 1.
    r.is_readonly,
    -- `private` (`__x`), `protected` (`_x`) or `public`.
    r.visibility,
    -- It is annotated and has no value. 0 or 1.
    r.is_declaration,
    -- The value as written; of an unpacked one the whole.
    r.value,
    -- Dotted name that the value stands for, or, when it is a call, what that calls.
    r.value_qualified
    -- unique (file, line, column, class, name)
FROM _files f JOIN _class_fields r ON r._file = f.id;

CREATE TABLE _dict_entries (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    holder TEXT NOT NULL,
    holder_kind TEXT NOT NULL,
    qualified TEXT,
    callee TEXT,
    key TEXT NOT NULL,
    key_kind TEXT NOT NULL,
    value TEXT NOT NULL,
    kind TEXT NOT NULL,
    value_qualified TEXT,
    nested_level INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW dict_entries AS
-- Entries of dict displays, nested ones too.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the entry, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- What holds the dict: the target of an assignment, the parameter of a default, or else
    -- `<return_dict_line_N>`, `<arg_dict_line_N>`, `<list_dict_line_N>`, `<tuple_dict_line_N>`,
    -- `<set_dict_line_N>`, `<yield_dict_line_N>`, `<dict_line_N>` with the line where the dict begins. A
    -- dict that is the value of an entry adds a dot and the key.
    r.holder,
    -- `variable`, `default`, `return`, `argument`, `list`, `tuple`, `set`, `yield` or `other`.
    r.holder_kind,
    -- Dotted name in the project of the variable that holds the outermost dict.
    r.qualified,
    -- What is called, as written, when the outermost dict is part of an argument.
    r.callee,
    -- The key: a constant without quotes, a name or expression as written, `**spread` for an unpacking.
    r.key,
    -- `string`, `constant`, `name`, `expression` or `spread`.
    r.key_kind,
    -- A constant without quotes, `<lambda>`, `{...}` for a dict, `[...]` for a list; what is unpacked, without arguments; else as
    -- written, at most 250 characters.
    r.value,
    -- `function_ref` (a name), `function` (a lambda), `literal`, `object` (a dict), `array` (a list), `spread` or `expression`.
    r.kind,
    -- Dotted name that the value stands for, or, when it is a call, what that calls.
    r.value_qualified,
    -- How many dicts are around the one that has the entry; 0 for the outermost.
    r.nested_level
    -- unique (file, line, column, holder)
FROM _files f JOIN _dict_entries r ON r._file = f.id;

CREATE TABLE _env_reads (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    operation TEXT NOT NULL,
    expression TEXT NOT NULL,
    callee TEXT NOT NULL,
    has_default INTEGER NOT NULL,
    fallback TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW env_reads AS
-- Environment variables that are read, written, asked for or deleted.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the variable; `<dynamic>` when it is not constant.
    r.name,
    -- `read`, `write`, `check` (is it set?) or `delete`.
    r.operation,
    -- The whole access, as written, cut at 200 characters.
    r.expression,
    -- What is called or subscripted, as written.
    r.callee,
    -- A value for the case that it is not set is given. 0 or 1.
    r.has_default,
    -- That value, as written.
    r.fallback,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _env_reads r ON r._file = f.id;

CREATE TABLE _function_parameters (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    function TEXT NOT NULL,
    function_qualified TEXT NOT NULL,
    name TEXT NOT NULL,
    parameter_index INTEGER NOT NULL,
    passing TEXT NOT NULL,
    is_receiver INTEGER NOT NULL,
    default_value TEXT,
    default_qualified TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW function_parameters AS
-- Parameters of functions, in the order written. Their annotations are in `type_annotations`, at the same line and column;
-- the view `python_parameters` has both.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of its name, from 0.
    r.column,
    -- Qualified name of the function.
    r.function,
    -- Dotted name of the function in the project.
    r.function_qualified,
    -- Its name, without stars.
    r.name,
    -- Position among the parameters, from 0.
    r.parameter_index,
    -- How arguments reach it: `positional` (before `/`), `normal`, `vararg` (`*args`), `keyword` or `kwarg` (`**kw`).
    r.passing,
    -- It is the `self` or `cls` of a method: the first parameter, and no static method. 0 or 1.
    r.is_receiver,
    -- The default value as written.
    r.default_value,
    -- Dotted name that the default stands for, or, when it is a call, what that calls.
    r.default_qualified
    -- unique (file, line, column)
FROM _files f JOIN _function_parameters r ON r._file = f.id;

CREATE TABLE _name_uses (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    usage TEXT NOT NULL,
    is_called INTEGER NOT NULL,
    qualified TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW name_uses AS
-- Where names are used: every variable, and every chain of attributes with each of its beginnings (`q.a.b`, `q.a` and `q`). One row for each line and way of use. Names of definitions, imports, keywords and attributes alone have none.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of what encloses it: the function or class whose code it is.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The name or chain as written; calls and subscripts on the way lose their arguments, and `?` stands for a part that has no name.
    r.name,
    -- `read`, `write`, `delete`, `augmented` (both read and written by `+=` and the like) or `parameter`.
    r.usage,
    -- It is what a call calls. The calls themselves are in `calls`. 0 or 1.
    r.is_called,
    -- Dotted name that it stands for, through imports and aliases; for what is bound or declared here, its
    -- own in the project. NULL for targets of comprehensions, parameters of lambdas, and where it can not be known.
    r.qualified
    -- unique (file, line, scope, name, usage, is_called, qualified)
FROM _files f JOIN _name_uses r ON r._file = f.id;

CREATE TABLE _orm_queries (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    orm TEXT NOT NULL,
    chain TEXT NOT NULL,
    method TEXT NOT NULL,
    methods TEXT NOT NULL,
    model TEXT,
    model_qualified TEXT,
    includes TEXT,
    has_limit INTEGER NOT NULL,
    has_transaction INTEGER NOT NULL,
    is_write INTEGER NOT NULL,
    is_raw INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW orm_queries AS
-- Chains of calls that ask a database through an ORM: one row for the longest chain.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- As in `python_orm_models`.
    r.orm,
    -- The chain without arguments, e.g. `User.objects.filter.order_by`.
    r.chain,
    -- Its last method, e.g. `order_by`.
    r.method,
    -- All its methods, from the first to the last. JSON.
    r.methods,
    -- The model that is asked, as written, where the chain names one.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- Constant or dotted names that the chain loads eagerly, e.g. `["author", "tags"]`; NULL when none. JSON.
    r.includes,
    -- The chain restricts the number of rows: `first`, `get`, `limit`, `[:n]` and their like. 0 or 1.
    r.has_limit,
    -- It stands in a block or function that is a transaction: `transaction.atomic`, `session.begin`. 0 or 1.
    r.has_transaction,
    -- A method of the chain writes. 0 or 1.
    r.is_write,
    -- A method of the chain takes SQL as text: `raw`, `extra`, `from_statement`, or `text(...)`. 0 or 1.
    r.is_raw,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column, chain)
FROM _files f JOIN _orm_queries r ON r._file = f.id;

CREATE TABLE _orm_relationships (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    orm TEXT NOT NULL,
    source_model TEXT NOT NULL,
    source_qualified TEXT,
    target_model TEXT NOT NULL,
    target_qualified TEXT,
    target TEXT,
    kind TEXT NOT NULL,
    foreign_key TEXT,
    through TEXT,
    has_cascade_delete INTEGER NOT NULL,
    name TEXT NOT NULL,
    back_name TEXT,
    is_inverse INTEGER NOT NULL,
    is_abstract INTEGER NOT NULL,
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
    -- As in `python_orm_models`.
    r.orm,
    -- The model on whose side the attribute lives, without its module.
    r.source_model,
    -- Its dotted name in the project; NULL for the far end of a link that names it by a text of another file.
    r.source_qualified,
    -- The model at the other end, without its module; `Unknown` when it can not be told.
    r.target_model,
    -- Its dotted name in the project; NULL when it is named by a text of another file or by the settings.
    r.target_qualified,
    -- The other end of the declaration as written, e.g. `blog.Post` or `self`; the same in both rows of a link.
    r.target,
    -- `hasMany`, `belongsTo`, `hasOne` or `manyToMany`.
    r.kind,
    -- Column or attribute that carries the link.
    r.foreign_key,
    -- The table or model between the two ends of a `manyToMany`, as written.
    r.through,
    -- Deleting the owner deletes the related rows. 0 or 1.
    r.has_cascade_delete,
    -- The attribute of `source_model` that reaches the other end. Of a declaration in an abstract base of Django the far
    -- end keeps `%(class)s` and `%(app_label)s`, which `orm_model_relationships` fills in for each model.
    r.name,
    -- The attribute at the other end, where the declaration says or implies it.
    r.back_name,
    -- The attribute is made by the declaration at the other end: `backref`, `related_name`, or the name that Django
    -- chooses when there is none (`post_set`). 0 or 1.
    r.is_inverse,
    -- The class that declares it is abstract: the link belongs to the models that inherit from it. 0 or 1.
    r.is_abstract,
    -- Qualified name of the class that declares it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, source_model, target_model, name, is_inverse)
FROM _files f JOIN _orm_relationships r ON r._file = f.id;

CREATE TABLE _python_async_functions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    qualified TEXT NOT NULL,
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
    -- Dotted name in the project.
    r.qualified,
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

CREATE TABLE _python_async_generators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    kind TEXT NOT NULL,
    function TEXT,
    qualified TEXT,
    target_vars TEXT,
    iterable TEXT,
    iterable_qualified TEXT,
    yield_count INTEGER,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_async_generators AS
-- Asynchronous iteration: functions that make it, loops and comprehensions that do it.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column where it begins, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- `async_for`, `async_generator_function` or `async_comprehension`.
    r.kind,
    -- Bare name of the function that makes the values, or in which the loop stands; NULL outside functions.
    r.function,
    -- Dotted name of that function in the project.
    r.qualified,
    -- Names and places that the loop binds, in order; NULL for functions. JSON.
    r.target_vars,
    -- What is iterated, without the arguments of a call; NULL for functions.
    r.iterable,
    -- Dotted name of that, through imports and aliases; NULL when it can not be known.
    r.iterable_qualified,
    -- How many `yield` belong to the function; NULL for loops.
    r.yield_count
    -- unique (file, line, column, kind)
FROM _files f JOIN _python_async_generators r ON r._file = f.id;

CREATE TABLE _python_auth_patterns (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    target TEXT NOT NULL,
    qualified TEXT,
    decorator TEXT NOT NULL,
    decorator_qualified TEXT,
    how TEXT NOT NULL,
    kind TEXT NOT NULL,
    permissions TEXT,
    is_async INTEGER NOT NULL,
    pattern_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_auth_patterns AS
-- Places where a function or class asks for authentication or for a permission, or is exempt from it.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function or class; of a view that is wrapped, the view as written.
    r.target,
    -- Dotted name of it in the project; NULL where it is an expression.
    r.qualified,
    -- The decorator, mixin, dependency or attribute, as written, without arguments.
    r.decorator,
    -- Dotted name of it, where it is known.
    r.decorator_qualified,
    -- `decorator`, `method_decorator`, `wrapped` (`login_required(view)`), `class_attribute`, `mixin`, `dependency`, `setting`, `body` (the function itself asks) or `urls` (all patterns of a module are wrapped).
    r.how,
    -- `login`, `permission`, `role`, `staff`, `token` or `exempt`.
    r.kind,
    -- The constant permissions, roles or classes that are asked for, as a list; NULL when none are told. JSON.
    r.permissions,
    -- The target is an `async def`. 0 or 1.
    r.is_async,
    -- Line of the decorator, attribute, mixin or dependency itself.
    r.pattern_line,
    -- Qualified name of what encloses the target.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_auth_patterns r ON r._file = f.id;

CREATE TABLE _python_await_expressions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    awaited TEXT NOT NULL,
    qualified TEXT,
    resolution TEXT,
    is_call INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_await_expressions AS
-- What is awaited: one row for each `await`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the `await`, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- Qualified name of the function that waits, `<module>` at the top of a notebook.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- What is awaited, without the arguments of a call; what has no name as written.
    r.awaited,
    -- Dotted name of that, through imports and aliases; NULL when it can not be known.
    r.qualified,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    r.resolution,
    -- A call is awaited, and no task, future or other object that exists already. 0 or 1.
    r.is_call
FROM _files f JOIN _python_await_expressions r ON r._file = f.id;

CREATE TABLE _python_blueprints (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    variable TEXT NOT NULL,
    qualified TEXT NOT NULL,
    name TEXT NOT NULL,
    url_prefix TEXT,
    subdomain TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_blueprints AS
-- Blueprints: groups of routes that an application registers. The prefix that `register_blueprint` may add stands
-- in `python_router_mounts`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What the blueprint is bound to: a name or an attribute.
    r.variable,
    -- Its dotted name in the project, as `python_routers.qualified`.
    r.qualified,
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
    qualified TEXT,
    expression TEXT,
    args TEXT,
    kwargs TEXT,
    queue TEXT,
    end_line INTEGER NOT NULL,
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
    -- `crontab`, `timedelta`, `schedule`, `solar`, `interval` (a number of seconds, perhaps computed), `periodic_task` or `unknown`.
    r.kind,
    -- Dotted name of the task's function in the project, where the schedule names the function.
    r.qualified,
    -- When: `minute=0, hour=*/3`, `30.0 seconds`, `minutes=5`; NULL when it can not be told.
    r.expression,
    -- Positional arguments of the task, as written.
    r.args,
    -- Keyword arguments of the task, as written.
    r.kwargs,
    -- The constant `queue` of the entry's options.
    r.queue,
    -- Line where the entry ends.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, name)
FROM _files f JOIN _python_celery_beat_schedules r ON r._file = f.id;

CREATE TABLE _python_celery_task_calls (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    task TEXT NOT NULL,
    qualified TEXT,
    method TEXT NOT NULL,
    argument_count INTEGER NOT NULL,
    has_countdown INTEGER NOT NULL,
    has_eta INTEGER NOT NULL,
    queue TEXT,
    serializer TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_celery_task_calls AS
-- Where Celery's tasks are started, and where signatures and canvases of them are made: one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The task: the receiver without arguments, the constant name of `send_task` and `signature`, or `chain`, `group`
    -- and `chord` for what is called on these; another expression as written.
    r.task,
    -- Dotted name of the task in the project, which `python_celery_tasks.qualified` has; NULL when it is not known.
    r.qualified,
    -- `delay`, `apply_async`, `apply`, `s`, `si`, `signature`, `map`, `starmap`, `chunks`, `chain`, `group`, `chord`, `send_task` ...
    r.method,
    -- Number of positional arguments of this call.
    r.argument_count,
    -- `countdown=` is given. 0 or 1.
    r.has_countdown,
    -- `eta=` is given. 0 or 1.
    r.has_eta,
    -- The constant `queue=`.
    r.queue,
    -- The constant `serializer=`.
    r.serializer,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_celery_task_calls r ON r._file = f.id;

CREATE TABLE _python_celery_tasks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT,
    decorator TEXT NOT NULL,
    decorator_qualified TEXT,
    parameter_count INTEGER NOT NULL,
    is_bound INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    serializer TEXT,
    max_retries INTEGER,
    rate_limit TEXT,
    time_limit REAL,
    soft_time_limit REAL,
    queue TEXT,
    is_result_ignored INTEGER,
    is_acked_late INTEGER,
    autoretry_for TEXT NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_celery_tasks AS
-- Tasks of Celery: functions that run in another process, with arguments that came as a message.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The name that it is registered under: `name=`, or else its dotted name.
    r.name,
    -- Qualified name of the function or class; what is given to `shared_task(...)`, as written, where that is called.
    r.function,
    -- Dotted name in the project by which it is started: of the function or class, or of the variable that holds what
    -- a call made of it; NULL where there is none.
    r.qualified,
    -- What makes it a task, as written, e.g. `app.task`; for a class its base.
    r.decorator,
    -- Dotted name of that, where it is known, e.g. `celery.app.base.Celery.task`.
    r.decorator_qualified,
    -- Number of parameters without `*` and `**`, without the task itself when it is bound.
    r.parameter_count,
    -- `bind=True`: the task itself is the first parameter; so it is for a class. 0 or 1.
    r.is_bound,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- The constant `serializer=`, e.g. `pickle`.
    r.serializer,
    -- The constant `max_retries=`.
    r.max_retries,
    -- The constant `rate_limit=`, e.g. `10/m`.
    r.rate_limit,
    -- The constant `time_limit=` in seconds.
    r.time_limit,
    -- The constant `soft_time_limit=` in seconds.
    r.soft_time_limit,
    -- The constant `queue=`.
    r.queue,
    -- The constant `ignore_result=`. 0 or 1.
    r.is_result_ignored,
    -- The constant `acks_late=`. 0 or 1.
    r.is_acked_late,
    -- Exceptions of `autoretry_for=`, as written. JSON.
    r.autoretry_for,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, function)
FROM _files f JOIN _python_celery_tasks r ON r._file = f.id;

CREATE TABLE _python_context_managers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
    resolution TEXT,
    target TEXT,
    is_async INTEGER NOT NULL,
    is_custom INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_context_managers AS
-- Context managers: where `with` uses them, and classes that are some.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the managed expression or the class, from 0.
    r.column,
    -- Line where the managed expression or the class ends.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- `with`, `async_with`, `class` or `async_class`.
    r.kind,
    -- What is managed, without the arguments of a call, or as written when it has no name; the name of the class.
    r.name,
    -- Dotted name of that: what is called or named, through imports and aliases, or the class in the project.
    r.qualified,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    r.resolution,
    -- What stands after `as`, as written.
    r.target,
    -- It is an `async with`, or a class for such. 0 or 1.
    r.is_async,
    -- It is a class that the project defines. 0 or 1.
    r.is_custom
    -- unique (file, line, column, kind)
FROM _files f JOIN _python_context_managers r ON r._file = f.id;

CREATE TABLE _python_cookies (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    operation TEXT NOT NULL,
    callee TEXT NOT NULL,
    name TEXT,
    value TEXT,
    is_constant INTEGER NOT NULL,
    is_from_request INTEGER NOT NULL,
    is_secure INTEGER,
    is_httponly INTEGER,
    samesite TEXT,
    domain TEXT,
    max_age TEXT,
    argument_line INTEGER,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_cookies AS
-- Cookies that are written or deleted, with their flags, and settings that give such flags.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `set`, `set_signed`, `delete` or `setting`.
    r.operation,
    -- What is called or assigned, as written.
    r.callee,
    -- The constant name of the cookie, or the setting; NULL when it is not constant.
    r.name,
    -- The value, as written, cut at 200 characters.
    r.value,
    -- The value is a constant. 0 or 1.
    r.is_constant,
    -- The value itself holds what a web client sent. 0 or 1.
    r.is_from_request,
    -- Sent over TLS only: false when nothing is said; NULL when it is not constant, and for what is deleted. 0 or 1.
    r.is_secure,
    -- Hidden from scripts: false when nothing is said; NULL when it is not constant, and for what is deleted. 0 or 1.
    r.is_httponly,
    -- `Lax`, `Strict` or `None`, as given; NULL when nothing is said.
    r.samesite,
    -- The domain, as written.
    r.domain,
    -- How long it lives (`max_age=`, `expires=`), as written; `1 days` of Tornado's `expires_days=1`.
    r.max_age,
    -- Line where the value begins.
    r.argument_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_cookies r ON r._file = f.id;

CREATE TABLE _python_crypto_operations (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT NOT NULL,
    operation TEXT NOT NULL,
    algorithm TEXT,
    mode TEXT,
    key_size INTEGER,
    key TEXT,
    has_constant_key INTEGER NOT NULL,
    has_constant_nonce INTEGER NOT NULL,
    is_weak INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_crypto_operations AS
-- Ciphers, keys and messages that are made with a cryptographic library.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `Crypto`, `Cryptodome`, `cryptography`, `nacl`, `rsa`, `hmac`, `secrets`, `os` or `paramiko`.
    r.library,
    -- What is called, as written.
    r.callee,
    -- Its dotted name.
    r.qualified,
    -- `cipher`, `key` (a key or random bytes are made or read), `mac`, `sign`, `verify`, `encrypt` or `decrypt`.
    r.operation,
    -- `AES`, `DES`, `3DES`, `RC2`, `RC4`, `Blowfish`, `CAST5`, `IDEA`, `SEED`, `ChaCha20`, `Fernet`, `RSA`, `DSA`, `EC`, `Ed25519` ...; NULL when it is not told.
    r.algorithm,
    -- `ECB`, `CBC`, `CTR`, `CFB`, `OFB`, `GCM`, `EAX`, `CCM`, `XTS` ...; NULL when none is given.
    r.mode,
    -- The constant number of bits of a key that is made.
    r.key_size,
    -- The key, as written.
    r.key,
    -- The key is a constant, perhaps through a name. 0 or 1.
    r.has_constant_key,
    -- The initialization vector or nonce is a constant. 0 or 1.
    r.has_constant_nonce,
    -- An algorithm that is broken or outdated, `ECB`, a short key, or a constant key or nonce. 0 or 1.
    r.is_weak,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_crypto_operations r ON r._file = f.id;

CREATE TABLE _python_csrf_protection (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    framework TEXT NOT NULL,
    target TEXT NOT NULL,
    qualified TEXT,
    value TEXT,
    is_disabled INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_csrf_protection AS
-- Where protection against cross-site request forgery is switched on, off, or used.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `exempt`, `protect`, `ensure_cookie`, `requires_token`, `extension`, `middleware`, `setting`, `form_meta`, `validate` or `token`.
    r.kind,
    -- `django`, `flask`, `starlette`, `tornado`, `pyramid`, `litestar`, `wtforms` (a form of WTForms without a framework) or `generic`.
    r.framework,
    -- The function or class, the name of the setting, or what is called.
    r.target,
    -- Dotted name of the function, class or call, where it is known.
    r.qualified,
    -- The value of a setting, as written.
    r.value,
    -- The fact switches protection off. 0 or 1.
    r.is_disabled,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_csrf_protection r ON r._file = f.id;

CREATE TABLE _python_data_model_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    model TEXT NOT NULL,
    model_qualified TEXT NOT NULL,
    library TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT,
    alias TEXT,
    is_required INTEGER NOT NULL,
    constraints TEXT NOT NULL,
    has_validator INTEGER NOT NULL,
    is_secret INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_data_model_fields AS
-- Fields that data models declare in their own body.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the model.
    r.model,
    -- Its dotted name in the project.
    r.model_qualified,
    -- As in `python_data_models`.
    r.library,
    -- Name of the field.
    r.name,
    -- Its annotation as written, without quotes.
    r.type,
    -- The constant name under which it is read, where that is another one.
    r.alias,
    -- It has no default. 0 or 1.
    r.is_required,
    -- What limits its values, as written, e.g. `["max_length=80", "gt=0"]`: here, in `Annotated[...]` or `conint(...)`,
    -- or in the alias of the same file that the annotation names; `[]` when nothing does. JSON.
    r.constraints,
    -- A validator of its own checks it: a method of the class, one in `Annotated[...]`, or `validator=`. 0 or 1.
    r.has_validator,
    -- Its type keeps the value out of logs: `SecretStr`, `SecretBytes` or `Secret[...]`, or `repr=False` is given. 0 or 1.
    r.is_secret,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, model_qualified, name)
FROM _files f JOIN _python_data_model_fields r ON r._file = f.id;

CREATE TABLE _python_data_models (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    library TEXT NOT NULL,
    kind TEXT NOT NULL,
    extra TEXT,
    is_frozen INTEGER NOT NULL,
    is_strict INTEGER NOT NULL,
    field_count INTEGER NOT NULL,
    has_validators INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_data_models AS
-- Classes whose data a library checks: models of Pydantic 1 and 2, classes of attrs, structs of msgspec.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `pydantic`, `attrs` or `msgspec`.
    r.library,
    -- `model`, `settings` (read from the environment), `root` (one value), `dataclass`, `class` (attrs) or `struct`.
    r.kind,
    -- What happens to fields that the model does not declare: `allow`, `ignore` or `forbid`, as far as the class says;
    -- NULL when it says nothing (Pydantic and msgspec ignore them then).
    r.extra,
    -- Its objects can not be changed: `frozen=True`, `allow_mutation = False`, or `@frozen`. 0 or 1.
    r.is_frozen,
    -- It converts no types: `strict=True`. 0 or 1.
    r.is_strict,
    -- Fields that its own body declares.
    r.field_count,
    -- A method of its own is a validator: see `python_validators`. 0 or 1.
    r.has_validators,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_data_models r ON r._file = f.id;

CREATE TABLE _python_debug_mode (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    value TEXT,
    is_enabled INTEGER,
    is_guarded INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_debug_mode AS
-- Debug modes that are switched on or off.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `app.run`, `app.debug`, `config.DEBUG`, `DEBUG`, `uvicorn.run`, `FastAPI`, `DebugToolbar`, `FLASK_ENV` or `runserver_plus`.
    r.kind,
    -- What is called or assigned, as written.
    r.target,
    -- The value, as written, cut at 200 characters.
    r.value,
    -- True for a constant `True`, `1` or `development`, false for `False`, NULL when it is computed. 0 or 1.
    r.is_enabled,
    -- It stands under `if __name__ == "__main__"`, or under an `if` that speaks of debugging, development or the environment. 0 or 1.
    r.is_guarded,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_debug_mode r ON r._file = f.id;

CREATE TABLE _python_decorators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    decorator_line INTEGER NOT NULL,
    decorator TEXT NOT NULL,
    decorator_qualified TEXT,
    decorator_resolution TEXT,
    kind TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    decorator_index INTEGER NOT NULL,
    argument_count INTEGER,
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
    -- Dotted name that the decorator stands for, through imports and aliases; NULL when it can not be known.
    r.decorator_qualified,
    -- `resolved` when that name is certain, `assumed` when its root is bound nowhere; NULL without one.
    r.decorator_resolution,
    -- Functions: `property`, `staticmethod`, `classmethod`, `abstractmethod`, `pytest`, `route`, `celery_task` or `custom`; classes: `dataclass` or `custom`.
    r.kind,
    -- `function` or `class`.
    r.target_kind,
    -- Bare name of what is decorated.
    r.target_name,
    -- Dotted name in the project of what is decorated.
    r.qualified,
    -- Position among the decorators of the definition, from 0 at the top.
    r.decorator_index,
    -- Number of arguments, keywords too; NULL when it is written without a call.
    r.argument_count,
    -- Qualified name of what encloses the definition.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The target is an `async def`. 0 or 1.
    r.is_async
    -- unique (file, line, decorator_line, decorator)
FROM _files f JOIN _python_decorators r ON r._file = f.id;

CREATE TABLE _python_deserialization (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    callee TEXT NOT NULL,
    function TEXT NOT NULL,
    loader TEXT,
    argument TEXT,
    argument_line INTEGER,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_unsafe INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_deserialization AS
-- Data that is decoded, whatever its form: one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `pickle`, `dill`, `cloudpickle`, `joblib`, `marshal`, `shelve`, `yaml`, `ruamel.yaml`, `jsonpickle`, `torch`, `numpy`, `pandas`, `json`, `msgpack` ...
    r.library,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, e.g. `yaml.load`.
    r.function,
    -- The loader class of YAML, e.g. `SafeLoader`; NULL when none is given.
    r.loader,
    -- What is decoded, as written, cut at 200 characters.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- `constant`, `name`, `call`, `attribute`, `subscript`, `request` (it holds what a web client sent), `file` (it is read from a file) or `other`; `absent` without one.
    r.shape,
    -- What is decoded is a constant. 0 or 1.
    r.is_constant,
    -- The format can hold objects of any class, so that decoding runs code of whoever wrote it. 0 or 1.
    r.is_unsafe,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_deserialization r ON r._file = f.id;

CREATE TABLE _python_django_admin (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    model TEXT,
    model_qualified TEXT,
    list_display TEXT,
    list_filter TEXT,
    search_fields TEXT,
    readonly_fields TEXT,
    exclude TEXT,
    inlines TEXT,
    has_custom_actions INTEGER NOT NULL,
    permission_methods TEXT NOT NULL,
    has_get_queryset INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_admin AS
-- Classes that show models in Django's admin, once for each model that the same file registers them for.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `admin`, or `inline` for a class that is shown within another one.
    r.kind,
    -- The model it is registered for, or an inline's `model`, as written; NULL when this file does not say. Those of
    -- other files stand in `python_django_admin_registrations`.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- Texts and names in `list_display`; NULL when there is none. JSON.
    r.list_display,
    -- Texts and names in `list_filter`; tuples that give a filter class are left out. JSON.
    r.list_filter,
    -- Texts and names in `search_fields`. JSON.
    r.search_fields,
    -- Texts and names in `readonly_fields`. JSON.
    r.readonly_fields,
    -- Texts and names in `exclude`. JSON.
    r.exclude,
    -- The classes in `inlines`, as written. JSON.
    r.inlines,
    -- `actions` has a member, or a method is decorated with `admin.action`. 0 or 1.
    r.has_custom_actions,
    -- Those of `has_add_permission` and its like that it defines. JSON.
    r.permission_methods,
    -- It defines `get_queryset`, which decides which rows are shown. 0 or 1.
    r.has_get_queryset,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified, model)
FROM _files f JOIN _python_django_admin r ON r._file = f.id;

CREATE TABLE _python_django_admin_registrations (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    model TEXT NOT NULL,
    model_qualified TEXT,
    admin TEXT,
    admin_qualified TEXT,
    site TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_admin_registrations AS
-- Models that are shown in an admin site: one row for each model and registration.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The model, as written.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- The class that shows it, as written; NULL for the plain `ModelAdmin`.
    r.admin,
    -- Dotted name of that class.
    r.admin_qualified,
    -- The site, as written; NULL for the default site of a decorator.
    r.site,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, model, admin, site)
FROM _files f JOIN _python_django_admin_registrations r ON r._file = f.id;

CREATE TABLE _python_django_form_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    form TEXT NOT NULL,
    form_qualified TEXT NOT NULL,
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
    -- Its dotted name in the project.
    r.form_qualified,
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
    qualified TEXT NOT NULL,
    is_model_form INTEGER NOT NULL,
    model TEXT,
    model_qualified TEXT,
    field_count INTEGER NOT NULL,
    meta_fields TEXT,
    meta_exclude TEXT,
    has_all_fields INTEGER NOT NULL,
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
    -- Its dotted name in the project.
    r.qualified,
    -- It is made from a model. 0 or 1.
    r.is_model_form,
    -- The model that its `Meta` names, as written.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- Fields that its own body declares.
    r.field_count,
    -- Fields of the model that `Meta.fields` lists; NULL when it is no list. JSON.
    r.meta_fields,
    -- Fields of the model that `Meta.exclude` leaves out; NULL when there is none. JSON.
    r.meta_exclude,
    -- `Meta.fields` is `"__all__"`, or only `exclude` is given: a new field of the model is editable at once. 0 or 1.
    r.has_all_fields,
    -- It defines `clean` or a `clean_<field>` of its own. 0 or 1.
    r.has_clean,
    -- Last line.
    r.end_line
    -- unique (file, line, qualname)
FROM _files f JOIN _python_django_forms r ON r._file = f.id;

CREATE TABLE _python_django_managers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
    kind TEXT NOT NULL,
    base TEXT,
    methods TEXT NOT NULL,
    model TEXT,
    attribute TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_managers AS
-- Managers of Django: the classes, and where models get one.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The class; of an assignment the class that is called, or the query set of `as_manager`.
    r.name,
    -- Dotted name of that class; NULL when it can not be told.
    r.qualified,
    -- `class`, `made` (`Name = Manager.from_queryset(QuerySet)`) or `assignment` (a model gets one).
    r.kind,
    -- The base that marks it, e.g. `models.Manager`; NULL for an assignment.
    r.base,
    -- Names of its public methods without `get_queryset`, in order; `[]` for other rows than classes. JSON.
    r.methods,
    -- Dotted name of the model of an assignment.
    r.model,
    -- The attribute of that model, e.g. `objects`.
    r.attribute,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, kind, name, attribute)
FROM _files f JOIN _python_django_managers r ON r._file = f.id;

CREATE TABLE _python_django_middleware (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    has_process_request INTEGER NOT NULL,
    has_process_response INTEGER NOT NULL,
    has_process_exception INTEGER NOT NULL,
    has_process_view INTEGER NOT NULL,
    has_process_template_response INTEGER NOT NULL,
    has_call INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_middleware AS
-- Middleware of Django: classes, and functions that are given `get_response`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class or function.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `class` or `function`.
    r.kind,
    -- It defines `process_request`. 0 or 1.
    r.has_process_request,
    -- It defines `process_response`. 0 or 1.
    r.has_process_response,
    -- It defines `process_exception`. 0 or 1.
    r.has_process_exception,
    -- It defines `process_view`. 0 or 1.
    r.has_process_view,
    -- It defines `process_template_response`. 0 or 1.
    r.has_process_template_response,
    -- It defines `__call__` or `__acall__`, or is a function. 0 or 1.
    r.has_call,
    -- A hook, `__call__`, `__acall__` or the inner function is an `async def`. 0 or 1.
    r.is_async,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_django_middleware r ON r._file = f.id;

CREATE TABLE _python_django_querysets (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    base TEXT,
    methods TEXT NOT NULL,
    has_as_manager INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_querysets AS
-- Classes of query sets of Django. Chains of their methods stand in `orm_queries`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- The base that marks it, e.g. `models.QuerySet`.
    r.base,
    -- Names of its public methods, in order. JSON.
    r.methods,
    -- `as_manager` of it is called in the same file, or it defines one. 0 or 1.
    r.has_as_manager,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_django_querysets r ON r._file = f.id;

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

CREATE TABLE _python_django_templates (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    template TEXT NOT NULL,
    kind TEXT NOT NULL,
    user TEXT NOT NULL,
    context_keys TEXT,
    is_dynamic INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_templates AS
-- Templates that Django code names.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The constant path or, of `from_string`, `<string>`; `<dynamic>` when it is computed.
    r.template,
    -- `render`, `render_to_string`, `get_template`, `template_response`, `class_attribute`, `as_view`, `get_template_names`, `inclusion_tag` or `from_string`.
    r.kind,
    -- What uses it: qualified name of the function around the call, of the view for `class_attribute`; `<module>` at the top.
    r.user,
    -- Constant keys of the context when that is a dict that is written there, in order; else NULL. JSON.
    r.context_keys,
    -- The path, or the text of `from_string`, is not constant. 0 or 1.
    r.is_dynamic,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the use begins, from 0.
    r.column
    -- unique (file, line, column, template)
FROM _files f JOIN _python_django_templates r ON r._file = f.id;

CREATE TABLE _python_django_url_patterns (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    pattern TEXT,
    is_regex INTEGER NOT NULL,
    kind TEXT NOT NULL,
    view TEXT,
    view_qualified TEXT,
    name TEXT,
    included TEXT,
    included_qualified TEXT,
    app_name TEXT,
    namespace TEXT,
    parameters TEXT NOT NULL,
    extra TEXT,
    guards TEXT NOT NULL,
    list_name TEXT,
    list_qualified TEXT,
    parent_line INTEGER,
    parent_column INTEGER,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_url_patterns AS
-- URL patterns of Django: views with their paths, and other lists of patterns that are included below a prefix.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The path or regular expression; NULL when it is not constant.
    r.pattern,
    -- It is a regular expression: `re_path`, or `url` of Django 1. 0 or 1.
    r.is_regex,
    -- `view` or `include`.
    r.kind,
    -- The view as written, without decorators and `as_view`; NULL for an include.
    r.view,
    -- What that name stands for.
    r.view_qualified,
    -- The constant `name` of the pattern.
    r.name,
    -- What is included: a dotted module, the name of a list of patterns or of a router's `urls`, or `<list>` for
    -- patterns that are written there, which have rows of their own.
    r.included,
    -- Dotted name of the list that is included: `api.urls.urlpatterns` for `include("api.urls")`, else what the name
    -- stands for. It is the `list_qualified` of the included patterns.
    r.included_qualified,
    -- The application namespace that the tuple of an include gives.
    r.app_name,
    -- The constant `namespace` of an include.
    r.namespace,
    -- Names of the parameters in the path, in order. JSON.
    r.parameters,
    -- Names of the extra arguments of the view, when they are a dict that is written there. JSON.
    r.extra,
    -- Decorators around the view that let only some people in, from the outermost, without arguments. JSON.
    r.guards,
    -- The variable that holds the pattern, e.g. `urlpatterns`; NULL when that can not be told.
    r.list_name,
    -- Dotted name of that variable.
    r.list_qualified,
    -- Line of the pattern whose include holds this one, when it is written within that; else NULL.
    r.parent_line,
    -- Its column.
    r.parent_column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column)
FROM _files f JOIN _python_django_url_patterns r ON r._file = f.id;

CREATE TABLE _python_django_validator_uses (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    owner TEXT NOT NULL,
    owner_qualified TEXT NOT NULL,
    field TEXT,
    validator TEXT NOT NULL,
    validator_qualified TEXT,
    args TEXT NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_validator_uses AS
-- Validators that a field of a model, form or serializer is given by `validators=`, and that a `Meta` gives to a whole serializer.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class that holds the field.
    r.owner,
    -- Its dotted name in the project.
    r.owner_qualified,
    -- The field; NULL for the validators of a `Meta`.
    r.field,
    -- The validator as written, without arguments.
    r.validator,
    -- What that name stands for.
    r.validator_qualified,
    -- Its arguments as written, keywords as `name=value`; `[]` when it is not called. JSON.
    r.args,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column)
FROM _files f JOIN _python_django_validator_uses r ON r._file = f.id;

CREATE TABLE _python_django_validators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    base TEXT,
    pattern TEXT,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_validators AS
-- Validators of Django and Django REST framework that the project defines: functions of a value that raise a
-- `ValidationError`, classes whose objects do so when they are called, and validators that are made of known classes.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the function, class or variable.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `function`, `class`, `password` (a class for `AUTH_PASSWORD_VALIDATORS`) or `instance`.
    r.kind,
    -- Of a class its first base, of an instance the class that makes it, as written.
    r.base,
    -- The constant regular expression of a `RegexValidator`.
    r.pattern,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_django_validators r ON r._file = f.id;

CREATE TABLE _python_django_views (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    framework TEXT NOT NULL,
    kind TEXT NOT NULL,
    base TEXT,
    model TEXT,
    model_qualified TEXT,
    template_name TEXT,
    http_methods TEXT,
    handlers TEXT NOT NULL,
    permission_classes TEXT,
    authentication_classes TEXT,
    guards TEXT NOT NULL,
    has_permission_check INTEGER NOT NULL,
    is_csrf_exempt INTEGER NOT NULL,
    has_get_queryset INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_django_views AS
-- Django views and views of Django REST framework: every class that inherits from one, and functions that a decorator
-- of theirs makes a view. Plain functions are views only by the URL patterns that name them: `python_routes`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class or function.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `django` or `drf`.
    r.framework,
    -- Of Django `list`, `detail`, `create`, `update`, `delete`, `form`, `template`, `redirect`, `archive_index`,
    -- `year_archive`, `month_archive`, `week_archive`, `day_archive`, `today_archive`, `date_detail`, `base` (a plain
    -- `View`) or `function`; of Django REST framework `viewset`, `generic_api_view`, `api_view` or `api_function`.
    r.kind,
    -- Last name of the base that makes it a view, e.g. `ListView`; of a function the decorator that does.
    r.base,
    -- The model of `model =` or of `queryset =`, as written.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- The constant `template_name`.
    r.template_name,
    -- The members of `http_method_names`, or of the decorator of a function; NULL when there is none. JSON.
    r.http_methods,
    -- HTTP methods and viewset actions that its own body defines, in order. JSON.
    r.handlers,
    -- The members of `permission_classes`, as written; NULL when it is not a list. JSON.
    r.permission_classes,
    -- The members of `authentication_classes`, as written; NULL when it is not a list. JSON.
    r.authentication_classes,
    -- What lets only some people in: mixins, decorators of `dispatch` or of the function, permission classes other
    -- than `AllowAny`; names as written, without arguments. JSON.
    r.guards,
    -- There is such a guard. Those of bases in other files and of URL patterns do not count. 0 or 1.
    r.has_permission_check,
    -- `csrf_exempt` decorates the function, `dispatch` or, by `method_decorator`, the class. 0 or 1.
    r.is_csrf_exempt,
    -- It defines `get_queryset`. 0 or 1.
    r.has_get_queryset,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_django_views r ON r._file = f.id;

CREATE TABLE _python_doctest_examples (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    owner TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    expected TEXT,
    options TEXT NOT NULL,
    is_exception INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_doctest_examples AS
-- Examples in docstrings that `doctest` runs.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where the docstring begins, from 1.
    r.line,
    -- Qualified name of the function or class whose docstring holds it, `<module>`, or the key of `__test__`.
    r.owner,
    -- Dotted name of that in the project; of a module its name.
    r.qualified,
    -- `module`, `class`, `function` or `string` (a value of `__test__`).
    r.kind,
    -- The example without prompts, continuation lines joined by line breaks, each without its indentation.
    r.source,
    -- What it must print, up to a blank line; NULL when nothing.
    r.expected,
    -- Options of `# doctest: +SKIP`, e.g. `["+SKIP"]`. JSON.
    r.options,
    -- It must raise: the expected text begins with `Traceback`. 0 or 1.
    r.is_exception
FROM _files f JOIN _python_doctest_examples r ON r._file = f.id;

CREATE TABLE _python_drf_serializer_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    serializer TEXT NOT NULL,
    serializer_qualified TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_read_only INTEGER NOT NULL,
    is_write_only INTEGER NOT NULL,
    is_required INTEGER NOT NULL,
    is_nullable INTEGER NOT NULL,
    has_source INTEGER NOT NULL,
    source TEXT,
    has_validator INTEGER NOT NULL,
    is_nested INTEGER NOT NULL,
    is_many INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_drf_serializer_fields AS
-- Fields that serializers declare in their own body.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the serializer.
    r.serializer,
    -- Its dotted name in the project.
    r.serializer_qualified,
    -- Name of the field.
    r.name,
    -- Last name of the class that makes it, e.g. `CharField`; of a nested serializer its name.
    r.type,
    -- `read_only=True`, here or in `Meta`, or a type that can only be read, e.g. `SerializerMethodField`. 0 or 1.
    r.is_read_only,
    -- `write_only=True`, here or in `Meta.extra_kwargs`. 0 or 1.
    r.is_write_only,
    -- It must be sent: what `required=` says; without it, true unless the field is read-only, hidden or has a default. 0 or 1.
    r.is_required,
    -- `allow_null=True`, here or in `Meta.extra_kwargs`. 0 or 1.
    r.is_nullable,
    -- `source=` is given. 0 or 1.
    r.has_source,
    -- The constant `source`.
    r.source,
    -- The serializer defines `validate_<field>`, or `validators=` has a member. 0 or 1.
    r.has_validator,
    -- It is another serializer. 0 or 1.
    r.is_nested,
    -- `many=True` is given. 0 or 1.
    r.is_many,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, serializer_qualified, name)
FROM _files f JOIN _python_drf_serializer_fields r ON r._file = f.id;

CREATE TABLE _python_drf_serializers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    is_model_serializer INTEGER NOT NULL,
    field_count INTEGER NOT NULL,
    has_model INTEGER NOT NULL,
    model TEXT,
    model_qualified TEXT,
    meta_fields TEXT,
    meta_exclude TEXT,
    has_all_fields INTEGER NOT NULL,
    has_read_only_fields INTEGER NOT NULL,
    read_only_fields TEXT,
    has_field_validation INTEGER NOT NULL,
    has_object_validation INTEGER NOT NULL,
    has_create INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_drf_serializers AS
-- Serializers of Django REST framework. Inherited fields are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- It is made from a model. 0 or 1.
    r.is_model_serializer,
    -- Fields that its own body declares, nested serializers too.
    r.field_count,
    -- Its `Meta` names a model. 0 or 1.
    r.has_model,
    -- That model, as written.
    r.model,
    -- What that name stands for.
    r.model_qualified,
    -- Fields of the model that `Meta.fields` lists; NULL when it is no list. JSON.
    r.meta_fields,
    -- Fields of the model that `Meta.exclude` leaves out; NULL when there is none. JSON.
    r.meta_exclude,
    -- `Meta.fields` is `"__all__"`, or only `exclude` is given: a new field of the model is public at once. 0 or 1.
    r.has_all_fields,
    -- Its `Meta` gives `read_only_fields`. 0 or 1.
    r.has_read_only_fields,
    -- The members of that list; NULL when there is none. JSON.
    r.read_only_fields,
    -- It defines a `validate_<field>`. 0 or 1.
    r.has_field_validation,
    -- It defines `validate`, or its `Meta` gives `validators`. 0 or 1.
    r.has_object_validation,
    -- It defines `create`, `update` or `save`. 0 or 1.
    r.has_create,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_drf_serializers r ON r._file = f.id;

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
    argument_line INTEGER,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
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
    -- Line where that argument begins.
    r.argument_line,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_eval_exec r ON r._file = f.id;

CREATE TABLE _python_exports (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    name TEXT,
    qualified TEXT,
    source TEXT,
    change TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_exports AS
-- What a module says that it exports: the entries of its `__all__`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the entry, from 0.
    r.column,
    -- The exported name; NULL when it can not be told.
    r.name,
    -- Dotted name by which other files import it: that of the module, and `name`.
    r.qualified,
    -- What stands there instead of a name, as written: `other.__all__`, `make_names()`.
    r.source,
    -- `added` or `removed` (by `__all__.remove`).
    r.change
    -- unique (file, line, column)
FROM _files f JOIN _python_exports r ON r._file = f.id;

CREATE TABLE _python_fastapi_dependencies (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    dependent TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    parameter TEXT,
    dependency TEXT,
    dependency_qualified TEXT,
    maker TEXT NOT NULL,
    scopes TEXT,
    is_cached INTEGER NOT NULL,
    is_auth INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_fastapi_dependencies AS
-- What FastAPI is told to call before a function: `Depends(...)` and `Security(...)` of parameters, of the routes'
-- decorators and of type aliases. What whole routers and mounts depend on stands in `python_routers` and
-- `python_router_mounts`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function, or the alias, that depends.
    r.dependent,
    -- Its dotted name in the project.
    r.qualified,
    -- `parameter`, `route` (`dependencies=` of the decorator) or `alias` (`User = Annotated[..., Depends(...)]`).
    r.kind,
    -- The parameter that takes the value; NULL where there is none.
    r.parameter,
    -- What is called, as written; NULL for `Depends()` without an annotation.
    r.dependency,
    -- What that name stands for.
    r.dependency_qualified,
    -- `Depends` or `Security`.
    r.maker,
    -- The constant `scopes` of `Security`. JSON.
    r.scopes,
    -- The value is made once for each request (`use_cache` is not `False`). 0 or 1.
    r.is_cached,
    -- It asks for authentication, as its name, its class or `Security` tells. 0 or 1.
    r.is_auth,
    -- Byte column of the call, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, column, dependent, parameter)
FROM _files f JOIN _python_fastapi_dependencies r ON r._file = f.id;

CREATE TABLE _python_file_operations (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    operation TEXT NOT NULL,
    callee TEXT NOT NULL,
    function TEXT NOT NULL,
    mode TEXT,
    argument TEXT,
    argument_line INTEGER,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_from_request INTEGER NOT NULL,
    is_context INTEGER NOT NULL,
    is_risky INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_file_operations AS
-- Files that are opened, read, written, moved, deleted, listed, unpacked or sent, one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `open` (reads and writes), `read`, `write`, `append`, `delete`, `rename`, `copy`, `move`, `mkdir`, `chmod`, `link`, `list`, `temp`, `extract` or `send`.
    r.operation,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, e.g. `open`, `shutil.rmtree`, `pathlib.Path.write_text`, `tarfile.TarFile.extractall`.
    r.function,
    -- The constant mode of what is opened (`r` when none is given); of `chmod` as written, e.g. `0o777`.
    r.mode,
    -- The path, as written, cut at 200 characters; NULL when there is none.
    r.argument,
    -- Line where the path begins.
    r.argument_line,
    -- How the path is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `join`, `name`, `attribute`, `call` or `other`; `absent` without one.
    r.shape,
    -- The path is a constant. 0 or 1.
    r.is_constant,
    -- The path itself holds what a web client sent. 0 or 1.
    r.is_from_request,
    -- It is what a `with` statement manages. 0 or 1.
    r.is_context,
    -- `mktemp`, `chmod` for all to write, an archive that is unpacked without `filter=` or `members=`, or a path from a request. 0 or 1.
    r.is_risky,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_file_operations r ON r._file = f.id;

CREATE TABLE _python_flask_apps (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    factory TEXT NOT NULL,
    variable TEXT,
    qualified TEXT,
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
    -- Dotted name in the project of what it is bound to, as `python_routers.qualified`.
    r.qualified,
    -- The first method that loads its configuration in that function, e.g. `from_object`.
    r.config_source,
    -- `register_blueprint` is called in that function. 0 or 1.
    r.has_blueprints
    -- unique (file, line, factory, variable)
FROM _files f JOIN _python_flask_apps r ON r._file = f.id;

CREATE TABLE _python_flask_cache (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    timeout INTEGER,
    key TEXT,
    owner TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_cache AS
-- Functions whose results are kept: by Flask-Caching, or by the decorators of Django.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function.
    r.handler,
    -- Its dotted name in the project.
    r.qualified,
    -- `cached`, `memoize`, `cache_page`, `cache_control` or `never_cache`.
    r.kind,
    -- Seconds; NULL when it is absent or computed.
    r.timeout,
    -- The constant prefix of the key.
    r.key,
    -- The cache, as written; NULL for a decorator of Django.
    r.owner,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column of the decorator, from 0.
    r.column
    -- unique (file, line, column, handler, kind)
FROM _files f JOIN _python_flask_cache r ON r._file = f.id;

CREATE TABLE _python_flask_cli_commands (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    command TEXT NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT,
    owner_qualified TEXT,
    is_flask INTEGER NOT NULL,
    has_options INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_cli_commands AS
-- Commands of Click: those of Flask's own command line, and those of groups and scripts beside it.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The name on the command line.
    r.command,
    -- Qualified name of the function.
    r.handler,
    -- Its dotted name in the project.
    r.qualified,
    -- `command` or `group`.
    r.kind,
    -- The group, application or blueprint that it belongs to, as written; NULL for a command of its own.
    r.owner,
    -- Its dotted name in the project.
    r.owner_qualified,
    -- It belongs to the command line of an application or blueprint (`app.cli`, `AppGroup`). 0 or 1.
    r.is_flask,
    -- It takes options or arguments. 0 or 1.
    r.has_options,
    -- Qualified name of what encloses the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, handler, command, owner)
FROM _files f JOIN _python_flask_cli_commands r ON r._file = f.id;

CREATE TABLE _python_flask_configs (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT,
    value_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_security INTEGER NOT NULL,
    is_insecure INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_configs AS
-- Settings of Flask applications, wherever they are given, and where they are loaded from.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What is configured, as written (`app.config`), or the qualified name of the configuration class.
    r.owner,
    -- The setting, e.g. `SECRET_KEY`; `*` for a loader.
    r.key,
    -- The value as written, at most 200 characters; `<literal>` for a secret that is written there; the argument of a loader.
    r.value,
    -- `literal`, `env` (from the environment), `name`, `call` or `other`.
    r.value_kind,
    -- `item` (`app.config["K"] = v`), `attribute` (`app.secret_key = v`), `update` (also `from_mapping`), `class`
    -- (attribute of a configuration class), `default` (`setdefault`) or `loader` (`from_object` and others).
    r.kind,
    -- The setting matters for security. 0 or 1.
    r.is_security,
    -- The value is known to be wrong for it: a literal secret, `DEBUG = True`, `SESSION_COOKIE_SECURE = False`. 0 or 1.
    r.is_insecure,
    -- Byte column where it begins, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, column, owner, key)
FROM _files f JOIN _python_flask_configs r ON r._file = f.id;

CREATE TABLE _python_flask_cors (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    kind TEXT NOT NULL,
    resource TEXT,
    origins TEXT,
    is_permissive INTEGER NOT NULL,
    has_credentials INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_cors AS
-- Who may use answers from other origins: every place that configures CORS, whatever it allows.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `flask`, `starlette` (also FastAPI), `django`, `litestar`, `quart`, `falcon`, `sanic`, or `any` for a header that is set by hand.
    r.framework,
    -- `global`, `resource` (one path of `resources=`), `route`, `middleware`, `settings` or `header`.
    r.kind,
    -- The path, regular expression or handler that it is about; NULL for everything.
    r.resource,
    -- The constant origins; NULL when they are not constant or not given. JSON.
    r.origins,
    -- Every origin is allowed: `*`, or nothing is said where that means everything. 0 or 1.
    r.is_permissive,
    -- Cookies and authorization headers are allowed. 0 or 1.
    r.has_credentials,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column, kind, resource)
FROM _files f JOIN _python_flask_cors r ON r._file = f.id;

CREATE TABLE _python_flask_error_handlers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT,
    status INTEGER,
    exception TEXT,
    exception_qualified TEXT,
    owner TEXT,
    owner_qualified TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_error_handlers AS
-- Functions that answer errors, by status or by class of exception, of Flask and of the other frameworks.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `flask`, `quart`, `fastapi`, `starlette`, `bottle`, `sanic`, `falcon`, `litestar` or `pyramid`.
    r.framework,
    -- The function: its qualified name, or the expression that is registered.
    r.handler,
    -- Its dotted name in the project; NULL when it is not known.
    r.qualified,
    -- The HTTP status that it answers, when it is one.
    r.status,
    -- The class of exceptions, or what else is given, as written; NULL for a status.
    r.exception,
    -- What that name stands for.
    r.exception_qualified,
    -- The application, blueprint or API, as written.
    r.owner,
    -- Its dotted name in the project, as `python_routers.qualified`.
    r.owner_qualified,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, handler, status, exception, owner)
FROM _files f JOIN _python_flask_error_handlers r ON r._file = f.id;

CREATE TABLE _python_flask_extensions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    extension TEXT,
    variable TEXT,
    qualified TEXT,
    kind TEXT NOT NULL,
    has_app INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_extensions AS
-- Extensions of Flask: where they are made, and where they are bound to an application.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the class, e.g. `SQLAlchemy`; NULL for `init_app` of an object that another file makes (join `qualified`).
    r.extension,
    -- What the extension is bound to, as written; NULL when it is not bound.
    r.variable,
    -- Its dotted name in the project.
    r.qualified,
    -- `constructor` or `init_app`.
    r.kind,
    -- An application is passed. 0 or 1.
    r.has_app,
    -- Byte column where it begins, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, column)
FROM _files f JOIN _python_flask_extensions r ON r._file = f.id;

CREATE TABLE _python_flask_hooks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    hook TEXT NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT,
    owner TEXT NOT NULL,
    owner_qualified TEXT,
    has_auth INTEGER NOT NULL,
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
    -- Dotted name of that function in the project; NULL when it is not known.
    r.qualified,
    -- The application or blueprint, as written.
    r.owner,
    -- Its dotted name in the project, as `python_routers.qualified`.
    r.owner_qualified,
    -- It asks for authentication: a decorator, or a name such as `require_login`, tells. 0 or 1.
    r.has_auth
    -- unique (file, line, hook, handler, owner)
FROM _files f JOIN _python_flask_hooks r ON r._file = f.id;

CREATE TABLE _python_flask_rate_limits (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    handler TEXT,
    qualified TEXT,
    rate TEXT,
    kind TEXT NOT NULL,
    owner TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_rate_limits AS
-- How often something may be asked for: limits of routes, of whole blueprints and of whole applications.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The function: its qualified name, or the expression that is limited; NULL for the limits of an application.
    r.handler,
    -- Its dotted name in the project; NULL when it is not known.
    r.qualified,
    -- The limit, e.g. `5/minute`; NULL when it is computed and for `exempt`.
    r.rate,
    -- `limit`, `shared_limit`, `exempt`, `ratelimit` (django-ratelimit, ratelimit) or `default`.
    r.kind,
    -- The limiter, as written.
    r.owner,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column, rate)
FROM _files f JOIN _python_flask_rate_limits r ON r._file = f.id;

CREATE TABLE _python_flask_template_filters (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    handler TEXT,
    qualified TEXT,
    kind TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    owner TEXT NOT NULL,
    has_markup INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_template_filters AS
-- Functions that templates can call: filters, tests, globals and context processors of Jinja, filters and tags of Django.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The name that templates see: as given, or else that of the function.
    r.name,
    -- The function: its qualified name, or the expression that is registered; NULL for a lambda.
    r.handler,
    -- Its dotted name in the project; NULL when it is not known.
    r.qualified,
    -- `filter`, `test`, `global` (also tags of Django) or `context_processor`.
    r.kind,
    -- `decorator`, `call` or `jinja_env` (an entry of the environment's own table).
    r.registered_by,
    -- The application, blueprint, environment or library, as written.
    r.owner,
    -- Its body makes text that is not escaped (`Markup`, `mark_safe`); no for a function of another place. 0 or 1.
    r.has_markup,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, name, handler, kind, owner)
FROM _files f JOIN _python_flask_template_filters r ON r._file = f.id;

CREATE TABLE _python_flask_websockets (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    event TEXT,
    handler TEXT NOT NULL,
    qualified TEXT,
    namespace TEXT,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_qualified TEXT,
    has_auth INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_flask_websockets AS
-- Handlers of events that come over Socket.IO: what a browser sends reaches them.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The event; NULL when it is not constant.
    r.event,
    -- The function: its qualified name, or the expression that is registered.
    r.handler,
    -- Its dotted name in the project; NULL when it is not known.
    r.qualified,
    -- The namespace, when it is constant.
    r.namespace,
    -- `decorator`, `call` or `class` (a method of a namespace class).
    r.kind,
    -- The server as written, or the qualified name of the class.
    r.owner,
    -- Its dotted name in the project.
    r.owner_qualified,
    -- A decorator of the function asks for authentication. 0 or 1.
    r.has_auth,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, event, handler, namespace, owner)
FROM _files f JOIN _python_flask_websockets r ON r._file = f.id;

CREATE TABLE _python_generators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
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
    -- Dotted name of the function in the project; NULL for an expression.
    r.qualified,
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

CREATE TABLE _python_generics (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    qualified TEXT NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    syntax TEXT NOT NULL,
    type_params TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_generics AS
-- Generic classes and what they are generic over.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- Dotted name in the project.
    r.qualified,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line,
    -- `base` for `Generic[T]` and `Protocol[T]`, `parameters` for `class Box[T]`, `inherited` where only other bases
    -- have type variables: `class Boxes(Box[T])`.
    r.syntax,
    -- The type parameters as written, in order: `["T", "*Ts"]`. JSON.
    r.type_params
    -- unique (file, line, qualname, syntax)
FROM _files f JOIN _python_generics r ON r._file = f.id;

CREATE TABLE _python_graphql_resolver_params (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT NOT NULL,
    parameter TEXT NOT NULL,
    parameter_index INTEGER NOT NULL,
    type TEXT,
    is_kwargs INTEGER NOT NULL,
    is_list INTEGER NOT NULL,
    is_required INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_graphql_resolver_params AS
-- What queries pass to resolvers: their arguments.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the resolver, as `python_graphql_resolvers.handler`.
    r.handler,
    -- Its dotted name in the project.
    r.qualified,
    -- Name of the parameter, without stars.
    r.parameter,
    -- Position among all parameters of the function, from 0.
    r.parameter_index,
    -- The declared type, as written.
    r.type,
    -- It is the `**` parameter. 0 or 1.
    r.is_kwargs,
    -- The declared type is a list. 0 or 1.
    r.is_list,
    -- It has no default. 0 or 1.
    r.is_required,
    -- Qualified name of what encloses the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, handler, parameter)
FROM _files f JOIN _python_graphql_resolver_params r ON r._file = f.id;

CREATE TABLE _python_graphql_resolvers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    type TEXT NOT NULL,
    field TEXT,
    handler TEXT NOT NULL,
    qualified TEXT,
    kind TEXT NOT NULL,
    has_auth INTEGER NOT NULL,
    is_renamed INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_graphql_resolvers AS
-- Functions that compute fields of GraphQL: what a query or mutation reaches.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `graphene`, `ariadne`, `strawberry` or `tartiflette`.
    r.library,
    -- The type that has the field: `Query`, `Mutation`, `Subscription`, another one, or `Unknown`.
    r.type,
    -- The field as the code names it (`python_graphql_fields` gives it in camel case, too); NULL for a mutation of
    -- Graphene that another file puts into the schema.
    r.field,
    -- Qualified name of the function, or the expression that is registered.
    r.handler,
    -- Its dotted name in the project; NULL when it is not known.
    r.qualified,
    -- `method` (`resolve_x`, `subscribe_x`, `mutate`), `decorator`, `call` (`set_field`, `resolver=`) or `mutation` (a field of
    -- Graphene that hands on to a mutation of another file).
    r.kind,
    -- A permission class or a decorator asks for authentication. 0 or 1.
    r.has_auth,
    -- The field has a name of its own, which is not put into camel case. 0 or 1.
    r.is_renamed,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, type, field, handler)
FROM _files f JOIN _python_graphql_resolvers r ON r._file = f.id;

CREATE TABLE _python_handler_classes (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    class TEXT NOT NULL,
    qualified TEXT NOT NULL,
    bases TEXT NOT NULL,
    has_auth INTEGER,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_handler_classes AS
-- Classes that serve requests: their HTTP methods are those that they and their bases define, see
-- `python_handler_methods`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `flask` (also Flask-RESTful and Flask-RESTX), `quart`, `starlette`, `tornado`, `aiohttp`, `sanic`, `falcon` or
    -- `django` (also Django REST framework); `mixin` for a class that brings HTTP methods to such classes.
    r.framework,
    -- Qualified name of the class.
    r.class,
    -- Its dotted name in the project.
    r.qualified,
    -- Dotted names of its bases, in order. JSON.
    r.bases,
    -- It asks for authentication for all of its methods: decorators, mixins, `permission_classes`; NULL when it says
    -- nothing of it and its bases decide. 0 or 1.
    r.has_auth,
    -- Last line of the class.
    r.end_line,
    -- Qualified name of what encloses the class.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, class)
FROM _files f JOIN _python_handler_classes r ON r._file = f.id;

CREATE TABLE _python_handler_methods (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    class TEXT NOT NULL,
    class_qualified TEXT NOT NULL,
    method TEXT NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT NOT NULL,
    path TEXT,
    suffix TEXT,
    has_auth INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_handler_methods AS
-- HTTP methods that classes serve, one row for each method that a class itself defines.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class.
    r.class,
    -- Its dotted name in the project, as `python_handler_classes.qualified`.
    r.class_qualified,
    -- HTTP method in upper case, or `WEBSOCKET`.
    r.method,
    -- Qualified name of the function.
    r.handler,
    -- Its dotted name in the project.
    r.qualified,
    -- What it adds to the path of the class: `/{pk}` for one item of a viewset, the path of an `@action`.
    r.path,
    -- Falcon: the suffix of the routes that it serves.
    r.suffix,
    -- A decorator of the function asks for authentication. 0 or 1.
    r.has_auth,
    -- Qualified name of the class around it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, class, method)
FROM _files f JOIN _python_handler_methods r ON r._file = f.id;

CREATE TABLE _python_hardcoded_secrets (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    secret_kind TEXT NOT NULL,
    beginning TEXT NOT NULL,
    is_placeholder INTEGER NOT NULL,
    is_test INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_hardcoded_secrets AS
-- Secrets that stand in the code as constants. The value itself is not stored, only its beginning.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `assignment`, `keyword`, `entry`, `default` (of a parameter), `comparison`, `url` (with a password in it) or `token` (its form gives it away).
    r.kind,
    -- The name that it is bound to, given for or compared with; for `url` and `token` that of the variable, or `?`.
    r.name,
    -- `password`, `token`, `api_key`, `secret_key`, `private_key`, `connection` or the vendor, e.g. `aws`, `github`, `stripe`.
    r.secret_kind,
    -- Its first four characters.
    r.beginning,
    -- It reads as an example, e.g. `changeme` or `your-key-here`. 0 or 1.
    r.is_placeholder,
    -- The file is one of tests or of examples, or the function around it is a test. 0 or 1.
    r.is_test,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the value begins, from 0.
    r.column
FROM _files f JOIN _python_hardcoded_secrets r ON r._file = f.id;

CREATE TABLE _python_headers_written (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    header TEXT,
    value TEXT,
    argument_line INTEGER,
    how TEXT NOT NULL,
    callee TEXT NOT NULL,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_from_request INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_headers_written AS
-- Headers of responses that are written, and of requests that are sent.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The constant name of the header; NULL when it is not constant.
    r.header,
    -- The value, as written, cut at 200 characters.
    r.value,
    -- Line where the value begins.
    r.argument_line,
    -- `subscript` (`response.headers["X"] = v`), `call` (`set_header`, `headers.add`, `add_header`) or `keyword` (`headers={...}`).
    r.how,
    -- What is assigned or called, as written.
    r.callee,
    -- How the value is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call` or `other`; `absent` without one.
    r.shape,
    -- The value is a constant. 0 or 1.
    r.is_constant,
    -- The value itself holds what a web client sent. 0 or 1.
    r.is_from_request,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_headers_written r ON r._file = f.id;

CREATE TABLE _python_http_requests (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    method TEXT,
    argument TEXT NOT NULL,
    argument_line INTEGER NOT NULL,
    url TEXT,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_host_fixed INTEGER NOT NULL,
    is_from_request INTEGER NOT NULL,
    is_verified INTEGER,
    has_timeout INTEGER NOT NULL,
    is_following_redirects INTEGER,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_http_requests AS
-- Requests that a program sends to other servers over HTTP, one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `requests`, `httpx`, `aiohttp`, `urllib`, `urllib3`, `http`, `websockets` ...; `session` for a session of an unknown class.
    r.library,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The HTTP method in upper case; NULL when it is not told.
    r.method,
    -- The URL or host, as written, cut at 200 characters.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- The URL with `{}` for each part that is not constant; NULL when it is not known.
    r.url,
    -- How the URL is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call` or `other`.
    r.shape,
    -- The URL is a constant. 0 or 1.
    r.is_constant,
    -- Scheme and host are constant, here or in the `base_url=` of the client. 0 or 1.
    r.is_host_fixed,
    -- The URL itself holds what a web client sent. 0 or 1.
    r.is_from_request,
    -- Certificates are checked: false for `verify=False`, `ssl=False` and their like; NULL when that is not constant, as
    -- for a context that is made elsewhere. 0 or 1.
    r.is_verified,
    -- `timeout=` is given, here or to the client. 0 or 1.
    r.has_timeout,
    -- The constant `allow_redirects=` or `follow_redirects=`. 0 or 1.
    r.is_following_redirects,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_http_requests r ON r._file = f.id;

CREATE TABLE _python_hypothesis_strategies (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT NOT NULL,
    strategy_count INTEGER NOT NULL,
    strategies TEXT NOT NULL,
    example_count INTEGER NOT NULL,
    has_settings INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_hypothesis_strategies AS
-- Property tests of Hypothesis: where its values come from.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `given` (a test), `composite` (a strategy made by a function) or `rule` (a step of a state machine).
    r.kind,
    -- Qualified name of the function or class.
    r.function,
    -- Dotted name of it in the project.
    r.qualified,
    -- Number of strategies: the arguments of `@given` or `@rule`, or what a composite draws.
    r.strategy_count,
    -- Names of the strategies, positional before keywords, e.g. `["st.integers","st.text|st.none"]`. JSON.
    r.strategies,
    -- Number of `@example` decorators.
    r.example_count,
    -- `@settings` is given. 0 or 1.
    r.has_settings,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, function, kind)
FROM _files f JOIN _python_hypothesis_strategies r ON r._file = f.id;

CREATE TABLE _python_insecure_transport (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    value TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_insecure_transport AS
-- Data that travels unprotected, and checks of TLS that are switched off.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `http_url`, `verify_false`, `unverified_context`, `no_host_check`, `any_host_key`, `weak_protocol` or `plain_protocol`.
    r.kind,
    -- What is called or assigned, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The URL, keyword or value, as written, cut at 200 characters.
    r.value,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_insecure_transport r ON r._file = f.id;

CREATE TABLE _python_jwt_operations (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    operation TEXT NOT NULL,
    algorithms TEXT NOT NULL,
    is_verified INTEGER,
    key TEXT,
    has_constant_key INTEGER NOT NULL,
    is_insecure INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_jwt_operations AS
-- JSON Web Tokens that are made, read and checked.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `pyjwt`, `jose`, `authlib`, `flask_jwt_extended`, `google`, `joserfc` or `python_jwt`.
    r.library,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- `encode`, `decode`, `sign`, `verify`, or `header` (read without a check).
    r.operation,
    -- The constant algorithms, e.g. `["HS256"]`. JSON.
    r.algorithms,
    -- The signature is checked: false when it is switched off; NULL when the call does not say. 0 or 1.
    r.is_verified,
    -- The key, as written; NULL when none is given.
    r.key,
    -- The key is a constant. 0 or 1.
    r.has_constant_key,
    -- `none` is among the algorithms, the check is switched off, claims are read without one, or a token is decoded
    -- with neither key nor algorithms. 0 or 1.
    r.is_insecure,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_jwt_operations r ON r._file = f.id;

CREATE TABLE _python_lambda_handlers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    handler TEXT NOT NULL,
    event_parameter TEXT NOT NULL,
    event_type TEXT,
    context_parameter TEXT,
    how TEXT NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_lambda_handlers AS
-- Functions that AWS Lambda calls with an event, which comes from outside.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the function.
    r.name,
    -- Dotted name of it in the project.
    r.qualified,
    -- How Lambda's configuration names it: the module and the function, e.g. `app.handler`.
    r.handler,
    -- The parameter that takes the event.
    r.event_parameter,
    -- The annotation of that parameter, or the class that `@event_source` gives it, as written.
    r.event_type,
    -- The parameter that takes the context.
    r.context_parameter,
    -- What says so: `context` (a parameter of a context's class), `decorator`, `name` (`lambda_handler`) or `parameters`
    -- (they are called `event` and `context`).
    r.how,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, name)
FROM _files f JOIN _python_lambda_handlers r ON r._file = f.id;

CREATE TABLE _python_literals (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    usage TEXT NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
    literal TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_literals AS
-- The constants that annotations allow: one row for each `Literal[...]` of an annotation.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the `Literal`, from 0.
    r.column,
    -- Qualified name of what encloses it; for a parameter the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- `parameter`, `return` or `variable`: what is annotated.
    r.usage,
    -- Name of the parameter, function or variable.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `Literal[...]` with its values: `Literal['x', 1, None]`.
    r.literal
    -- unique (file, line, column)
FROM _files f JOIN _python_literals r ON r._file = f.id;

CREATE TABLE _python_log_calls (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    level TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    message TEXT NOT NULL,
    argument_line INTEGER NOT NULL,
    template TEXT,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    argument_count INTEGER NOT NULL,
    is_from_request INTEGER NOT NULL,
    has_secret INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_log_calls AS
-- Messages that are logged.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `debug`, `info`, `warning`, `error`, `exception`, `critical` or `log`.
    r.level,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The message, as written, cut at 200 characters.
    r.message,
    -- Line where it begins.
    r.argument_line,
    -- The message with `{}` for each part that is not constant; NULL when it is not known.
    r.template,
    -- How it is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call` or `other`.
    r.shape,
    -- The message is a constant. 0 or 1.
    r.is_constant,
    -- Number of values beside the message.
    r.argument_count,
    -- The message or a value holds what a web client sent. 0 or 1.
    r.is_from_request,
    -- The message or a value shows something that is named like a password, token or key. 0 or 1.
    r.has_secret,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_log_calls r ON r._file = f.id;

CREATE TABLE _python_marshmallow_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    schema TEXT NOT NULL,
    schema_qualified TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_required INTEGER NOT NULL,
    is_nullable INTEGER NOT NULL,
    is_load_only INTEGER NOT NULL,
    is_dump_only INTEGER NOT NULL,
    has_validate INTEGER NOT NULL,
    has_custom_validator INTEGER NOT NULL,
    is_nested INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_marshmallow_fields AS
-- Fields that schemas of Marshmallow declare in their own body.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the schema.
    r.schema,
    -- Its dotted name in the project.
    r.schema_qualified,
    -- Name of the field.
    r.name,
    -- Last name of what makes it, e.g. `Str`, `Nested`, `auto_field`.
    r.type,
    -- `required=True` is given. 0 or 1.
    r.is_required,
    -- `allow_none=True` is given, or a default of `None` that implies it. 0 or 1.
    r.is_nullable,
    -- `load_only=True` is given: it is never written out. 0 or 1.
    r.is_load_only,
    -- `dump_only=True` is given: it is never read. 0 or 1.
    r.is_dump_only,
    -- `validate=` is given. 0 or 1.
    r.has_validate,
    -- A method is decorated with `validates` and names it. 0 or 1.
    r.has_custom_validator,
    -- It nests another schema, also inside a list or a map. 0 or 1.
    r.is_nested,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, schema_qualified, name)
FROM _files f JOIN _python_marshmallow_fields r ON r._file = f.id;

CREATE TABLE _python_marshmallow_schemas (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    field_count INTEGER NOT NULL,
    has_nested_schemas INTEGER NOT NULL,
    has_validators INTEGER NOT NULL,
    unknown TEXT,
    model TEXT,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_marshmallow_schemas AS
-- Schemas of Marshmallow. Inherited fields are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class or, of `Schema.from_dict`, of the variable.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- Fields that its own body declares.
    r.field_count,
    -- A field nests another schema, also inside a list or a map. 0 or 1.
    r.has_nested_schemas,
    -- A method is decorated with `validates` or `validates_schema`. 0 or 1.
    r.has_validators,
    -- What happens to fields that it does not declare: `raise`, `include` or `exclude`, as far as its `Meta` says; NULL
    -- when it says nothing (they raise an error then, since Marshmallow 3).
    r.unknown,
    -- The model that its `Meta` names, as written, of extensions for ORMs.
    r.model,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_marshmallow_schemas r ON r._file = f.id;

CREATE TABLE _python_mock_patterns (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    callee TEXT NOT NULL,
    target TEXT,
    function TEXT NOT NULL,
    qualified TEXT NOT NULL,
    is_decorator INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_mock_patterns AS
-- Test doubles: what tests put in the place of the real thing.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `decorator`, `instantiation`, `context_manager` or `patch_call`.
    r.kind,
    -- What is called, as written.
    r.callee,
    -- What is replaced: the dotted name that is patched, `Obj.attr` for `patch.object`, the dict of `patch.dict`, the
    -- variable of `setenv`; for `instantiation` the class; NULL when it is not told.
    r.target,
    -- Qualified name of the decorated function or class, else of the function around it, `<module>` outside of any.
    r.function,
    -- Dotted name of that in the project; of a module its name.
    r.qualified,
    -- It decorates a function or class. 0 or 1.
    r.is_decorator,
    -- Byte column where it begins, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_mock_patterns r ON r._file = f.id;

CREATE TABLE _python_open_redirects (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    target_kind TEXT NOT NULL,
    argument TEXT NOT NULL,
    argument_line INTEGER NOT NULL,
    is_constant INTEGER NOT NULL,
    is_validated INTEGER NOT NULL,
    is_risky INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_open_redirects AS
-- Redirects, wherever they lead: one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, where it is known; NULL for `self.redirect`.
    r.qualified,
    -- `constant`, `url_for` (made of the name of a route), `request` (it holds what a web client sent), `name`, `f-string`, `concat`, `format`, `percent`, `attribute`, `call` or `other`.
    r.target_kind,
    -- The target, as written, cut at 200 characters.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- The target is a constant. 0 or 1.
    r.is_constant,
    -- A function that checks redirects is called in the same function, or the host of the parsed URL is looked at. 0 or 1.
    r.is_validated,
    -- It holds what a web client sent, perhaps through a name, and nothing checks it. 0 or 1.
    r.is_risky,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_open_redirects r ON r._file = f.id;

CREATE TABLE _python_orm_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    model TEXT NOT NULL,
    model_qualified TEXT NOT NULL,
    orm TEXT NOT NULL,
    name TEXT NOT NULL,
    column_name TEXT,
    type TEXT,
    is_primary_key INTEGER NOT NULL,
    is_foreign_key INTEGER NOT NULL,
    target TEXT,
    is_nullable INTEGER NOT NULL,
    is_unique INTEGER NOT NULL,
    has_default INTEGER NOT NULL,
    max_length INTEGER,
    has_validators INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_orm_fields AS
-- Columns of database models, in the class that declares them; those that it inherits are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class; of a table the variable.
    r.model,
    -- Its dotted name in the project.
    r.model_qualified,
    -- As in `python_orm_models`.
    r.orm,
    -- The attribute; of a table's column its name.
    r.name,
    -- The constant name of the column in the database, where it is given.
    r.column_name,
    -- The type as written: the class of a field, e.g. `CharField`; of SQLAlchemy the type of the column, e.g. `String(50)`,
    -- or the one in `Mapped[...]`; of Pony and SQLModel the Python type. NULL when none is written.
    r.type,
    -- `primary_key=True` is given, or it is Pony's `PrimaryKey` or Peewee's `AutoField`. 0 or 1.
    r.is_primary_key,
    -- It points to another table or model. 0 or 1.
    r.is_foreign_key,
    -- What it points to, e.g. `orgs.id`, `auth.User` or `User`, as written.
    r.target,
    -- It may be empty in the database, also by the ORM's default. 0 or 1.
    r.is_nullable,
    -- `unique=True` is given. 0 or 1.
    r.is_unique,
    -- A default is given, for Python or for the database. 0 or 1.
    r.has_default,
    -- The constant longest length.
    r.max_length,
    -- Validators are given with the field, or the model has a method that `@validates` it. 0 or 1.
    r.has_validators,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, model_qualified, name)
FROM _files f JOIN _python_orm_fields r ON r._file = f.id;

CREATE TABLE _python_orm_models (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    orm TEXT NOT NULL,
    kind TEXT NOT NULL,
    table_name TEXT,
    app_label TEXT,
    is_abstract INTEGER NOT NULL,
    is_proxy INTEGER NOT NULL,
    bases TEXT NOT NULL,
    field_count INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_orm_models AS
-- Database models of Django, SQLAlchemy, SQLModel, Peewee, Tortoise, Pony and MongoEngine, with their abstract bases
-- and mixins, and the tables of SQLAlchemy that are declared without a class.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class; of a table the variable.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `django`, `sqlalchemy`, `sqlmodel`, `peewee`, `tortoise`, `pony` or `mongoengine`.
    r.orm,
    -- `class`, or `table` for `Table("name", metadata, ...)` of SQLAlchemy.
    r.kind,
    -- The constant name of its table or collection, or the expression that names it; NULL when the ORM chooses.
    r.table_name,
    -- Django: label of the application, by `Meta.app_label` or the package that holds `models`.
    r.app_label,
    -- It has no table of its own: an abstract base, a mixin, or a `SQLModel` without `table=True`. 0 or 1.
    r.is_abstract,
    -- Django: it shares the table of its base. 0 or 1.
    r.is_proxy,
    -- Dotted names of its bases, as written where they can not be resolved. JSON.
    r.bases,
    -- Columns that its own body declares, without relationships: its rows in `python_orm_fields`.
    r.field_count,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified, kind)
FROM _files f JOIN _python_orm_models r ON r._file = f.id;

CREATE TABLE _python_other_uses (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    role TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    argument TEXT,
    argument_line INTEGER,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_other_uses AS
-- Uses of data that have no table of their own: filters of LDAP, expressions of XPath, queries of document stores,
-- regular expressions, mail and what is kept in a session. One row for each call or assignment, constants too.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `ldap`, `xpath`, `nosql`, `regex`, `mail` or `session`.
    r.role,
    -- What is called, or assigned to, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The argument that matters, as written, cut at 200 characters; NULL when there is none.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- How it is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `dict`, `list` or `other`; `absent` without one.
    r.shape,
    -- It is a constant. 0 or 1.
    r.is_constant,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_other_uses r ON r._file = f.id;

CREATE TABLE _python_overloads (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
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
    -- Dotted name of the function in the project.
    r.qualified,
    -- Number of decorated variants; the implementation is not one.
    r.overload_count,
    -- For each variant: `line`, `param_types` (`Any` where there is no annotation), `return_type`. JSON.
    r.variants
    -- unique (file, scope, name, line)
FROM _files f JOIN _python_overloads r ON r._file = f.id;

CREATE TABLE _python_password_hashing (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    operation TEXT NOT NULL,
    algorithm TEXT,
    iterations INTEGER,
    secret TEXT,
    has_constant_secret INTEGER NOT NULL,
    is_about_password INTEGER NOT NULL,
    is_weak INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_password_hashing AS
-- Calls that hash, check or derive passwords and keys, and plain digests, which do not fit for passwords.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `hashlib`, `bcrypt`, `argon2`, `passlib`, `werkzeug`, `django`, `nacl`, `flask_bcrypt`, `cryptography`, `Crypto` ...
    r.library,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- `hash`, `verify`, `derive`, `digest` or `configure`.
    r.operation,
    -- The algorithm in lower case, e.g. `md5`, `pbkdf2`, `bcrypt`; NULL when it is not constant.
    r.algorithm,
    -- The constant number of iterations or rounds.
    r.iterations,
    -- The secret, as written; NULL when there is none here.
    r.secret,
    -- The secret is a constant. 0 or 1.
    r.has_constant_secret,
    -- An argument or the function around it is named like a password. 0 or 1.
    r.is_about_password,
    -- `md5`, `sha1` and older, an unsalted or plain digest of a password, few iterations; `usedforsecurity=False` clears it. 0 or 1.
    r.is_weak,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_password_hashing r ON r._file = f.id;

CREATE TABLE _python_protocols (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    qualified TEXT NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    methods TEXT NOT NULL,
    attributes TEXT NOT NULL,
    is_runtime_checkable INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_protocols AS
-- Protocols: classes that say what methods others must have.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- Dotted name in the project.
    r.qualified,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line,
    -- Names of the methods that its own body defines, in order; `[]` when there are none. JSON.
    r.methods,
    -- Names of the attributes that its own body declares, in order. JSON.
    r.attributes,
    -- It is decorated with `runtime_checkable`, so that `isinstance` works. 0 or 1.
    r.is_runtime_checkable
    -- unique (file, line, qualname)
FROM _files f JOIN _python_protocols r ON r._file = f.id;

CREATE TABLE _python_pytest_fixture_requests (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    how TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_fixture_requests AS
-- Which test or fixture asks for which fixture by name. `python_pytest_fixture_uses` says which fixture that is, and
-- for which tests the request of a class or module counts.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The name that is asked for.
    r.name,
    -- `parameter`, `usefixtures`, `getfixturevalue` or `parametrize` (an indirect parameter).
    r.how,
    -- Qualified name of the function or class that asks, `<module>` for a module.
    r.function,
    -- Dotted name of it in the project; of a module its name.
    r.qualified
    -- unique (file, line, name, how, function)
FROM _files f JOIN _python_pytest_fixture_requests r ON r._file = f.id;

CREATE TABLE _python_pytest_fixtures (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT,
    fixture_scope TEXT NOT NULL,
    is_autouse INTEGER NOT NULL,
    has_params INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    has_teardown INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_fixtures AS
-- Pytest fixtures.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- The name that tests ask for: `name=`, or else that of the function or of the variable that holds it.
    r.name,
    -- Name of the function with those of the enclosing classes and functions; what is given to `fixture(...)`, as written, where that is called.
    r.function,
    -- Dotted name of the function in the project; NULL for a lambda and other expressions.
    r.qualified,
    -- `function` unless `scope=` says otherwise; `<dynamic>` when that is not constant.
    r.fixture_scope,
    -- `autouse=True` is given. 0 or 1.
    r.is_autouse,
    -- `params=` is given. 0 or 1.
    r.has_params,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- It yields its value, so that code runs after the test. 0 or 1.
    r.has_teardown,
    -- Qualified name of the class or function that it stands in, which bounds who can ask for it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, name, function)
FROM _files f JOIN _python_pytest_fixtures r ON r._file = f.id;

CREATE TABLE _python_pytest_markers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    target TEXT NOT NULL,
    qualified TEXT NOT NULL,
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
    -- Dotted name of it in the project; of a module its name.
    r.qualified,
    -- What stands after `mark.`, e.g. `slow`.
    r.marker,
    -- The arguments as written, keywords as `name=value`. JSON.
    r.args,
    -- Line of the mark itself.
    r.marker_line
    -- unique (file, line, marker_line, target, marker, args)
FROM _files f JOIN _python_pytest_markers r ON r._file = f.id;

CREATE TABLE _python_pytest_parametrize (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    target TEXT NOT NULL,
    qualified TEXT NOT NULL,
    parameter_names TEXT NOT NULL,
    value_count INTEGER NOT NULL,
    has_ids INTEGER NOT NULL,
    is_indirect INTEGER NOT NULL,
    marker_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_parametrize AS
-- Tests that run once for each of several values, one row for each `parametrize`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the decorated function or class, `<module>` for a module.
    r.target,
    -- Dotted name of it in the project; of a module its name.
    r.qualified,
    -- Names of the parameters that are filled; `[]` when they are not constant. JSON.
    r.parameter_names,
    -- Number of sets of values, when a list, tuple or set is written out, without what `*more` adds; 0 otherwise.
    r.value_count,
    -- `ids=` is given. 0 or 1.
    r.has_ids,
    -- `indirect=` is given and not `False`: fixtures of those names get the values. 0 or 1.
    r.is_indirect,
    -- Line of the `parametrize` itself.
    r.marker_line
    -- unique (file, line, marker_line, target, parameter_names)
FROM _files f JOIN _python_pytest_parametrize r ON r._file = f.id;

CREATE TABLE _python_pytest_plugins (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    plugin TEXT NOT NULL,
    how TEXT NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_plugins AS
-- Plugins of pytest that a project loads by name, registers or publishes.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Dotted module of the plugin; for `register` the expression that is registered.
    r.plugin,
    -- `pytest_plugins`, `entry_point` (of a `setup.py`) or `register`.
    r.how,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
FROM _files f JOIN _python_pytest_plugins r ON r._file = f.id;

CREATE TABLE _python_pytest_tests (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT NOT NULL,
    class TEXT,
    is_async INTEGER NOT NULL,
    is_unittest INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_pytest_tests AS
-- Functions that pytest collects as tests by its default names.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name with those of the enclosing classes.
    r.function,
    -- Dotted name in the project.
    r.qualified,
    -- Qualified name of the class that it stands in.
    r.class,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- Its class is a `unittest` one, which gets no fixtures by its parameters. 0 or 1.
    r.is_unittest,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, function)
FROM _files f JOIN _python_pytest_tests r ON r._file = f.id;

CREATE TABLE _python_queue_calls (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    task TEXT NOT NULL,
    qualified TEXT,
    method TEXT NOT NULL,
    argument_count INTEGER NOT NULL,
    is_delayed INTEGER NOT NULL,
    queue TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_queue_calls AS
-- Where tasks of other queues than Celery's are started.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `rq`, `dramatiq`, `huey`, `arq` or `taskiq`.
    r.library,
    -- The task, as written; the constant name where one is given.
    r.task,
    -- Dotted name of its function in the project; NULL when it is not known.
    r.qualified,
    -- `enqueue`, `enqueue_at`, `send`, `send_with_options`, `schedule`, `enqueue_job`, `kiq` ...
    r.method,
    -- Number of positional arguments of the call.
    r.argument_count,
    -- It is told when to run, or how long to wait. 0 or 1.
    r.is_delayed,
    -- The constant name of the queue.
    r.queue,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_queue_calls r ON r._file = f.id;

CREATE TABLE _python_queue_schedules (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    name TEXT NOT NULL,
    task TEXT NOT NULL,
    qualified TEXT,
    kind TEXT NOT NULL,
    expression TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_queue_schedules AS
-- Jobs that APScheduler, Huey, arq and rq-scheduler start at given times.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `apscheduler`, `huey`, `arq` or `rq`.
    r.library,
    -- The identity that is given, or else the task.
    r.name,
    -- The function, as written.
    r.task,
    -- Dotted name of it in the project; NULL when it is not known.
    r.qualified,
    -- `cron`, `interval`, `date`, `crontab` or `unknown`.
    r.kind,
    -- When: `minute=0, hour=*/3`, `seconds=30`; NULL when nothing is told.
    r.expression,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_queue_schedules r ON r._file = f.id;

CREATE TABLE _python_queue_tasks (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT,
    decorator TEXT NOT NULL,
    queue TEXT,
    max_retries INTEGER,
    is_async INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_queue_tasks AS
-- Tasks of other queues than Celery's: functions that run in another process or at another time.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `rq`, `dramatiq`, `huey`, `apscheduler`, `arq`, `taskiq` or `procrastinate`.
    r.library,
    -- The name that it is registered under: the one given, or else that of the function.
    r.name,
    -- Qualified name of the function, or the expression that names it.
    r.function,
    -- Dotted name of it in the project; NULL for other expressions.
    r.qualified,
    -- What makes it a task, as written, e.g. `dramatiq.actor`.
    r.decorator,
    -- The constant name of its queue.
    r.queue,
    -- The constant number of retries.
    r.max_retries,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, library, function)
FROM _files f JOIN _python_queue_tasks r ON r._file = f.id;

CREATE TABLE _python_route_parameters (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    handler TEXT NOT NULL,
    qualified TEXT,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    converter TEXT,
    type TEXT,
    type_qualified TEXT,
    parameter TEXT,
    is_required INTEGER,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_route_parameters AS
-- What requests give to handlers: parameters of the path, query, headers, cookies, forms, files and bodies.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- As in `python_routes`.
    r.framework,
    -- Qualified name of the function or class, or the expression that is registered, as `python_routes.handler`; of
    -- what FastAPI calls as a dependency (`python_endpoint_parameters` has the handlers that depend on it); for
    -- Pyramid, whose paths do not tell their views, the name of the route.
    r.handler,
    -- Its dotted name in the project.
    r.qualified,
    -- The name that the request gives it: of the part of the path, the header (`X-Token`), the field.
    r.name,
    -- `path`, `query`, `header`, `cookie`, `form`, `file`, `json` (a body that is decoded to a type) or `body` (a body as it is).
    r.source,
    -- The converter, type or regular expression in the path.
    r.converter,
    -- The declared type of the handler's parameter, as written.
    r.type,
    -- What that type stands for.
    r.type_qualified,
    -- The handler's parameter that takes it; NULL when the body of the function reads it.
    r.parameter,
    -- The request must have it; NULL when that can not be told. 0 or 1.
    r.is_required,
    -- Byte column of the parameter, the read or the route, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, column, handler, name, source)
FROM _files f JOIN _python_route_parameters r ON r._file = f.id;

CREATE TABLE _python_router_mounts (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    parent TEXT,
    parent_qualified TEXT,
    child TEXT NOT NULL,
    child_qualified TEXT,
    prefix TEXT,
    is_replacing INTEGER NOT NULL,
    dependencies TEXT,
    has_auth INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_router_mounts AS
-- Routers that are placed below others: where the prefixes of real paths come from.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- As in `python_routers`.
    r.framework,
    -- The application or router that takes the other one, as written; NULL when it is not named.
    r.parent,
    -- Its dotted name in the project, as `python_routers.qualified`.
    r.parent_qualified,
    -- The router that is mounted, as written.
    r.child,
    -- Its dotted name in the project; for a call, that of the function that is called (`python_routers.returned_by`).
    r.child_qualified,
    -- The prefix that the mount adds, with `{}` for what is not constant; NULL when it adds none.
    r.prefix,
    -- The prefix takes the place of the child's own, as with Flask and Sanic. 0 or 1.
    r.is_replacing,
    -- FastAPI: what all routes below depend on, dotted names; NULL when there is nothing. JSON.
    r.dependencies,
    -- A dependency of the mount asks for authentication. 0 or 1.
    r.has_auth,
    -- Byte column where it begins, from 0.
    r.column,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, column, parent_qualified, child, prefix)
FROM _files f JOIN _python_router_mounts r ON r._file = f.id;

CREATE TABLE _python_routers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    qualified TEXT NOT NULL,
    variable TEXT,
    framework TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    prefix TEXT,
    dependencies TEXT,
    has_auth INTEGER NOT NULL,
    returned_by TEXT,
    suffix TEXT,
    version_prefix TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_routers AS
-- Objects that routes hang on: applications, blueprints, routers, namespaces, tables of routes.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Dotted name in the project, e.g. `shop.views.bp`; the same text as `owner_qualified` of its routes.
    r.qualified,
    -- What it is bound to, as written; the name of a class or function that is a router itself.
    r.variable,
    -- `flask` (also its extensions), `quart`, `fastapi`, `starlette`, `sanic`, `aiohttp`, `bottle`, `ninja`, `robyn`,
    -- `litestar`, `falcon`, `pyramid`, `cherrypy` or `django`.
    r.framework,
    -- `application`, `router` (also blueprints, namespaces, tables of routes), `class` or `route`.
    r.kind,
    -- The constant name that it is given.
    r.name,
    -- Its own prefix, with `{}` for what is not constant; NULL when it has none.
    r.prefix,
    -- FastAPI: what all its routes depend on, dotted names; NULL when there is nothing. JSON.
    r.dependencies,
    -- Its own dependencies or guards ask for authentication. 0 or 1.
    r.has_auth,
    -- Dotted name of the function that makes and returns it.
    r.returned_by,
    -- What stands behind the path of each of its routes: `/` of a router of Django REST framework, unless it is told
    -- `trailing_slash=False`; NULL elsewhere.
    r.suffix,
    -- Sanic: what its version puts before everything else, e.g. `/v1`; NULL when it has none.
    r.version_prefix,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, qualified)
FROM _files f JOIN _python_routers r ON r._file = f.id;

CREATE TABLE _python_routes (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    framework TEXT NOT NULL,
    method TEXT NOT NULL,
    pattern TEXT,
    handler TEXT NOT NULL,
    qualified TEXT,
    owner TEXT,
    owner_qualified TEXT,
    has_auth INTEGER NOT NULL,
    dependencies TEXT,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_routes AS
-- URL routes and their handlers: one row for each decorator and HTTP method. `python_endpoints` gives their whole
-- paths, with the prefixes of all routers around them, and the methods of handlers that are classes.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `flask` (also its extensions), `quart`, `fastapi`, `starlette`, `sanic`, `aiohttp`, `tornado`, `bottle`, `ninja`,
    -- `robyn`, `litestar`, `falcon`, `pyramid`, `cherrypy` or `django`.
    r.framework,
    -- HTTP method in upper case, `WEBSOCKET`, `ANY` when every method is served or the handler (a class) decides,
    -- `<dynamic>` when it is not constant.
    r.method,
    -- The path, when it is constant.
    r.pattern,
    -- Qualified name of the function or class, or the expression that is registered.
    r.handler,
    -- Dotted name of the handler in the project, e.g. `shop.views.items`; NULL when it is not known.
    r.qualified,
    -- The application, blueprint or router, as written; NULL where the route names none.
    r.owner,
    -- Dotted name of what the route hangs on, as `python_routers.qualified`; the prefixes of its path come from there.
    r.owner_qualified,
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
    library TEXT,
    argument TEXT NOT NULL,
    argument_line INTEGER NOT NULL,
    shape TEXT NOT NULL,
    is_built INTEGER NOT NULL,
    has_shell INTEGER,
    template TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_sinks AS
-- Places where data must not arrive unchecked, one row for each call and kind. What is fixed makes no row, nor do
-- statements made of SQLAlchemy's own functions, as their values are bound; `is_built` rows are those to read first.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What the data becomes: `sql`, `command`, `code`, `template` (text of a template), `html`, `path`, `archive` (it is
    -- unpacked), `redirect`, `request` (the address of an outgoing request), `xml` (of a parser that expands entities),
    -- `deserialization`, `ldap`, `xpath`, `nosql`, `regex`, `header`, `cookie`, `log`, `mail` or `session`.
    r.kind,
    -- The function or method, as written; `return` for what a handler returns.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The library of that function, e.g. `subprocess`; NULL for a method of an unknown object.
    r.library,
    -- The argument that matters, as written, cut at 200 characters.
    r.argument,
    -- Line where that argument begins.
    r.argument_line,
    -- How its value is put together: `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call`, `list`, `dict`, `subscript`, `lambda` or `other`.
    r.shape,
    -- Text is put together here from parts that are not constant, also by `join` or in another line of the function. 0 or 1.
    r.is_built,
    -- Commands: a shell runs it; NULL when that is not constant, and for other kinds. 0 or 1.
    r.has_shell,
    -- The text with `{}` for each part that is not constant.
    r.template,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_sinks r ON r._file = f.id;

CREATE TABLE _python_sources (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    library TEXT NOT NULL,
    expression TEXT NOT NULL,
    qualified TEXT,
    name TEXT,
    parameter TEXT,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_sources AS
-- Places where data enters the program: what clients send, what the caller types, what files, other servers and
-- databases give. One row for each place: the member of the request that gives data, the parameter, the call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Who the data comes from: `remote` (the client of a server), `cli` (the command line and who sits at it), `env`
    -- (environment variables), `file` (files and the output of other programs), `network` (answers of other servers),
    -- `stored` (databases and caches) or `task` (messages of queues, arguments of tasks).
    r.kind,
    -- What part of it: `query`, `form`, `json`, `body`, `file`, `header`, `cookie`, `path`, `url`, `message`, `event`
    -- or `request` (the whole of it) of a request; `argument`, `input`, `variable`, `content` (of a file), `output` (of a program), `response`, `socket`,
    -- `mail` or `row` of the others.
    r.source,
    -- The framework or library: `flask`, `django`, `starlette` (also FastAPI) ... as in `python_routes`, `click`, `os`, `requests` ...
    r.library,
    -- What gives the data, as written, cut at 200 characters; for a parameter its name.
    r.expression,
    -- Its dotted name, where it is known, e.g. `flask.request.args`; for a parameter that of its function in the project.
    r.qualified,
    -- The constant key, header, variable or file that is asked for: `q` of `request.args["q"]`.
    r.name,
    -- The parameter that takes it; NULL for other places.
    r.parameter,
    -- Qualified name of what encloses it; for a parameter of its function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
    -- unique (file, line, column, expression, source)
FROM _files f JOIN _python_sources r ON r._file = f.id;

CREATE TABLE _python_sql_queries (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    argument TEXT NOT NULL,
    argument_line INTEGER NOT NULL,
    shape TEXT NOT NULL,
    text TEXT,
    command TEXT,
    tables TEXT NOT NULL,
    placeholder_style TEXT,
    has_parameters INTEGER NOT NULL,
    is_constant INTEGER NOT NULL,
    is_dynamic INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_sql_queries AS
-- SQL that a program runs, one row for each call, constant statements too.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What is called, as written, e.g. `cur.execute`.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The statement, as written, cut at 200 characters.
    r.argument,
    -- Line where that argument begins.
    r.argument_line,
    -- How its value is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call` or `other`.
    r.shape,
    -- The statement, with `{}` for each part that is not constant, cut at 1000 characters; NULL when it is not known.
    r.text,
    -- Its first keyword in upper case, e.g. `SELECT`; of `WITH` that of the main statement.
    r.command,
    -- Names of the tables, in order, without schema. JSON.
    r.tables,
    -- `qmark` (`?`), `format` (`%s`), `pyformat` (`%(x)s`), `named` (`:x`), `numeric` (`:1`), `dollar` (`$1`); NULL without one.
    r.placeholder_style,
    -- Values are given beside the statement. 0 or 1.
    r.has_parameters,
    -- The statement is a constant. 0 or 1.
    r.is_constant,
    -- Its text is put together from parts that are not constant. 0 or 1.
    r.is_dynamic,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_sql_queries r ON r._file = f.id;

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
    is_constant INTEGER NOT NULL,
    argument_line INTEGER,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
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
    -- The command is a constant, or a list of constants. 0 or 1.
    r.is_constant,
    -- Line where the command begins.
    r.argument_line,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_subprocess_calls r ON r._file = f.id;

CREATE TABLE _python_suppressions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    tool TEXT NOT NULL,
    codes TEXT NOT NULL,
    comment TEXT NOT NULL,
    target_line INTEGER NOT NULL,
    target_end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_suppressions AS
-- Comments that switch a checker off.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `bandit` (`nosec`), `flake8` (`noqa`), `types` (`type: ignore`), `pylint`, `semgrep`, `sonar`, `mypy`, `pyright`, `ruff`, `codeql` or `secrets` (`pragma: allowlist secret`).
    r.tool,
    -- The rules that are switched off, e.g. `["B602"]`; `[]` for all of them. JSON.
    r.codes,
    -- The comment, from `#`, cut at 200 characters.
    r.comment,
    -- Line of the statement that it stands at.
    r.target_line,
    -- Line where that statement ends.
    r.target_end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the comment begins, from 0.
    r.column
FROM _files f JOIN _python_suppressions r ON r._file = f.id;

CREATE TABLE _python_test_assertions (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    expression TEXT,
    method TEXT,
    has_message INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_test_assertions AS
-- What tests and other code assert.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `assert`, `unittest`, `pytest_raises` (also `warns` and `deprecated_call`) or `mock`.
    r.kind,
    -- The condition of an `assert`, what `raises` expects, the mock that is asked; NULL for `unittest`.
    r.expression,
    -- The method or function, e.g. `assertEqual`, `raises`, `assert_called_once`; NULL for `assert`.
    r.method,
    -- A message is given: behind `assert` or as `msg=`. 0 or 1.
    r.has_message,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_test_assertions r ON r._file = f.id;

CREATE TABLE _python_test_coverage (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    directive TEXT NOT NULL,
    comment TEXT NOT NULL,
    reason TEXT,
    target_kind TEXT NOT NULL,
    target TEXT,
    qualified TEXT,
    target_end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_test_coverage AS
-- Code that is left out of the measurement of coverage by a comment.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `no_cover`, `no_branch` or `other`.
    r.directive,
    -- The comment, from `#`.
    r.comment,
    -- What stands behind a dash after the directive.
    r.reason,
    -- What is left out: `function`, `class`, `branch` (the suite of an `if`, `else`, `except`, `for`, `with` ...), `statement` or `line`.
    r.target_kind,
    -- Qualified name of that function or class, else of the function around it; NULL outside of any.
    r.target,
    -- Dotted name of that in the project.
    r.qualified,
    -- Last line that is left out.
    r.target_end_line,
    -- Qualified name of what encloses the comment.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the comment begins, from 0.
    r.column
FROM _files f JOIN _python_test_coverage r ON r._file = f.id;

CREATE TABLE _python_test_plugins (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    qualified TEXT NOT NULL,
    parameter_count INTEGER NOT NULL,
    is_known INTEGER NOT NULL,
    is_wrapper INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_test_plugins AS
-- Functions through which a plugin or `conftest.py` takes part in pytest's run.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the hook.
    r.name,
    -- Qualified name of the function.
    r.function,
    -- Dotted name of it in the project.
    r.qualified,
    -- Number of parameters without `*` and `**`.
    r.parameter_count,
    -- The hook is one that pytest or a well-known plugin calls. 0 or 1.
    r.is_known,
    -- It is marked to run around the other hooks of that name. 0 or 1.
    r.is_wrapper,
    -- Qualified name of the class that it stands in, `<module>` at the top.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, name)
FROM _files f JOIN _python_test_plugins r ON r._file = f.id;

CREATE TABLE _python_type_aliases (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
    kind TEXT NOT NULL,
    value TEXT,
    type_params TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_type_aliases AS
-- Names for types: aliases of every form, new types and type variables.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the statement, from 0.
    r.column,
    -- Last line.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The name that is defined.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- `type_alias_annotation` (`X: TypeAlias = ...`), `type_statement` (`type X = ...`), `type_alias_call` (`TypeAliasType`),
    -- `newtype`, `typevar`, `paramspec`, `typevartuple`, or `implicit` (`X = Optional[...]` at the top of a file).
    r.kind,
    -- What it stands for, as written; of a type variable the bound, or the constraints separated by commas.
    r.value,
    -- Parameters of a `type` statement as written, in order; `[]` otherwise. JSON.
    r.type_params
    -- unique (file, line, column, name)
FROM _files f JOIN _python_type_aliases r ON r._file = f.id;

CREATE TABLE _python_typed_dicts (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualname TEXT NOT NULL,
    qualified TEXT NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    form TEXT NOT NULL,
    is_total INTEGER NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_typed_dicts AS
-- Typed dicts and their keys. Keys that are inherited are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class, or of the variable of the functional form.
    r.name,
    -- Name with those of the enclosing classes and functions.
    r.qualname,
    -- Dotted name in the project.
    r.qualified,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line,
    -- `class` or `call`.
    r.form,
    -- Keys are required unless they say otherwise: `total=False` is not written. 0 or 1.
    r.is_total,
    -- For each key: `field_name`, `field_type` as written with its `Required` or `NotRequired`, `is_required`. JSON.
    r.fields
    -- unique (file, line, qualname)
FROM _files f JOIN _python_typed_dicts r ON r._file = f.id;

CREATE TABLE _python_unittest_cases (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    test_count INTEGER NOT NULL,
    has_setup INTEGER NOT NULL,
    has_teardown INTEGER NOT NULL,
    has_setup_class INTEGER NOT NULL,
    has_teardown_class INTEGER NOT NULL,
    is_skipped INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_unittest_cases AS
-- Classes of `unittest` tests.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Name of the class with those around it.
    r.name,
    -- Dotted name of it in the project.
    r.qualified,
    -- Number of its own methods that are tests: `test...`, or else `runTest`.
    r.test_count,
    -- It defines `setUp` or `asyncSetUp`. 0 or 1.
    r.has_setup,
    -- It defines `tearDown` or `asyncTearDown`. 0 or 1.
    r.has_teardown,
    -- It defines `setUpClass`, or `setUpTestData` of Django. 0 or 1.
    r.has_setup_class,
    -- It defines `tearDownClass`. 0 or 1.
    r.has_teardown_class,
    -- It is decorated with `skip`, `skipIf`, `skipUnless` or `expectedFailure`. 0 or 1.
    r.is_skipped,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, name)
FROM _files f JOIN _python_unittest_cases r ON r._file = f.id;

CREATE TABLE _python_unittest_methods (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    class TEXT NOT NULL,
    class_line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_async INTEGER NOT NULL,
    is_skipped INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_unittest_methods AS
-- Tests of `unittest` classes, and what runs around them.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the class.
    r.class,
    -- Line of the class.
    r.class_line,
    -- Name of the method.
    r.name,
    -- Dotted name of it in the project.
    r.qualified,
    -- `test`, `setup`, `teardown`, `setupclass` or `teardownclass`.
    r.kind,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- It is decorated with `skip`, `skipIf`, `skipUnless` or `expectedFailure`. 0 or 1.
    r.is_skipped,
    -- Line where it ends.
    r.end_line
    -- unique (file, line, class, name)
FROM _files f JOIN _python_unittest_methods r ON r._file = f.id;

CREATE TABLE _python_validators (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    library TEXT NOT NULL,
    model TEXT,
    model_qualified TEXT,
    field TEXT,
    validator TEXT NOT NULL,
    validator_qualified TEXT,
    kind TEXT NOT NULL,
    mode TEXT NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_validators AS
-- Functions that check data: validators of Pydantic 1 and 2, Marshmallow, attrs and SQLAlchemy. One row for each field
-- that a validator names.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `pydantic`, `marshmallow`, `attrs`, `msgspec` or `sqlalchemy`.
    r.library,
    -- Qualified name of the class whose data is checked; NULL for functions and type aliases.
    r.model,
    -- Its dotted name in the project.
    r.model_qualified,
    -- The field, `*` when so written; NULL for validators of the whole model, and when it can not be told (`*FIELDS`).
    r.field,
    -- Name of the method or function, as written.
    r.validator,
    -- Its dotted name.
    r.validator_qualified,
    -- `field`, `root` (the whole model), `type` (a type alias) or `call` (arguments or result of a function).
    r.kind,
    -- `before`, `after`, `wrap` or `plain`: when it runs beside the library's own checks.
    r.mode,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, validator, field, kind, mode)
FROM _files f JOIN _python_validators r ON r._file = f.id;

CREATE TABLE _python_verbose_errors (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    function TEXT NOT NULL,
    kind TEXT NOT NULL,
    how TEXT NOT NULL,
    variable TEXT,
    expression TEXT NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_verbose_errors AS
-- What a client is told about an error of the program.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the function around it, `<module>` outside of any.
    r.function,
    -- `exception_text` (the exception as text), `traceback`, or `propagate` (a setting that shows exceptions).
    r.kind,
    -- `return`, `response_call`, `abort`, `raise_http` or `setting`.
    r.how,
    -- The name that the exception is bound to.
    r.variable,
    -- What is told, as written, cut at 200 characters.
    r.expression,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_verbose_errors r ON r._file = f.id;

CREATE TABLE _python_weak_random (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    function TEXT NOT NULL,
    target TEXT,
    is_security_relevant INTEGER NOT NULL,
    is_seeded INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_weak_random AS
-- Random numbers that can be foretold, one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, e.g. `random.choice`, `uuid.uuid1`.
    r.function,
    -- The variable, attribute or keyword that the result goes to, also through calls around it.
    r.target,
    -- The target, the function around it or an argument is named like a secret: token, password, key, nonce, code ... 0 or 1.
    r.is_security_relevant,
    -- It is seeded with a constant or with the time. 0 or 1.
    r.is_seeded,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_weak_random r ON r._file = f.id;

CREATE TABLE _python_wtforms_fields (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    form TEXT NOT NULL,
    form_qualified TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    has_validators INTEGER NOT NULL,
    validators TEXT NOT NULL,
    is_required INTEGER NOT NULL,
    has_inline_validator INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_wtforms_fields AS
-- Fields that forms of WTForms declare in their own body.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Qualified name of the form.
    r.form,
    -- Its dotted name in the project.
    r.form_qualified,
    -- Name of the field.
    r.name,
    -- Last name of the class that makes it, e.g. `StringField`.
    r.type,
    -- Validators are given, by keyword or as second argument. 0 or 1.
    r.has_validators,
    -- Those validators, without arguments, as written; `[]` when there is none or they are no list. JSON.
    r.validators,
    -- One of them is `DataRequired`, `InputRequired` or `FileRequired`. 0 or 1.
    r.is_required,
    -- The form defines `validate_<field>`. 0 or 1.
    r.has_inline_validator,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope
    -- unique (file, line, form_qualified, name)
FROM _files f JOIN _python_wtforms_fields r ON r._file = f.id;

CREATE TABLE _python_wtforms_forms (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    field_count INTEGER NOT NULL,
    has_validators INTEGER NOT NULL,
    has_validate INTEGER NOT NULL,
    is_csrf_disabled INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_wtforms_forms AS
-- Forms of WTForms and Flask-WTF. Inherited fields are not repeated.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name of the class.
    r.name,
    -- Its dotted name in the project.
    r.qualified,
    -- Fields that its own body declares.
    r.field_count,
    -- It defines a `validate_<field>` of its own. 0 or 1.
    r.has_validators,
    -- It defines `validate`, the check of the whole form. 0 or 1.
    r.has_validate,
    -- Its `Meta` says `csrf = False`. 0 or 1.
    r.is_csrf_disabled,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Last line.
    r.end_line
    -- unique (file, line, qualified)
FROM _files f JOIN _python_wtforms_forms r ON r._file = f.id;

CREATE TABLE _python_xss_patterns (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    sink TEXT NOT NULL,
    callee TEXT NOT NULL,
    qualified TEXT,
    argument TEXT,
    argument_line INTEGER,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_interpolated INTEGER NOT NULL,
    is_risky INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_xss_patterns AS
-- Templates that are made of text, text that is declared to be safe HTML, and responses that are put together: where a
-- page can get what was not escaped. Every use is a row.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- `render_template_string`, `template` (any template made of text), `markup` (`Markup`, `mark_safe` and their like),
    -- `format_html`, `response`, `return_html` (a route returns built HTML), `autoescape_off` or `render` (a template file).
    r.sink,
    -- What is called, as written; `return` for `return_html`.
    r.callee,
    -- Its dotted name, where it is known.
    r.qualified,
    -- The text, as written, cut at 200 characters.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- How it is put together: `constant`, `f-string`, `concat`, `format`, `percent`, `name`, `attribute`, `call` or `other`; `absent` without one.
    r.shape,
    -- The text is a constant. 0 or 1.
    r.is_constant,
    -- It is put together from parts that are not constant. 0 or 1.
    r.is_interpolated,
    -- It is put together, holds what a web client sent, or escaping is off. 0 or 1.
    r.is_risky,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where it begins, from 0.
    r.column
FROM _files f JOIN _python_xss_patterns r ON r._file = f.id;

CREATE TABLE _python_xxe_parsers (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    callee TEXT NOT NULL,
    function TEXT NOT NULL,
    argument TEXT,
    argument_line INTEGER,
    shape TEXT NOT NULL,
    is_constant INTEGER NOT NULL,
    is_resolving_entities INTEGER,
    has_no_network INTEGER,
    is_defused INTEGER NOT NULL,
    is_risky INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    column INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW python_xxe_parsers AS
-- XML that is parsed, with what the parser does about entities: one row for each call.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- What is called, as written.
    r.callee,
    -- Its dotted name, e.g. `lxml.etree.parse`.
    r.function,
    -- What is parsed, as written, cut at 200 characters.
    r.argument,
    -- Line where it begins.
    r.argument_line,
    -- How what is parsed is put together: `constant`, `name`, `call`, `attribute`, `f-string` ...; `absent` without one.
    r.shape,
    -- What is parsed is a constant. 0 or 1.
    r.is_constant,
    -- The constant `resolve_entities=` of lxml, here or at the parser that is given; NULL when nothing is said. 0 or 1.
    r.is_resolving_entities,
    -- The constant `no_network=` of lxml; NULL when nothing is said. 0 or 1.
    r.has_no_network,
    -- It is a function of `defusedxml`. 0 or 1.
    r.is_defused,
    -- The parser expands entities: lxml unless they are switched off, `xml.sax` with external entities, `minidom`,
    -- `pulldom` and `expatbuilder`; not `ElementTree`. 0 or 1.
    r.is_risky,
    -- Qualified name of what encloses the call.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Byte column where the call begins, from 0.
    r.column
FROM _files f JOIN _python_xxe_parsers r ON r._file = f.id;

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

CREATE TABLE _resolved_imports (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT,
    module TEXT NOT NULL,
    symbol TEXT,
    qualified TEXT NOT NULL,
    path TEXT,
    is_from INTEGER NOT NULL,
    is_star INTEGER NOT NULL,
    is_relative INTEGER NOT NULL,
    is_type_checking INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW resolved_imports AS
-- Names that imports bring into a file: one row for each name or module.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of what is imported, from 0.
    r.column,
    -- Qualified name of what encloses the import.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The local name that is bound: the alias, the name, or the first part of a dotted module; NULL for `*`.
    r.name,
    -- Dotted name of the module, relative dots resolved where the package is known, else as written.
    r.module,
    -- What is imported from the module, `*` for everything; NULL when the module itself is.
    r.symbol,
    -- Dotted name of what is imported: the module and the symbol. What another module hands on under
    -- that name has another one where it is used.
    r.qualified,
    -- Path of the module when it is part of the project; for `from . import x` that of `x` where it is a module.
    r.path,
    -- It is a `from` import. 0 or 1.
    r.is_from,
    -- It imports `*`. 0 or 1.
    r.is_star,
    -- It is written with leading dots. 0 or 1.
    r.is_relative,
    -- It stands under `if TYPE_CHECKING`: it is there for type checkers and does not run. 0 or 1.
    r.is_type_checking
    -- unique (file, line, column, symbol)
FROM _files f JOIN _resolved_imports r ON r._file = f.id;

CREATE TABLE _return_reads (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW return_reads AS
-- Names that functions read in what they give back: one row for each name, and for each beginning of a dotted one. Names
-- that the value binds itself, as comprehensions do, are left out. The row of `returns` has the same line and column.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the `return`, from 0.
    r.column,
    -- Qualified name of the function that it leaves.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The name that is read: `q.a.b`, `q.a` and `q` for `q.a.b`; what is called is read, too.
    r.name
    -- unique (file, line, column, name)
FROM _files f JOIN _return_reads r ON r._file = f.id;

CREATE TABLE _returns (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    qualified TEXT,
    value TEXT NOT NULL,
    has_value INTEGER NOT NULL,
    value_qualified TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW returns AS
-- What functions give back: one row for each `return`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the `return`, from 0.
    r.column,
    -- Line where it ends.
    r.end_line,
    -- Qualified name of the function that it leaves, `<module>` for a stray one.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- Dotted name of that function in the project; NULL for a stray one.
    r.qualified,
    -- The value as written; `None` for a bare `return`.
    r.value,
    -- A value is written. 0 or 1.
    r.has_value,
    -- Dotted name that the value stands for, or, when it is a call, what that calls; NULL when it can not be known.
    r.value_qualified
    -- unique (file, line, column)
FROM _files f JOIN _returns r ON r._file = f.id;

CREATE TABLE _symbols (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    qualname TEXT NOT NULL,
    qualified TEXT NOT NULL,
    column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    returns TEXT,
    params TEXT,
    is_typed INTEGER NOT NULL,
    is_async INTEGER NOT NULL,
    is_method INTEGER NOT NULL,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW symbols AS
-- What a file defines: functions and classes. Calls are in `calls`, names and attributes that are used in `name_uses`.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Bare name.
    r.name,
    -- `function` or `class`.
    r.kind,
    -- Name with those of the enclosing classes and functions, e.g. `Class.method`.
    r.qualname,
    -- Dotted name in the project: that of the module, and `qualname`.
    r.qualified,
    -- Byte column of `def`, `async` or `class`, from 0.
    r.column,
    -- Last line.
    r.end_line,
    -- Qualified name of what encloses it.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- The return annotation of a function.
    r.returns,
    -- Names of a function's parameters in order, without stars; NULL when it has none. JSON.
    r.params,
    -- A function with an annotation on any parameter or on its result. 0 or 1.
    r.is_typed,
    -- It is an `async def`. 0 or 1.
    r.is_async,
    -- It is a function in the body of a class, also under `if` or `try` there. 0 or 1.
    r.is_method
    -- unique (file, line, column, name, kind)
FROM _files f JOIN _symbols r ON r._file = f.id;

CREATE TABLE _type_annotations (
    _file INTEGER NOT NULL,
    _row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    qualified TEXT,
    annotation TEXT NOT NULL,
    annotation_qualified TEXT,
    is_any INTEGER NOT NULL,
    is_generic INTEGER NOT NULL,
    type_params TEXT,
    PRIMARY KEY (_file, _row)
) WITHOUT ROWID;
CREATE VIEW type_annotations AS
-- Type annotations: of parameters, of what functions give back, and of variables and attributes.
SELECT
    -- Path below the indexed root, with `/`.
    f.file,
    -- Line where it stands, from 1.
    r.line,
    -- Byte column of the name of the parameter, of the target or of the `def`, from 0.
    r.column,
    -- Qualified name of what encloses it; for a parameter the function.
    (SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope,
    -- `parameter`, `function` (what it gives back), `class_attribute`, `instance_attribute` (`self.x: T`),
    -- `local_variable`, `module_attribute` or `attribute` (of another object).
    r.kind,
    -- Bare name of the parameter, function, variable or attribute; `self.x` is `x`.
    r.name,
    -- Its dotted name in the project; NULL when the object that an attribute belongs to is not known.
    r.qualified,
    -- The annotation as written; one in quotes keeps them.
    r.annotation,
    -- Dotted name that it stands for; with a subscript that of what is subscripted, e.g. `typing.Optional`.
    r.annotation_qualified,
    -- It is `Any`. 0 or 1.
    r.is_any,
    -- It is subscripted. 0 or 1.
    r.is_generic,
    -- What stands between its outer brackets: `str, int`.
    r.type_params
    -- unique (file, line, column, kind, name)
FROM _files f JOIN _type_annotations r ON r._file = f.id;

CREATE VIEW python_class_ancestors AS
-- Every ancestor of every class, through any number of files of the project. Where a base is not part of the project, its own
-- bases are not known.
WITH RECURSIVE ancestors(qualified, ancestor, distance) AS (
    SELECT DISTINCT qualified, base_qualified, 1 FROM class_bases WHERE base_qualified IS NOT NULL
    UNION
    SELECT a.qualified, b.base_qualified, a.distance + 1
    FROM ancestors a
    JOIN class_bases b ON b.qualified = a.ancestor
    WHERE b.base_qualified IS NOT NULL AND a.distance < 50
)
SELECT qualified, ancestor, min(distance) AS distance
FROM ancestors
GROUP BY qualified, ancestor;

CREATE VIEW python_properties AS
-- The functions behind properties: one row for each getter, setter and deleter.
SELECT file, line, scope, target_name AS name, qualified,
    CASE
        WHEN decorator LIKE '%.setter' THEN 'setter'
        WHEN decorator LIKE '%.deleter' THEN 'deleter'
        WHEN decorator LIKE '%cached_property' THEN 'cached_getter'
        ELSE 'getter'
    END AS accessor,
    decorator, decorator_qualified
FROM python_decorators
WHERE target_kind = 'function'
    AND (decorator = target_name || '.setter'
        OR decorator = target_name || '.deleter'
        OR decorator = target_name || '.getter'
        OR decorator_qualified IN ('builtins.property', 'abc.abstractproperty')
        OR decorator = 'cached_property'
        OR decorator LIKE '%.cached_property');

CREATE VIEW python_async_context_managers AS
-- Asynchronous context managers: `async with` statements and the classes for them.
SELECT file, line, column, end_line, scope, kind, name, qualified, resolution, target, is_custom
FROM python_context_managers
WHERE is_async;

CREATE VIEW python_parameters AS
-- Parameters of functions with their annotations.
SELECT p.file, p.line, p.column, p.function, p.function_qualified, p.name, p.parameter_index, p.passing,
    p.is_receiver, a.annotation, a.annotation_qualified, p.default_value, p.default_qualified
FROM function_parameters p
LEFT JOIN type_annotations a
    ON a.file = p.file AND a.line = p.line AND a.column = p.column AND a.kind = 'parameter';

CREATE VIEW python_graphql_fields AS
-- Fields of GraphQL with the names that clients use: Graphene and Strawberry put names into camel case. Where another
-- file has the mutation, `handler` and `has_auth` are those of its method.
WITH RECURSIVE
words(field, done, rest) AS (
    SELECT DISTINCT field, '', field FROM python_graphql_resolvers WHERE field IS NOT NULL
    UNION
    SELECT field,
        CASE WHEN instr(rest, '_') > 1 THEN done || substr(rest, 1, instr(rest, '_') - 1)
            || upper(substr(rest, instr(rest, '_') + 1, 1))
            ELSE done || '_' END,
        CASE WHEN instr(rest, '_') > 1 THEN substr(rest, instr(rest, '_') + 2) ELSE substr(rest, 2) END
    FROM words WHERE instr(rest, '_') > 0
),
camel(field, name) AS (SELECT field, done || rest FROM words WHERE instr(rest, '_') = 0)
SELECT r.file, r.line, r.library, r.type, CASE WHEN r.is_renamed THEN r.field ELSE c.name END AS field,
    r.field AS python_name, coalesce(m.handler, r.handler) AS handler, coalesce(m.qualified, r.qualified) AS qualified,
    r.has_auth OR coalesce(m.has_auth, 0) AS has_auth
FROM python_graphql_resolvers AS r
LEFT JOIN camel AS c ON c.field = r.field
LEFT JOIN python_graphql_resolvers AS m
    ON r.kind = 'mutation' AND m.kind = 'method' AND m.qualified IN (r.qualified, r.qualified || '_and_get_payload');

CREATE VIEW python_django_queryset_chains AS
-- Chains of methods of Django's query sets.
SELECT file, line, end_line, scope, chain, method, methods, model, model_qualified, has_limit, has_transaction
FROM orm_queries
WHERE orm = 'django';

CREATE VIEW orm_model_relationships AS
-- Links between models, with those that a model takes from its abstract bases: one row for each model and attribute.
-- `declared_in` is the file of the declaration. A text that names a model of another file is looked up, and
-- `settings.AUTH_USER_MODEL` is the model that the settings name, or else Django's own.
WITH RECURSIVE user_model(target) AS (
    SELECT coalesce(
        (SELECT min(trim(value, '"' || char(39))) FROM assignments WHERE name = 'AUTH_USER_MODEL' AND scope = '<module>'),
        'auth.User'
    )
),
lineage(model, ancestor) AS (
    SELECT qualified, qualified FROM python_orm_models
    UNION
    SELECT l.model, b.value
    FROM lineage AS l
    JOIN python_orm_models AS m ON m.qualified = l.ancestor
    JOIN json_each(m.bases) AS b
    JOIN python_orm_models AS p ON p.qualified = b.value AND p.is_abstract
),
link AS (
    SELECT
        r.*,
        m.qualified AS owner,
        m.name AS owner_name,
        lower(m.name) AS class_word,
        coalesce(lower(m.app_label), '') AS app_word,
        CASE WHEN r.is_inverse THEN r.target_qualified ELSE r.source_qualified END AS declarer,
        CASE WHEN r.target LIKE '%AUTH_USER_MODEL' THEN u.target ELSE r.target END AS named
    FROM orm_relationships AS r
    CROSS JOIN user_model AS u
    JOIN lineage AS l ON l.ancestor = CASE WHEN r.is_inverse THEN r.target_qualified ELSE r.source_qualified END
    JOIN python_orm_models AS m ON m.qualified = l.model AND NOT m.is_abstract
),
ends AS (
    SELECT
        link.*,
        CASE
            WHEN (CASE WHEN is_inverse THEN source_qualified ELSE target_qualified END) = declarer THEN owner
            ELSE coalesce(
                CASE WHEN is_inverse THEN source_qualified ELSE target_qualified END,
                (
                    SELECT min(t.qualified)
                    FROM python_orm_models AS t
                    WHERE t.orm = link.orm
                        AND (
                            t.app_label || '.' || t.name = link.named
                            OR instr(link.named, '.') = 0 AND t.name = link.named
                            OR t.orm = 'tortoise' AND link.named LIKE '%.' || t.name
                        )
                    HAVING count(*) = 1
                ),
                CASE WHEN link.named = 'auth.User' THEN 'django.contrib.auth.models.User' END
            )
        END AS far_qualified,
        CASE
            WHEN (CASE WHEN is_inverse THEN source_qualified ELSE target_qualified END) = declarer THEN owner_name
            WHEN target LIKE '%AUTH_USER_MODEL' THEN substr(named, instr(named, '.') + 1)
            WHEN is_inverse THEN source_model
            ELSE target_model
        END AS far_name
    FROM link
)
SELECT
    file AS declared_in,
    line,
    orm,
    CASE WHEN is_inverse THEN far_name ELSE owner_name END AS source_model,
    CASE WHEN is_inverse THEN far_qualified ELSE owner END AS source_qualified,
    CASE WHEN is_inverse THEN owner_name ELSE far_name END AS target_model,
    CASE WHEN is_inverse THEN owner ELSE far_qualified END AS target_qualified,
    kind,
    foreign_key,
    through,
    has_cascade_delete,
    replace(replace(name, '%(class)s', class_word), '%(app_label)s', app_word) AS name,
    replace(replace(back_name, '%(class)s', class_word), '%(app_label)s', app_word) AS back_name,
    is_inverse
FROM ends;

CREATE VIEW python_ssrf_calls AS
-- Requests whose host can be chosen: what `python_http_requests` knows about the URL, in the words of SSRF.
SELECT
    file, line, column, scope, callee, qualified, argument,
    CASE WHEN is_from_request THEN 'request' ELSE shape END AS url_kind,
    is_host_fixed AS has_fixed_host,
    NOT is_host_fixed AND (is_from_request OR shape IN ('f-string', 'concat', 'format', 'percent')) AS is_suspicious,
    has_timeout
FROM python_http_requests;

CREATE VIEW python_uses AS
-- Every place where data reaches something that can be misused, whatever its danger: the argument that matters, its role
-- and whether it is a constant. What is dangerous among them is chosen on top.
SELECT
    file, line, scope, 'sql' AS role, callee, qualified, argument, argument_line, shape, is_constant
FROM python_sql_queries
UNION ALL
SELECT file, line, scope, 'command', callee, qualified, command, argument_line, shape, is_constant
FROM python_subprocess_calls
UNION ALL
SELECT file, line, scope, 'code', callee, function, argument, argument_line, shape, is_constant
FROM python_eval_exec
UNION ALL
SELECT file, line, scope, 'path', callee, function, argument, argument_line, shape, is_constant
FROM python_file_operations
UNION ALL
SELECT file, line, scope, 'url', callee, qualified, argument, argument_line, shape, is_constant
FROM python_http_requests
UNION ALL
SELECT
    file, line, scope,
    CASE WHEN sink IN ('render_template_string', 'template', 'render') THEN 'template' ELSE 'html' END,
    callee, qualified, argument, argument_line, shape, is_constant
FROM python_xss_patterns
WHERE sink != 'autoescape_off'
UNION ALL
SELECT file, line, scope, 'redirect', callee, qualified, argument, argument_line, target_kind, is_constant
FROM python_open_redirects
UNION ALL
SELECT file, line, scope, 'header', callee, NULL, value, argument_line, shape, is_constant
FROM python_headers_written
UNION ALL
SELECT
    file, line, scope, 'cookie', callee, NULL, value, argument_line,
    CASE
        WHEN value IS NULL THEN 'absent'
        WHEN is_constant THEN 'constant'
        WHEN value GLOB '[fF]["'']*' OR value GLOB '[fF][rR]["'']*' OR value GLOB '[rR][fF]["'']*' THEN 'f-string'
        WHEN value NOT GLOB '*[^A-Za-z0-9_]*' THEN 'name'
        WHEN value NOT GLOB '*[^A-Za-z0-9_.]*' THEN 'attribute'
        WHEN value GLOB '[A-Za-z_]*(*)' AND value NOT GLOB '*)* *(*' THEN 'call'
        WHEN value GLOB '[A-Za-z_]*]' THEN 'subscript'
        ELSE 'other'
    END,
    is_constant
FROM python_cookies
WHERE operation IN ('set', 'set_signed')
UNION ALL
SELECT file, line, scope, 'log', callee, qualified, message, argument_line, shape, is_constant
FROM python_log_calls
UNION ALL
SELECT file, line, scope, 'xml', callee, function, argument, argument_line, shape, is_constant
FROM python_xxe_parsers
UNION ALL
SELECT file, line, scope, 'deserialize', callee, function, argument, argument_line, shape, is_constant
FROM python_deserialization
UNION ALL
SELECT file, line, scope, role, callee, qualified, argument, argument_line, shape, is_constant
FROM python_other_uses;

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

CREATE VIEW python_pytest_fixture_uses AS
-- Which test or fixture gets which fixture, as pytest looks it up: in the class, in the module, in `conftest.py` from
-- the nearest folder upwards, in modules that one of these imports, in `pytest_plugins`. What a class or module asks
-- for counts for each of its tests; `how` is `autouse` where nobody asked. The fixture's columns are NULL where the
-- project has none of that name, as for `tmp_path`.
WITH asked (file, line, function, qualified, name, how) AS (
    SELECT file, line, function, qualified, name, how
    FROM python_pytest_fixture_requests
    WHERE how NOT IN ('usefixtures', 'parametrize')
    UNION
    SELECT t.file, t.line, t.function, t.qualified, r.name, r.how
    FROM python_pytest_fixture_requests r
    JOIN python_pytest_tests t ON t.file = r.file
    WHERE r.how IN ('usefixtures', 'parametrize')
        AND (
            r.function = '<module>'
            OR r.function = t.function
            OR substr(t.function, 1, length(r.function) + 1) = r.function || '.'
        )
    UNION
    SELECT t.file, t.line, t.function, t.qualified, f.name, 'autouse'
    FROM python_pytest_fixtures f
    JOIN python_pytest_tests t
        ON (
            f.file = t.file
            AND (f.scope = '<module>' OR substr(t.function, 1, length(f.scope) + 1) = f.scope || '.')
        )
        OR (
            (f.file = 'conftest.py' OR f.file LIKE '%/conftest.py')
            AND substr(t.file, 1, length(f.file) - 11) = substr(f.file, 1, length(f.file) - 11)
        )
    WHERE f.is_autouse
),
candidates AS (
    SELECT
        a.file, a.line, a.function, a.qualified, a.name, a.how,
        f.file AS fixture_file, f.line AS fixture_line, f.qualified AS fixture_qualified,
        CASE
            WHEN f.file = a.file AND f.scope = '<module>' THEN 100000
            WHEN f.file = a.file AND substr(a.function, 1, length(f.scope) + 1) = f.scope || '.'
                THEN 200000 + length(f.scope)
            WHEN f.file = a.file THEN 0
            WHEN (f.file = 'conftest.py' OR f.file LIKE '%/conftest.py')
                AND substr(a.file, 1, length(f.file) - 11) = substr(f.file, 1, length(f.file) - 11)
                THEN length(f.file)
            WHEN f.scope = '<module>' AND EXISTS (
                SELECT 1
                FROM refs i
                WHERE i.target = f.file
                    AND (
                        i.file = a.file
                        OR (
                            (i.file = 'conftest.py' OR i.file LIKE '%/conftest.py')
                            AND substr(a.file, 1, length(i.file) - 11) = substr(i.file, 1, length(i.file) - 11)
                        )
                    )
            ) THEN 2
            WHEN f.scope = '<module>' AND EXISTS (
                SELECT 1
                FROM python_pytest_plugins p
                WHERE '/' || f.file LIKE '%/' || replace(p.plugin, '.', '/') || '.py'
            ) THEN 1
            ELSE 0
        END AS nearness
    FROM asked a
    JOIN python_pytest_fixtures f ON f.name = a.name AND NOT (f.file = a.file AND f.function = a.function)
),
nearest AS (
    SELECT
        file, line, function, name, how, fixture_file, fixture_line, fixture_qualified,
        row_number() OVER (
            PARTITION BY file, line, function, name, how
            ORDER BY nearness DESC, fixture_line DESC, fixture_file
        ) AS place
    FROM candidates
    WHERE nearness > 0
)
SELECT
    a.file, a.line, a.function, a.qualified, a.name, a.how,
    n.fixture_file, n.fixture_line, n.fixture_qualified
FROM asked a
LEFT JOIN nearest n
    ON n.file = a.file AND n.line = a.line AND n.function = a.function AND n.name = a.name AND n.how = a.how
        AND n.place = 1;

CREATE VIEW python_pytest_conftest AS
-- What the `conftest.py` files of a project offer: fixtures, hooks and plugins.
SELECT file, line, 'fixture' AS kind, name FROM python_pytest_fixtures
WHERE file = 'conftest.py' OR file LIKE '%/conftest.py'
UNION ALL
SELECT file, line, 'hook', name FROM python_test_plugins
WHERE file = 'conftest.py' OR file LIKE '%/conftest.py'
UNION ALL
SELECT file, line, 'plugin', plugin FROM python_pytest_plugins
WHERE file = 'conftest.py' OR file LIKE '%/conftest.py';

CREATE VIEW python_fastapi_needs AS
-- What functions depend on, also by an alias of another file: `user: deps.CurrentUser`, which no rule can see to be one
-- that only knows the file of the parameter.
SELECT file, line, dependent, qualified, kind, parameter, dependency, dependency_qualified, is_auth
FROM python_fastapi_dependencies
UNION
SELECT t.file, t.line, t.scope, substr(t.qualified, 1, length(t.qualified) - length(t.name) - 1), 'parameter',
    t.name, a.dependency, a.dependency_qualified, a.is_auth
FROM python_fastapi_dependencies AS a
JOIN type_annotations AS t ON t.annotation_qualified = a.qualified AND t.kind = 'parameter'
WHERE a.kind = 'alias' AND t.file <> a.file;

CREATE VIEW python_endpoint_parameters AS
-- What requests give to the handlers of endpoints: `python_route_parameters`, with what the dependencies of a handler
-- ask for, and without the parameters that an alias of another file makes dependencies.
WITH RECURSIVE
aliases AS (SELECT qualified FROM python_fastapi_dependencies WHERE kind = 'alias'),
needed(qualified, handler, dependency, depth) AS (
    SELECT qualified, dependent, dependency_qualified, 0 FROM python_fastapi_needs
    WHERE qualified IN (SELECT qualified FROM python_routes) AND dependency_qualified IS NOT NULL
    UNION
    SELECT n.qualified, n.handler, d.dependency_qualified, n.depth + 1
    FROM needed AS n JOIN python_fastapi_needs AS d ON d.qualified = n.dependency
    WHERE d.dependency_qualified IS NOT NULL AND n.depth < 8
)
SELECT file, line, framework, handler, qualified, name, source, converter, type, parameter, is_required
FROM python_route_parameters
WHERE coalesce(type_qualified, '') NOT IN (SELECT qualified FROM aliases)
    AND (qualified IS NULL OR qualified IN (SELECT qualified FROM python_routes)
        OR qualified NOT IN (SELECT dependency FROM needed))
UNION
SELECT p.file, p.line, p.framework, n.handler, n.qualified, p.name, p.source, p.converter, p.type, p.parameter,
    p.is_required
FROM needed AS n JOIN python_route_parameters AS p ON p.qualified = n.dependency;

CREATE VIEW python_auth_dependencies AS
-- Functions, aliases and objects that ask for authentication when a route depends on them: by themselves, or because
-- they depend on one that does.
WITH RECURSIVE asked(qualified) AS (
    SELECT dependency_qualified FROM python_fastapi_needs
    WHERE is_auth AND dependency_qualified IS NOT NULL
    UNION
    SELECT d.qualified FROM python_fastapi_needs AS d WHERE d.is_auth
    UNION
    SELECT d.qualified
    FROM asked JOIN python_fastapi_needs AS d ON d.dependency_qualified = asked.qualified
)
SELECT qualified FROM asked;

CREATE VIEW python_drf_default AS
-- Whether the settings of Django REST framework ask for authentication wherever a view says nothing else: no row when
-- they do not speak of it, 1 when all settings of the project that do ask for it.
SELECT min(kind <> 'exempt' AND NOT EXISTS (
    SELECT 1 FROM json_each(permissions) AS given
    WHERE given.value LIKE '%AllowAny' OR given.value LIKE '%ReadOnly'
)) AS has_auth
FROM python_auth_patterns
WHERE how = 'setting' AND decorator = 'DEFAULT_PERMISSION_CLASSES'
HAVING count(*) > 0;

CREATE VIEW python_guarded_functions AS
-- Functions and decorators of the project that ask for authentication, also where a decorator of their own does: one
-- that wraps a function which `login_required` guards asks for a login itself.
WITH RECURSIVE
asking(file, qualified, scope, target_name) AS (
    SELECT p.file, p.qualified, p.scope, p.target FROM python_auth_patterns AS p
    WHERE p.how IN ('decorator', 'dependency') AND p.kind <> 'exempt' AND p.qualified IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM json_each(p.permissions) AS given
            WHERE given.value LIKE '%AllowAny' OR given.value LIKE '%ReadOnly'
        )
),
makers(qualified) AS (
    SELECT substr(qualified, 1, length(qualified) - length(target_name)) || scope
    FROM asking
    WHERE scope <> '<module>'
    UNION
    SELECT substr(d.qualified, 1, length(d.qualified) - length(d.target_name) - 1)
    FROM makers AS m JOIN python_decorators AS d ON d.decorator_qualified = m.qualified
    WHERE d.scope <> '<module>'
)
SELECT file, qualified FROM asking
UNION
SELECT d.file, d.qualified FROM makers AS m JOIN python_decorators AS d ON d.decorator_qualified = m.qualified;

CREATE VIEW python_class_methods AS
-- HTTP methods of classes that serve requests, inherited ones too: for each method the nearest class that defines it.
-- The methods of the generic views of Django and Django REST framework, which no project defines, are among them.
WITH RECURSIVE
lineage(class, ancestor, depth) AS (
    SELECT qualified, qualified, 0 FROM python_handler_classes
    UNION
    SELECT qualified, qualified, 0 FROM python_routes
    WHERE qualified LIKE 'django.views.generic.%' OR qualified LIKE 'rest_framework.%'
    UNION
    SELECT l.class, base.value, l.depth + 1
    FROM lineage AS l
    JOIN python_handler_classes AS k ON k.qualified = l.ancestor
    JOIN json_each(k.bases) AS base
    WHERE l.depth < 16
),
library(class, method, path) AS (VALUES
    ('ModelViewSet', 'GET', NULL), ('ModelViewSet', 'POST', NULL), ('ModelViewSet', 'GET', '/{pk}'),
    ('ModelViewSet', 'PUT', '/{pk}'), ('ModelViewSet', 'PATCH', '/{pk}'), ('ModelViewSet', 'DELETE', '/{pk}'),
    ('ReadOnlyModelViewSet', 'GET', NULL), ('ReadOnlyModelViewSet', 'GET', '/{pk}'),
    ('ListModelMixin', 'GET', NULL), ('CreateModelMixin', 'POST', NULL), ('RetrieveModelMixin', 'GET', '/{pk}'),
    ('UpdateModelMixin', 'PUT', '/{pk}'), ('UpdateModelMixin', 'PATCH', '/{pk}'),
    ('DestroyModelMixin', 'DELETE', '/{pk}'),
    ('ListAPIView', 'GET', NULL), ('RetrieveAPIView', 'GET', NULL), ('CreateAPIView', 'POST', NULL),
    ('UpdateAPIView', 'PUT', NULL), ('UpdateAPIView', 'PATCH', NULL), ('DestroyAPIView', 'DELETE', NULL),
    ('ListCreateAPIView', 'GET', NULL), ('ListCreateAPIView', 'POST', NULL),
    ('RetrieveUpdateAPIView', 'GET', NULL), ('RetrieveUpdateAPIView', 'PUT', NULL),
    ('RetrieveUpdateAPIView', 'PATCH', NULL), ('RetrieveDestroyAPIView', 'GET', NULL),
    ('RetrieveDestroyAPIView', 'DELETE', NULL), ('RetrieveUpdateDestroyAPIView', 'GET', NULL),
    ('RetrieveUpdateDestroyAPIView', 'PUT', NULL), ('RetrieveUpdateDestroyAPIView', 'PATCH', NULL),
    ('RetrieveUpdateDestroyAPIView', 'DELETE', NULL),
    ('TemplateView', 'GET', NULL), ('ListView', 'GET', NULL), ('DetailView', 'GET', NULL),
    ('RedirectView', 'GET', NULL), ('RedirectView', 'POST', NULL), ('FormView', 'GET', NULL),
    ('FormView', 'POST', NULL), ('CreateView', 'GET', NULL), ('CreateView', 'POST', NULL),
    ('UpdateView', 'GET', NULL), ('UpdateView', 'POST', NULL), ('DeleteView', 'GET', NULL),
    ('DeleteView', 'POST', NULL)
),
found(class, method, path, suffix, handler, qualified, has_auth, depth) AS (
    SELECT l.class, m.method, m.path, m.suffix, m.handler, m.qualified, m.has_auth, l.depth
    FROM lineage AS l JOIN python_handler_methods AS m ON m.class_qualified = l.ancestor
    UNION ALL
    SELECT l.class, b.method, b.path, NULL, NULL, l.class, 0, l.depth
    FROM lineage AS l
    JOIN library AS b ON l.ancestor IN (
        'rest_framework.viewsets.' || b.class, 'rest_framework.mixins.' || b.class,
        'rest_framework.generics.' || b.class, 'django.views.generic.' || b.class,
        'django.views.generic.base.' || b.class, 'django.views.generic.list.' || b.class,
        'django.views.generic.detail.' || b.class, 'django.views.generic.edit.' || b.class
    )
),
asked(class, has_auth, depth) AS (
    SELECT l.class, k.has_auth, min(l.depth)
    FROM lineage AS l JOIN python_handler_classes AS k ON k.qualified = l.ancestor
    WHERE k.has_auth IS NOT NULL
    GROUP BY l.class
),
settled(class, has_auth) AS (
    SELECT DISTINCT l.class, d.has_auth
    FROM lineage AS l JOIN python_drf_default AS d
    WHERE l.ancestor LIKE 'rest_framework.%'
)
SELECT f.class, f.method, f.path, f.suffix, f.handler, f.qualified,
    max(f.has_auth, coalesce(a.has_auth, s.has_auth, 0)) AS has_auth, min(f.depth) AS depth
FROM found AS f
LEFT JOIN asked AS a ON a.class = f.class
LEFT JOIN settled AS s ON s.class = f.class
GROUP BY f.class, f.method, f.path, f.suffix;

CREATE VIEW python_router_places AS
-- Where routers are in the end: the whole prefix of each, once for each way that leads from an application (or from a
-- router that nothing mounts) down to it.
WITH RECURSIVE
own(qualified, prefix, has_auth) AS (
    SELECT qualified, max(prefix), max(has_auth)
    FROM (
        SELECT r.qualified, r.prefix, r.has_auth OR EXISTS (
            SELECT 1 FROM json_each(r.dependencies) AS d JOIN python_auth_dependencies AS a ON a.qualified = d.value
        ) AS has_auth
        FROM python_routers AS r
        UNION ALL
        SELECT owner_qualified, NULL, 1 FROM python_flask_hooks WHERE has_auth AND owner_qualified IS NOT NULL
    )
    GROUP BY qualified
),
made(maker, qualified) AS (SELECT returned_by, qualified FROM python_routers WHERE returned_by IS NOT NULL),
edges(child, parent, prefix, is_replacing, has_auth) AS (
    SELECT DISTINCT coalesce(r.qualified, m.child_qualified),
        coalesce(p.qualified, m.parent_qualified, m.parent, '<unknown>'),
        coalesce(m.prefix, ''), m.is_replacing, m.has_auth OR EXISTS (
            SELECT 1 FROM json_each(m.dependencies) AS d JOIN python_auth_dependencies AS a ON a.qualified = d.value
        )
    FROM python_router_mounts AS m
    LEFT JOIN made AS r ON r.maker = m.child_qualified
    LEFT JOIN made AS p ON p.maker = m.parent_qualified
    WHERE m.child_qualified IS NOT NULL
    UNION
    SELECT substr(m.child_qualified, 1, length(m.child_qualified) - length('.includeme')), m.parent_qualified,
        coalesce(m.prefix, ''), 0, 0
    FROM python_router_mounts AS m
    WHERE m.framework = 'pyramid' AND m.child_qualified LIKE '%.includeme'
),
climb(router, top, below, above, has_auth, depth) AS (
    SELECT DISTINCT r.owner_qualified, coalesce(m.qualified, r.owner_qualified), '', coalesce(o.prefix, ''),
        coalesce(o.has_auth, 0), 0
    FROM python_routes AS r
    LEFT JOIN made AS m ON m.maker = r.owner_qualified
    LEFT JOIN own AS o ON o.qualified = coalesce(m.qualified, r.owner_qualified)
    WHERE r.owner_qualified IS NOT NULL
    UNION
    SELECT c.router, e.parent,
        CASE
            WHEN e.is_replacing OR c.above = '' THEN
                CASE WHEN e.prefix = '' THEN c.below WHEN c.below = '' THEN e.prefix
                    ELSE rtrim(e.prefix, '/') || '/' || ltrim(c.below, '/^') END
            ELSE
                rtrim(e.prefix, '/')
                || CASE WHEN e.prefix = '' THEN '' ELSE '/' END
                || CASE WHEN e.prefix = '' THEN c.above ELSE ltrim(c.above, '/^') END
                || CASE
                    WHEN c.below = '' THEN ''
                    WHEN rtrim(c.above, '/') <> c.above THEN ltrim(c.below, '/^')
                    ELSE '/' || ltrim(c.below, '/^') END
        END,
        coalesce(o.prefix, ''), max(c.has_auth, e.has_auth, coalesce(o.has_auth, 0)), c.depth + 1
    FROM climb AS c
    JOIN edges AS e ON e.child = c.top AND e.parent <> c.top
    LEFT JOIN own AS o ON o.qualified = e.parent
    WHERE c.depth < 12
)
SELECT DISTINCT router, top AS application,
    replace(
        CASE WHEN above = '' THEN below WHEN below = '' THEN above
            ELSE rtrim(above, '/') || '/' || ltrim(below, '/^') END,
        '{}', '{?}'
    ) AS prefix,
    has_auth
FROM climb AS c
WHERE NOT EXISTS (SELECT 1 FROM edges AS e WHERE e.child = c.top AND e.parent <> c.top) OR depth = 12;

CREATE VIEW python_endpoints AS
-- Every endpoint with its whole path: one row for each HTTP method and each way on which a route is reached. Prefixes
-- of applications, blueprints, routers and mounts are put before the path, `{?}` stands for what is not constant, and
-- the methods of a class are those that it and its bases define. `has_auth` holds when a decorator, a dependency of
-- the handler, its router or a mount, a class attribute or mixin, or a hook asks for authentication.
WITH
places AS (SELECT * FROM python_router_places),
methods AS (SELECT * FROM python_class_methods),
guarded AS (
    SELECT qualified, NULL AS file FROM python_auth_dependencies
    UNION
    SELECT qualified, file FROM python_guarded_functions
    UNION
    SELECT d.qualified, d.file FROM python_decorators AS d JOIN python_drf_default AS s
    WHERE d.decorator_qualified = 'rest_framework.decorators.api_view' AND s.has_auth
        AND d.qualified NOT IN (
            SELECT qualified FROM python_decorators
            WHERE decorator_qualified = 'rest_framework.decorators.permission_classes'
        )
),
functions(qualified, method) AS (
    SELECT v.qualified, upper(m.value)
    FROM python_django_views AS v JOIN json_each(v.http_methods) AS m
    WHERE v.kind IN ('function', 'api_function')
),
guarded_handlers AS (
    SELECT DISTINCT p.qualified FROM python_route_parameters AS p JOIN guarded AS g ON g.qualified = p.type_qualified
),
served AS (
    SELECT r.file, r.line, r.framework, r.scope, r.owner_qualified,
        CASE WHEN r.method = 'ANY' THEN coalesce(m.method, f.method, 'ANY') ELSE r.method END AS method,
        CASE WHEN r.pattern IS NOT NULL THEN r.pattern WHEN r.framework = 'pyramid' THEN '' ELSE '{?}' END
            || coalesce(m.path, '')
            || CASE
                WHEN r.framework = 'django' AND r.owner_qualified = o.qualified THEN coalesce(o.suffix, '')
                WHEN m.path IS NOT NULL OR r.framework = 'django' AND r.owner IS NOT NULL THEN '/'
                ELSE '' END AS path,
        o.version_prefix,
        coalesce(m.handler, r.handler) AS handler,
        coalesce(m.qualified, r.qualified) AS qualified,
        r.has_auth OR coalesce(m.has_auth, 0)
            OR r.qualified IN (SELECT qualified FROM guarded WHERE file IS NULL)
            OR (r.qualified, r.file) IN (SELECT qualified, file FROM guarded)
            OR h.qualified IS NULL AND r.qualified IN (SELECT qualified FROM guarded)
            OR r.qualified IN (SELECT qualified FROM guarded_handlers) AS has_auth
    FROM python_routes AS r
    LEFT JOIN (
        SELECT qualified, max(suffix) AS suffix, max(version_prefix) AS version_prefix
        FROM python_routers GROUP BY qualified
    ) AS o ON o.qualified = r.owner_qualified
    -- Two applications in one index can have modules of one name: what a file itself decorates is asked of that file.
    LEFT JOIN (SELECT DISTINCT file, qualified FROM python_decorators) AS h
        ON h.qualified = r.qualified AND h.file = r.file
    LEFT JOIN functions AS f ON f.qualified = r.qualified
    LEFT JOIN methods AS m ON m.class = r.qualified AND r.method IN ('ANY', m.method)
        AND (r.framework <> 'falcon' OR coalesce(m.suffix, '')
            = CASE WHEN instr(r.handler, '.on_*_') THEN substr(r.handler, instr(r.handler, '.on_*_') + 6) ELSE '' END)
)
SELECT DISTINCT s.file, s.line, s.framework, s.method,
    coalesce(s.version_prefix, '') || CASE
        WHEN s.framework = 'django' THEN
            '/' || ltrim(rtrim(coalesce(p.prefix, ''), '$')
                || CASE WHEN p.prefix LIKE '%/' OR p.prefix IS NULL OR p.prefix = '' THEN ltrim(s.path, '/^')
                    ELSE ltrim(s.path, '^') END, '/^')
        WHEN s.framework = 'pyramid' AND s.path = '' AND coalesce(p.prefix, '') = '' THEN '{?}'
        WHEN s.framework = 'litestar' THEN
            coalesce(nullif(rtrim(rtrim(coalesce(p.prefix, ''), '/') || '/' || trim(s.path, '/'), '/'), ''), '/')
        WHEN coalesce(p.prefix, '') IN ('', '/') THEN
            CASE WHEN s.path = '' AND p.prefix = '/' THEN '/' ELSE s.path END
        WHEN s.path = '' THEN p.prefix
        ELSE rtrim(p.prefix, '/') || '/' || ltrim(s.path, '/')
    END AS path,
    s.handler, s.qualified, s.owner_qualified, p.application,
    (s.has_auth OR coalesce(p.has_auth, 0)) AS has_auth, s.scope
FROM served AS s LEFT JOIN places AS p ON p.router = s.owner_qualified;

CREATE VIEW python_missing_auth AS
-- Endpoints that nothing in sight asks authentication for: no decorator, dependency, class attribute, mixin, router,
-- mount or hook. Handlers where people log in are left out: they can not ask for a login. A candidate list:
-- middleware, a proxy or the body of the handler may ask for it all the same.
SELECT file, line, framework, method, path, handler, qualified
FROM python_endpoints
WHERE NOT has_auth
    AND replace(lower(replace(
        replace(
            coalesce(qualified, handler),
            rtrim(coalesce(qualified, handler), replace(coalesce(qualified, handler), '.', '')),
            ''
        ), '_', ''
    )), 'view', '') NOT IN ('login', 'signin', 'dologin', 'userlogin', 'loginuser', 'loginpage', 'loginpost', 'obtainauthtoken')
    AND replace(replace(replace(lower(handler), '_', ''), 'view', ''), 'handler', '') NOT IN (
        'login.' || lower(method), 'signin.' || lower(method), 'userlogin.' || lower(method)
    );
