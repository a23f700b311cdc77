-- Indexes of the tables that every database has, made when the rows are in.
CREATE UNIQUE INDEX files_key ON files (file);
CREATE INDEX extraction_errors_file ON extraction_errors (file, line);
CREATE UNIQUE INDEX extraction_metrics_key ON extraction_metrics (rule, metric);
CREATE UNIQUE INDEX rules_key ON rules (name);
