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
