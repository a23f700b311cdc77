#!/usr/bin/env python3
"""From databases of `aud-rules index` and the sources they tell of to how many calls on a receiver have a known target.

    aud-rules index shop && benches/receivers.py shop       of one project, whose database lies in its `.aud`
    benches/receivers.py shop=/tmp/shop.db blog=/tmp/b.db   of several, and their sum; databases that lie elsewhere
    benches/receivers.py --unknown 60 shop                  also that many unknown ones at random, to read their source
    benches/receivers.py --known 60 shop                    also that many resolved ones with their targets, to check them
    benches/receivers.py --tables "calls" ...               only what one of the two tables knows

A call on a receiver is `a.b()`, whatever `a` is. Its target is known when `call_edges` has a row for it whose `how` is `direct`,
`method`, `constructor` or `super`, or `calls` has a `qualified` name; and `resolved` when no such row says `assumed`. A receiver
that is no value, such as a module, counts as any other: `kinds` tells them apart. For each unknown one the reason is looked for as a
person would: names are followed to what they are bound to, calls to what they call, to the first thing that nobody tells the
class of. It reads one file at a time and says less than the analysis knows, so take it for a hint at where to look.

The samples are spread evenly over the projects and are the same for one `--seed`; those of known calls leave out what the name of an
import says. Nothing is imported or run. Python 3.9 or later,
standard library only; a file that this interpreter can not parse is skipped, and said to be.
"""

import argparse
import ast
import collections
import contextlib
import random
import sqlite3
import sys
import warnings
from pathlib import Path

# Rows of `call_edges` that say what the call itself reaches, not what something in it or behind it does.
OWN = ("direct", "method", "constructor", "super")

# How far names and calls are followed to a reason.
MAX_DEPTH = 12

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    """A module, class or function: what its names are bound to."""

    def __init__(self, node, parent):
        self.node, self.parent = node, parent
        # By name: (word for how it is bound, expression that says what it is, if any).
        self.bound = collections.defaultdict(list)
        self.outer = set()

    @property
    def is_class(self):
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_method(self):
        return isinstance(self.node, FUNCTIONS) and self.parent.is_class

    def find(self, name):
        """The scope that binds the name, as Python looks for it."""
        scope, is_first = self, True
        while scope is not None:
            if name in scope.bound and name not in scope.outer and (is_first or not scope.is_class):
                return scope
            scope, is_first = scope.parent, False
        return None


