-- The findings over the files in `project`, as the engine would leave them. The lines below are in no order, since the
-- table has none.
INSERT INTO _files (id, file, module, category, suffix) VALUES
    (10, 'shop/settings.py', 'shop.settings', 'source', '.py'),
    (20, 'shop/storage.py', 'shop.storage', 'source', '.py'),
    (30, 'shop/views.py', 'shop.views', 'source', '.py'),
    (40, 'tests/test_views.py', 'tests.test_views', 'test', '.py'),
    (50, 'gone.py', 'gone', 'source', '.py');

INSERT INTO findings VALUES
    ('hard_coded_secret', 'medium', 'resolved', 'A secret stands in the code', 'shop/settings.py', 4, 8, 4, 23, '', NULL, 'c4'),
    ('hard_coded_secret', 'medium', 'resolved', 'A secret stands in the code', 'shop/settings.py', 3, 11, 3, 22, '', NULL, 'c3'),
    ('debug_mode', 'low', 'resolved', 'The debug mode is on', 'shop/settings.py', 2, 0, 2, 12, '', NULL, 'd2'),
    ('hard_coded_secret', 'medium', 'resolved', 'A secret stands in the code', 'tests/test_views.py', 1, 11, 1, 27, '', NULL, 'c1'),
    ('debug_mode', 'low', 'resolved', 'The debug mode is on', 'gone.py', 3, 0, 3, 12, '', NULL, 'd3'),
    ('sql_injection', 'high', 'resolved', 'Data from `request.args["name"]` becomes part of SQL; pass it as a parameter',
     'shop/storage.py', 8, 30, 8, 45, 'find', 1, 'a1'),
    ('command_injection', 'critical', 'assumed', 'Data from `request.form["folder"]` becomes part of a command',
     'shop/storage.py', 12, 19, 12, 47, 'pack', 2, 'b1'),
    ('command_injection', 'critical', 'resolved', 'Data from `request.form["folder"]` becomes part of a command',
     'shop/views.py', 14, 4, 14, 5, 'pack', 3, 'b2');

INSERT INTO flows VALUES
    (1, 'remote', 'sql', 'resolved', 1, 6, 0),
    (2, 'remote', 'command', 'assumed', 1, 3, 0),
    (3, 'remote', 'command', 'resolved', 0, 3, 0);

INSERT INTO flow_steps VALUES
    (1, 0, 'shop/views.py', 7, 11, 7, 31, 'source'),
    (1, 1, 'shop/views.py', 7, 4, 7, 8, 'assign'),
    (1, 2, 'shop/views.py', 8, 16, 8, 27, 'argument'),
    (1, 3, 'shop/storage.py', 7, 12, 7, 61, 'derive'),
    (1, 4, 'shop/storage.py', 7, 4, 7, 9, 'assign'),
    (1, 5, 'shop/storage.py', 8, 30, 8, 45, 'sink'),
    (2, 0, 'shop/views.py', 13, 14, 13, 36, 'source'),
    (2, 1, 'shop/views.py', 12, 11, 14, 5, 'argument'),
    (2, 2, 'shop/storage.py', 12, 19, 12, 47, 'sink'),
    (3, 0, 'tests/test_views.py', 1, 11, 1, 27, 'source'),
    (3, 1, 'tests/test_views.py', 1, 11, 1, 27, 'argument'),
    (3, 2, 'shop/views.py', 14, 4, 14, 5, 'sink');
