//! One line of a file in the words of rules: its nodes, their properties, their members, and what other files know of them.

use expect_test::expect;

use crate::check;

#[test]
fn a_line_is_shown_in_the_words_of_rules() {
    check(
        &["shop/models.py:8"],
        &expect![[r#"
            c: call < expr < node  8:13-9:36  subprocess.run(["ls"], shell=True, check=0)
              c.arg(0) = `["ls"]` (list)
              c.args = [`["ls"]`, `shell=True`, `check=0`]
                a in c.args: a.index = 0, a.value = `["ls"]` (list)
                a in c.args: a.index = 1, a.keyword = "shell", a.parameter = "shell", a.value = `True` (expr)
                a in c.args: a.index = 2, a.keyword = "check", a.parameter = "check", a.value = `0` (number)
              c.callee = `subprocess.run` (attribute, stands for `subprocess.run`)
                c.callee.dotted = "subprocess.run"
                c.callee.imported_from = "subprocess"
                c.callee.member = "run"
                c.callee.name = "run"
                c.callee.qualified = "subprocess.run"
                c.callee.resolution = "resolved"
              c.keyword("check") = `0` (number)
                c.keyword("check").constant = 0
                c.keyword("check").constant_text = "0"
                c.keyword("check").integer = 0
                c.keyword("check").number = 0.0
              c.keyword("shell") = `True` (expr)
                c.keyword("shell").boolean = true
                c.keyword("shell").constant = true
                c.keyword("shell").constant_text = "True"
              c.keywords = [`shell=True`, `check=0`]
                a in c.keywords: a.index = 1, a.keyword = "shell", a.parameter = "shell", a.value = `True` (expr)
                a in c.keywords: a.index = 2, a.keyword = "check", a.parameter = "check", a.value = `0` (number)
              c.positional = [`["ls"]`]
              c.label = "subprocess.run"
              c.role = "read"
              c.shape = "call"
              c.block = `subprocess.run(["ls"], shell=True, check=0)` (block)
              c.branch = `if names: ...` (if)
              c.class = `class Form(Base, flag=1): ...` (class)
              c.column = 12
              c.end_line = 9
              c.first_line = "subprocess.run([\"ls\"], shell=True,"
              c.function = `def save(self, *names): ...` (function)
              c.kind = "call"
              c.line = 8
              c.parent = `subprocess.run(["ls"], shell=True, check=0)` (node("expression_statement"))
              c.scope = "Form.save"
              c.statement = `subprocess.run(["ls"], shell=True, check=0)` (node("expression_statement"))
              c.text = "subprocess.run([\"ls\"], shell=True, check=0)"
              false: c.is_awaited, c.has_known_class, c.is_literal, c.is_none, c.is_decorator
              empty: c.elements, c.entries
              absent: c.boolean, c.class_name, c.constant, c.constant_text, c.definition, c.dotted, c.element_class, c.imported_from, c.integer, c.member, c.name, c.number, c.object, c.origin, c.qualified, c.resolution, c.string, c.target, c.template, c.handler, c.loop, c.outer_call, c.with

            a: attribute < expr < node  8:13-8:27  subprocess.run
              a.dotted = "subprocess.run"
              a.imported_from = "subprocess"
              a.label = "subprocess.run"
              a.member = "run"
              a.name = "run"
              a.object = `subprocess` (name, stands for `subprocess`)
                a.object.dotted = "subprocess"
                a.object.imported_from = "subprocess"
                a.object.name = "subprocess"
                a.object.qualified = "subprocess"
                a.object.resolution = "resolved"
              a.qualified = "subprocess.run"
              a.resolution = "resolved"
              a.role = "call"
              a.shape = "attribute"
              a.end_line = 8
              a.first_line = "subprocess.run"
              a.kind = "attribute"
              a.parent = `subprocess.run(["ls"], shell=True, check=0)` (call)
              a.text = "subprocess.run"
              as above: a.block, a.branch, a.class, a.column, a.function, a.line, a.scope, a.statement
              false: a.has_known_class, a.is_literal, a.is_none, a.is_decorator
              empty: a.elements, a.entries
              absent: a.boolean, a.class_name, a.constant, a.constant_text, a.definition, a.element_class, a.integer, a.number, a.origin, a.string, a.target, a.template, a.handler, a.loop, a.outer_call, a.with

            n: name < expr < node  8:13-8:23  subprocess
              n.dotted = "subprocess"
              n.imported_from = "subprocess"
              n.label = "subprocess"
              n.name = "subprocess"
              n.qualified = "subprocess"
              n.resolution = "resolved"
              n.role = "read"
              n.shape = "name"
              n.first_line = "subprocess"
              n.kind = "identifier"
              n.parent = `subprocess.run` (attribute, stands for `subprocess.run`)
              n.text = "subprocess"
              as above: n.block, n.branch, n.class, n.column, n.end_line, n.function, n.line, n.scope, n.statement
              false: n.has_known_class, n.is_literal, n.is_none, n.is_decorator
              empty: n.elements, n.entries
              absent: n.boolean, n.class_name, n.constant, n.constant_text, n.definition, n.element_class, n.integer, n.member, n.number, n.object, n.origin, n.string, n.target, n.template, n.handler, n.loop, n.outer_call, n.with

            l: list < expr < node  8:28-8:34  ["ls"]
              l.elements = [`"ls"`]
              l.has_known_class = true
              l.label = "?"
              l.role = "read"
              l.shape = "list"
              l.column = 27
              l.first_line = "[\"ls\"]"
              l.kind = "list"
              l.outer_call = `subprocess.run(["ls"], shell=True, check=0)` (call)
              l.parent = `(["ls"], shell=True, check=0)` (node("argument_list"))
              l.text = "[\"ls\"]"
              as above: l.block, l.branch, l.class, l.end_line, l.function, l.line, l.scope, l.statement
              false: l.is_literal, l.is_none, l.is_decorator
              empty: l.entries
              absent: l.boolean, l.class_name, l.constant, l.constant_text, l.definition, l.dotted, l.element_class, l.imported_from, l.integer, l.member, l.name, l.number, l.object, l.origin, l.qualified, l.resolution, l.string, l.target, l.template, l.handler, l.loop, l.with

            s: string < expr < node  8:29-8:33  "ls"
              s.prefix = ""
              s.constant = "ls"
              s.constant_text = "ls"
              s.has_known_class = true
              s.is_literal = true
              s.label = "?"
              s.role = "read"
              s.shape = "constant"
              s.string = "ls"
              s.template = "ls"
              s.column = 28
              s.first_line = "\"ls\""
              s.kind = "string"
              s.parent = `["ls"]` (list)
              s.text = "\"ls\""
              as above: s.block, s.branch, s.class, s.end_line, s.function, s.line, s.outer_call, s.scope, s.statement
              false: s.is_none, s.is_decorator
              empty: s.holes, s.elements, s.entries
              absent: s.boolean, s.class_name, s.definition, s.dotted, s.element_class, s.imported_from, s.integer, s.member, s.name, s.number, s.object, s.origin, s.qualified, s.resolution, s.target, s.handler, s.loop, s.with

            e: expr < node  8:42-8:46  True
              e.boolean = true
              e.constant = true
              e.constant_text = "True"
              e.has_known_class = true
              e.is_literal = true
              e.label = "?"
              e.role = "read"
              e.shape = "constant"
              e.column = 41
              e.first_line = "True"
              e.kind = "true"
              e.parent = `shell=True` (node("keyword_argument"))
              e.text = "True"
              as above: e.block, e.branch, e.class, e.end_line, e.function, e.line, e.outer_call, e.scope, e.statement
              false: e.is_none, e.is_decorator
              empty: e.elements, e.entries
              absent: e.class_name, e.definition, e.dotted, e.element_class, e.imported_from, e.integer, e.member, e.name, e.number, e.object, e.origin, e.qualified, e.resolution, e.string, e.target, e.template, e.handler, e.loop, e.with
        "#]],
    );
}

#[test]
fn members_and_what_other_files_know_are_shown() {
    check(
        &["shop/models.py:2"],
        &expect![[r#"
            i: import < node  2:1-2:27  from shop.base import Base
              i.is_from = true
              i.module = "shop.base"
              i.names = [`Base`]
                m in i.names: m.module = "shop.base", m.name = "Base", m.path = "shop/base.py"
              i.block = `import subprocess from shop.base import Base from helpers import * class...` (block)
              i.column = 0
              i.end_line = 2
              i.first_line = "from shop.base import Base"
              i.kind = "import_from_statement"
              i.line = 2
              i.parent = `shop/models.py` (module)
              i.scope = "<module>"
              i.statement = `from shop.base import Base` (import)
              i.text = "from shop.base import Base"
              false: i.is_star, i.is_decorator
              absent: i.branch, i.class, i.function, i.handler, i.loop, i.outer_call, i.with
        "#]],
    );
    check(
        &["shop/models.py:5"],
        &expect![[r#"
            k: class < definition < node, also scope < node  5:1-9:36  class Form(Base, flag=1): ...
              k.bases = [`Base`]
              k.keyword("flag") = `1` (number)
                k.keyword("flag").constant = 1
                k.keyword("flag").constant_text = "1"
                k.keyword("flag").integer = 1
                k.keyword("flag").number = 1.0
              k.method("save") = `def save(self, *names): ...` (function)
              k.methods = [`def save(self, *names): ...`]
              k.blocks = [`class Form(Base, flag=1): def save(self, *names): if names: subprocess.r...`, `)`]
                b in k.blocks: b.edges = [`class Form(Base, flag=1): def save(self, *names): if names: subprocess.r...`], b.end_line = 9, b.kind = "entry", b.line = 5, b.number = 1, b.statements = [`def save(self, *names): ...`]
                b in k.blocks: b.edges = [], b.end_line = 9, b.kind = "exit", b.line = 9, b.number = 2, b.statements = []
              k.body = [`def save(self, *names): ...`]
              k.is_top_level = true
              k.name = "Form"
              k.qualname = "Form"
              k.block = `import subprocess from shop.base import Base from helpers import * class...` (block)
              k.column = 0
              k.end_line = 9
              k.first_line = "class Form(Base, flag=1):"
              k.kind = "class_definition"
              k.line = 5
              k.parent = `shop/models.py` (module)
              k.scope = "<module>"
              k.statement = `class Form(Base, flag=1): ...` (class)
              k.text = "class Form(Base, flag=1): def save(self, *names): if names: subprocess.r..."
              false: k.is_decorator
              empty: k.all_fields, k.all_methods, k.fields, k.decorators
              absent: k.docstring, k.owner, k.branch, k.class, k.function, k.handler, k.loop, k.outer_call, k.with

            n: name < expr < node  5:12-5:16  Base
              n.dotted = "Base"
              n.has_known_class = left open; other files say false
                asks other files: is the class of the value of `shop.base.Base` known?
              n.imported_from = "shop/base.py"
              n.label = "Base"
              n.name = "Base"
              n.qualified = left open; other files say "lib.Base"
                asks other files: what does `shop.base.Base` lead to in the end?
              n.resolution = "resolved"
              n.role = "read"
              n.shape = "name"
              n.column = 11
              n.end_line = 5
              n.first_line = "Base"
              n.kind = "identifier"
              n.parent = `(Base, flag=1)` (node("argument_list"))
              n.text = "Base"
              as above: n.block, n.line, n.scope, n.statement
              false: n.is_literal, n.is_none, n.is_decorator
              empty: n.elements, n.entries
              absent: n.boolean, n.class_name, n.constant, n.constant_text, n.definition, n.element_class, n.integer, n.member, n.number, n.object, n.origin, n.string, n.target, n.template, n.branch, n.class, n.function, n.handler, n.loop, n.outer_call, n.with

            n: number < expr < node  5:23-5:24  1
              n.constant = 1
              n.constant_text = "1"
              n.has_known_class = true
              n.integer = 1
              n.is_literal = true
              n.label = "?"
              n.number = 1.0
              n.role = "read"
              n.shape = "constant"
              n.column = 22
              n.first_line = "1"
              n.kind = "integer"
              n.parent = `flag=1` (node("keyword_argument"))
              n.text = "1"
              as above: n.block, n.end_line, n.line, n.scope, n.statement
              false: n.is_none, n.is_decorator
              empty: n.elements, n.entries
              absent: n.boolean, n.class_name, n.definition, n.dotted, n.element_class, n.imported_from, n.member, n.name, n.object, n.origin, n.qualified, n.resolution, n.string, n.target, n.template, n.branch, n.class, n.function, n.handler, n.loop, n.outer_call, n.with
        "#]],
    );
    check(
        &["shop/models.py:11"],
        &expect![[r#"
            d: decorator < node  11:1-11:17  @app.route('/x')
              d.arg(0) = `'/x'` (string)
                d.arg(0).constant = "/x"
                d.arg(0).constant_text = "/x"
                d.arg(0).string = "/x"
                d.arg(0).template = "/x"
              d.args = [`'/x'`]
                a in d.args: a.index = 0, a.value = `'/x'` (string)
              d.call = `app.route('/x')` (call)
              d.definition = `def view(a): ...` (function)
              d.index = 0
              d.target = `app.route` (attribute, presumably `app.route`)
                d.target.dotted = "app.route"
                d.target.member = "route"
                d.target.name = "route"
                d.target.qualified = "app.route"
                d.target.resolution = "assumed"
              d.block = `import subprocess from shop.base import Base from helpers import * class...` (block)
              d.column = 0
              d.end_line = 11
              d.first_line = "@app.route('/x')"
              d.is_decorator = true
              d.kind = "decorator"
              d.line = 11
              d.parent = `def view(a): ...` (node("decorated_definition"))
              d.scope = "<module>"
              d.statement = `def view(a): ...` (function)
              d.text = "@app.route('/x')"
              absent: d.branch, d.class, d.function, d.handler, d.loop, d.outer_call, d.with

            c: call < expr < node  11:2-11:17  app.route('/x')
              c.arg(0) = `'/x'` (string)
                c.arg(0).constant = "/x"
                c.arg(0).constant_text = "/x"
                c.arg(0).string = "/x"
                c.arg(0).template = "/x"
              c.args = [`'/x'`]
                a in c.args: a.index = 0, a.value = `'/x'` (string)
              c.callee = `app.route` (attribute, presumably `app.route`)
                c.callee.dotted = "app.route"
                c.callee.member = "route"
                c.callee.name = "route"
                c.callee.qualified = "app.route"
                c.callee.resolution = "assumed"
              c.positional = [`'/x'`]
              c.label = "app.route"
              c.role = "read"
              c.shape = "call"
              c.column = 1
              c.first_line = "app.route('/x')"
              c.kind = "call"
              c.parent = `@app.route('/x')` (decorator)
              c.text = "app.route('/x')"
              as above: c.block, c.end_line, c.is_decorator, c.line, c.scope, c.statement
              false: c.is_awaited, c.has_known_class, c.is_literal, c.is_none
              empty: c.keywords, c.elements, c.entries
              absent: c.boolean, c.class_name, c.constant, c.constant_text, c.definition, c.dotted, c.element_class, c.imported_from, c.integer, c.member, c.name, c.number, c.object, c.origin, c.qualified, c.resolution, c.string, c.target, c.template, c.branch, c.class, c.function, c.handler, c.loop, c.outer_call, c.with

            a: attribute < expr < node  11:2-11:11  app.route
              a.dotted = "app.route"
              a.label = "app.route"
              a.member = "route"
              a.name = "route"
              a.object = `app` (name, presumably `app`)
                a.object.dotted = "app"
                a.object.name = "app"
                a.object.qualified = "app"
                a.object.resolution = "assumed"
              a.qualified = "app.route"
              a.resolution = "assumed"
              a.role = "call"
              a.shape = "attribute"
              a.first_line = "app.route"
              a.kind = "attribute"
              a.parent = `app.route('/x')` (call)
              a.text = "app.route"
              as above: a.block, a.column, a.end_line, a.is_decorator, a.line, a.scope, a.statement
              false: a.has_known_class, a.is_literal, a.is_none
              empty: a.elements, a.entries
              absent: a.boolean, a.class_name, a.constant, a.constant_text, a.definition, a.element_class, a.imported_from, a.integer, a.number, a.origin, a.string, a.target, a.template, a.branch, a.class, a.function, a.handler, a.loop, a.outer_call, a.with

            n: name < expr < node  11:2-11:5  app
              n.dotted = "app"
              n.label = "app"
              n.name = "app"
              n.qualified = "app"
              n.resolution = "assumed"
              n.role = "read"
              n.shape = "name"
              n.first_line = "app"
              n.kind = "identifier"
              n.parent = `app.route` (attribute, presumably `app.route`)
              n.text = "app"
              as above: n.block, n.column, n.end_line, n.line, n.scope, n.statement
              false: n.has_known_class, n.is_literal, n.is_none, n.is_decorator
              empty: n.elements, n.entries
              absent: n.boolean, n.class_name, n.constant, n.constant_text, n.definition, n.element_class, n.imported_from, n.integer, n.member, n.number, n.object, n.origin, n.string, n.target, n.template, n.branch, n.class, n.function, n.handler, n.loop, n.outer_call, n.with

            s: string < expr < node  11:12-11:16  '/x'
              s.prefix = ""
              s.constant = "/x"
              s.constant_text = "/x"
              s.has_known_class = true
              s.is_literal = true
              s.label = "?"
              s.role = "read"
              s.shape = "constant"
              s.string = "/x"
              s.template = "/x"
              s.column = 11
              s.first_line = "'/x'"
              s.is_decorator = true
              s.kind = "string"
              s.outer_call = `app.route('/x')` (call)
              s.parent = `('/x')` (node("argument_list"))
              s.text = "'/x'"
              as above: s.block, s.end_line, s.line, s.scope, s.statement
              false: s.is_none
              empty: s.holes, s.elements, s.entries
              absent: s.boolean, s.class_name, s.definition, s.dotted, s.element_class, s.imported_from, s.integer, s.member, s.name, s.number, s.object, s.origin, s.qualified, s.resolution, s.target, s.branch, s.class, s.function, s.handler, s.loop, s.with

            f: function < definition < node, also scope < node  12:1-12:17  def view(a): ...
              f.param("a") = `a` (parameter)
                f.param("a").index = 0
                f.param("a").name = "a"
                f.param("a").passing = "normal"
              f.params = [`a`]
                p in f.params: p.index = 0, p.name = "a", p.passing = "normal"
              f.blocks = [`def view(a): ...`, `.`]
                b in f.blocks: b.edges = [`def view(a): ...`], b.end_line = 12, b.kind = "entry", b.line = 12, b.number = 1, b.statements = [`...`]
                b in f.blocks: b.edges = [], b.end_line = 12, b.kind = "exit", b.line = 12, b.number = 2, b.statements = []
              f.body = [`...`]
              f.decorators = [`@app.route('/x')`]
              f.is_top_level = true
              f.name = "view"
              f.qualname = "view"
              f.column = 0
              f.end_line = 12
              f.first_line = "def view(a): ..."
              f.kind = "function_definition"
              f.line = 12
              f.parent = `def view(a): ...` (node("decorated_definition"))
              f.text = "def view(a): ..."
              as above: f.block, f.scope, f.statement
              false: f.is_async, f.is_method, f.is_typed, f.is_decorator
              absent: f.returns, f.docstring, f.owner, f.branch, f.class, f.function, f.handler, f.loop, f.outer_call, f.with
        "#]],
    );
}