class Reader(ast.NodeVisitor):
    """Collects the scopes of a file, and its calls on a receiver with the scope that each stands in."""

    def __init__(self, tree):
        self.scope = self.module = Scope(tree, None)
        self.calls = []
        for statement in tree.body:
            self.visit(statement)

    def bind(self, target, how, value):
        if isinstance(target, ast.Name):
            self.scope.bound[target.id].append((how, value))
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part in target.elts:
                self.bind(part, "part of", value)
        elif isinstance(target, ast.Starred):
            self.bind(target.value, "part of", value)

    def visit_FunctionDef(self, node):
        self.scope.bound[node.name].append(("function", node))
        for decorator in node.decorator_list:
            self.visit(decorator)
        self.function(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def function(self, node):
        args = node.args
        for default in args.defaults + [default for default in args.kw_defaults if default]:
            self.visit(default)
        self.scope = Scope(node, self.scope)
        for place, arg in enumerate(args.posonlyargs + args.args + args.kwonlyargs):
            is_first = place == 0 and self.scope.is_method
            how = "self" if is_first else "parameter with annotation" if arg.annotation else "parameter without annotation"
            self.scope.bound[arg.arg].append((how, arg))
        for arg in filter(None, (args.vararg, args.kwarg)):
            self.scope.bound[arg.arg].append(("literal", arg))
        for statement in node.body if isinstance(node.body, list) else [node.body]:
            self.visit(statement)
        self.scope = self.scope.parent

    visit_Lambda = function

    def visit_ClassDef(self, node):
        self.scope.bound[node.name].append(("class", node))
        for part in node.decorator_list + node.bases + [keyword.value for keyword in node.keywords]:
            self.visit(part)
        self.scope = Scope(node, self.scope)
        for statement in node.body:
            self.visit(statement)
        self.scope = self.scope.parent

    def visit_Import(self, node):
        for alias in node.names:
            self.scope.bound[alias.asname or alias.name.split(".")[0]].append(("import", node))

    visit_ImportFrom = visit_Import

    def visit_Global(self, node):
        self.scope.outer.update(node.names)

    visit_Nonlocal = visit_Global

    def visit_Assign(self, node):
        for target in node.targets:
            self.bind(target, "assigned", node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        self.bind(node.target, "annotated", node.value)
        self.generic_visit(node)

    def visit_NamedExpr(self, node):
        self.bind(node.target, "assigned", node.value)
        self.generic_visit(node)

    def visit_For(self, node):
        self.bind(node.target, "element of", node.iter)
        self.generic_visit(node)

    visit_AsyncFor = visit_comprehension = visit_For

    def visit_With(self, node):
        for item in node.items:
            if item.optional_vars is not None:
                self.bind(item.optional_vars, "entered", item.context_expr)
        self.generic_visit(node)

    visit_AsyncWith = visit_With

    def visit_ExceptHandler(self, node):
        if node.name:
            self.scope.bound[node.name].append(("caught", node.type))
        self.generic_visit(node)

    def visit_Call(self, node):
        if isinstance(node.func, ast.Attribute):
            self.calls.append((node, self.scope))
        self.generic_visit(node)


def place_of(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def is_named(node, *names):
    return isinstance(node, ast.Name) and node.id in names


def kind_of(receiver, scope):
    """The kind of a receiver, from its syntax and from what binds its name."""
    if isinstance(receiver, (ast.Await, ast.Starred, ast.NamedExpr)):
        return kind_of(receiver.value, scope)
    if isinstance(receiver, ast.Call):
        return "super()" if is_named(receiver.func, "super") else "call result"
    if isinstance(receiver, (ast.Constant, ast.JoinedStr) + DISPLAYS):
        return "literal"
    if isinstance(receiver, ast.Subscript):
        return "item"
    if isinstance(receiver, ast.Attribute):
        root = receiver
        while isinstance(root, ast.Attribute):
            root = root.value
        inner = kind_of(root, scope) if isinstance(root, ast.Name) else ""
        return {"self": "self attribute", "import": "attribute of import"}.get(inner, "other attribute")
    if isinstance(receiver, ast.Name):
        home = scope.find(receiver.id)
        if home is None:
            return "unbound name or builtin"
        how = home.bound[receiver.id][0][0]
        if how in ("import", "class", "function", "self") or how.startswith("parameter"):
            return how
        return "local name" if isinstance(home.node, FUNCTIONS) else "module or class name"
    return "operator result"


class Project:
    """What a database tells of the calls of one project."""

    def __init__(self, folder, database, tables):
        self.folder = folder
        with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            self.files = [row[0] for row in connection.execute("SELECT file FROM files WHERE suffix IN ('.py', '.pyi') ORDER BY file")]
            # By file and place: target and certainty.
            self.edges = collections.defaultdict(list)
            self.reached = set()
            for file, line, column, end_line, end_column, callee, callee_file, callee_line, how, certainty in connection.execute(
                'SELECT file, line, "column", end_line, end_column, callee, callee_file, callee_line, how, certainty FROM call_edges'
            ):
                self.reached.add((callee_file, callee_line))
                if how in OWN and "call_edges" in tables:
                    self.edges[file, line, column, end_line, end_column].append((callee, certainty))
            # `calls` has no column of the end: what begins at one place and ends on one line is told apart by its name.
            self.named = {}
            for *key, qualified, resolution in connection.execute(
                'SELECT file, line, "column", end_line, callee, qualified, resolution FROM calls WHERE qualified IS NOT NULL'
            ):
                if "calls" in tables:
                    self.named[tuple(key)] = (qualified, resolution)

    def targets(self, file, node):
        """What a call reaches: pairs of a name and a certainty."""
        line, column, end_line, end_column = place_of(node)
        found = self.edges.get((file, line, column, end_line, end_column))
        if found:
            return found
        named = self.named.get((file, line, column, end_line, written(node.func)))
        return [named] if named else []


def written(callee):
    """A callee as `calls` shows it: without arguments and subscripts, `?` for what has no name."""
    if isinstance(callee, ast.Attribute):
        return f"{written(callee.value)}.{callee.attr}"
    if isinstance(callee, ast.Call):
        return written(callee.func)
    if isinstance(callee, (ast.Subscript, ast.Await)):
        return written(callee.value)
    return callee.id if isinstance(callee, ast.Name) else "?"


class Reasons:
    """From an unknown receiver to why it is unknown."""

    def __init__(self, project, file):
        self.project, self.file = project, file

    def of(self, node, scope, depth=0):
        if depth > MAX_DEPTH:
            return "too far away"
        if isinstance(node, (ast.Await, ast.Starred, ast.NamedExpr)):
            return self.of(node.value, scope, depth + 1)
        if isinstance(node, ast.Call):
            targets = self.project.targets(self.file, node)
            if targets:
                return f"result of {min(targets)[0]}"
            return self.of(node.func.value if isinstance(node.func, ast.Attribute) else node.func, scope, depth + 1)
        if isinstance(node, ast.Attribute):
            if kind_of(node, scope) == "self attribute" and isinstance(node.value, ast.Name):
                return "attribute of self"
            inner = self.of(node.value, scope, depth + 1)
            return inner if isinstance(node.value, ast.Name) else "attribute of: " + inner.replace("attribute of: ", "")
        if isinstance(node, ast.Subscript):
            return "item of: " + self.of(node.value, scope, depth + 1).replace("item of: ", "")
        if isinstance(node, ast.Name):
            return self.of_name(node.id, scope, depth)
        if isinstance(node, (ast.BoolOp, ast.IfExp, ast.BinOp, ast.UnaryOp, ast.Compare)):
            return "result of an operator"
        return "literal"

    def of_name(self, name, scope, depth):
        home = scope.find(name)
        if home is None:
            return "unbound name or builtin"
        how, value = home.bound[name][0]
        if how.startswith("parameter"):
            return self.of_parameter(how, value, home)
        if how in ("import", "class", "function", "self", "literal") or value is None:
            return how
        if len(home.bound[name]) > 3:
            return "name with many values"
        front = "" if how in ("assigned", "annotated") else f"{how}: "
        inner = self.of(value, home, depth + 1)
        return front + (inner if not front else inner.replace("element of: ", "").replace("part of: ", ""))

    def of_parameter(self, how, arg, home):
        if how == "parameter with annotation":
            return f"{how} {ast.unparse(arg.annotation)}"
        node = home.node
        if isinstance(node, ast.Lambda):
            return "parameter of a lambda"
        is_fixture = any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)
        if is_fixture or node.name.startswith("test_"):
            return "parameter of a test or fixture"
        first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
        is_reached = {(self.file, node.lineno), (self.file, first)} & self.project.reached
        return f"{how}, of a function that {'is called' if is_reached else 'nobody calls'}"


class Count:
    """Calls on a receiver, and how many have a target."""

    def __init__(self):
        self.n_calls, self.n_known, self.n_resolved = 0, 0, 0
        self.kinds = collections.defaultdict(lambda: [0, 0])
        self.reasons = collections.Counter()
        self.n_skipped = 0

    def add(self, other):
        for name in ("n_calls", "n_known", "n_resolved", "n_skipped"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for kind, (n_calls, n_known) in other.kinds.items():
            self.kinds[kind] = [self.kinds[kind][0] + n_calls, self.kinds[kind][1] + n_known]
        self.reasons.update(other.reasons)


def share(part, of):
    return f"{100 * part / of:5.1f} %" if of else "    -"


def look_at(project, known, unknown):
    """Counts the calls of a project; its resolved and unknown ones are added to the lists."""
    count = Count()
    for file in project.files:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                source = (project.folder / file).read_bytes()
                reader = Reader(ast.parse(source))
        except (SyntaxError, ValueError, RecursionError, OSError):
            count.n_skipped += 1
            continue
        reasons = Reasons(project, file)
        for node, scope in reader.calls:
            receiver = node.func.value
            kind, targets = kind_of(receiver, scope), project.targets(file, node)
            count.n_calls += 1
            count.kinds[kind][0] += 1
            shown = f"{project.folder.name} {file}:{node.lineno}:{node.col_offset}: {ast.unparse(node.func)}()"
            if targets:
                is_resolved = all(certainty == "resolved" for _, certainty in targets)
                count.n_known += 1
                count.n_resolved += is_resolved
                count.kinds[kind][1] += 1
                if is_resolved and "import" not in kind:
                    known.append(f"{shown} -> {', '.join(sorted({name for name, _ in targets}))}")
            else:
                reason = reasons.of(receiver, scope)
                count.reasons[reason] += 1
                unknown.append(f"{shown} [{kind}] {reason}")
    return count


def show(name, count):
    skipped = f", {count.n_skipped} files skipped" if count.n_skipped else ""
    print(f"{name:32} {count.n_calls:7} calls  {share(count.n_known, count.n_calls)} known  "
          f"{share(count.n_resolved, count.n_calls)} resolved{skipped}")


def sample(title, lists, n_wanted, seed):
    """Draws the same number of each list, as far as they have that many."""
    if n_wanted:
        chooser = random.Random(seed)
        drawn = [chooser.sample(lines, min(len(lines), -(-n_wanted // len(lists)))) for lines in lists]
        lines = [line for one in drawn for line in one]
        print(f"\n{title}:\n" + "\n".join(sorted(chooser.sample(lines, min(len(lines), n_wanted)))))


def main():
    parser = argparse.ArgumentParser(description="Tells how many calls on a receiver have a known target.")
    parser.add_argument("projects", nargs="+", metavar="DIR[=DB]",
                        help="an indexed folder, and its database if that is not `DIR/.aud/index.db`")
    parser.add_argument("--unknown", type=int, default=0, metavar="N", help="show N unknown calls at random")
    parser.add_argument("--known", type=int, default=0, metavar="N", help="show N resolved calls at random, with their targets")
    parser.add_argument("--reasons", type=int, default=25, metavar="N", help="show the N most frequent reasons (25)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what the samples are drawn by (1)")
    parser.add_argument("--tables", default="calls,call_edges", metavar="NAMES", help="the tables that are asked: calls, call_edges")
    args = parser.parse_args()
    tables = args.tables.split(",")
    if not set(tables) <= {"calls", "call_edges"}:
        parser.error(f"--tables takes `calls`, `call_edges` or both, not `{args.tables}`")
    total, known, unknown = Count(), [], []
    for argument in args.projects:
        folder, _, database = argument.partition("=")
        database = Path(database or Path(folder, ".aud", "index.db"))
        for path in (Path(folder), database):
            if not path.exists():
                parser.error(f"there is no {path}")
        known.append([])
        unknown.append([])
        try:
            project = Project(Path(folder).resolve(), database, tables)
        except sqlite3.Error as error:
            parser.error(f"{database} can not be read: {error}")
        count = look_at(project, known[-1], unknown[-1])
        show(project.folder.name, count)
        total.add(count)
    show("all", total)
    print("\nkinds of receiver: calls, share of all, known")
    for kind, (n_calls, n_known) in sorted(total.kinds.items(), key=lambda item: -item[1][0]):
        print(f"  {kind:30} {n_calls:7} {share(n_calls, total.n_calls)} {share(n_known, n_calls)}")
    print("\nreasons of unknown ones: calls, share of all calls")
    for reason, n in total.reasons.most_common(args.reasons):
        print(f"  {n:7} {share(n, total.n_calls)}  {reason}")
    sample("known", known, args.known, args.seed)
    sample("unknown", unknown, args.unknown, args.seed)


if __name__ == "__main__":
    main()
