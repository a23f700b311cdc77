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
