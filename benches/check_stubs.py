#!/usr/bin/env python3
"""From the stubs of libraries and the sources of the real packages to the names of stubs that do not exist.

    benches/check_stubs.py                      against what this interpreter has installed, and its standard library
    benches/check_stubs.py --in DIR --in DIR    also against packages below these folders, unpacked wheels for instance
    benches/check_stubs.py --only flask         the stubs of one package

Nothing is imported or run: modules are found by their paths and parsed, stubs that a package brings with it too. A stub may tell of
several versions of a package; a name is missing when none of the sources that were found has it, so a name of another version
is shown as well, for a person to judge. What can not be told is said to be skipped: packages that are
not there, modules that are compiled, and what is made at run time (`__getattr__`, `globals()`, a base class that is not found).

The exit status is 1 when a name is missing. Python 3.9 or later, standard library only.
"""

import argparse
import ast
import builtins
import functools
import re
import sys
import sysconfig
import warnings
from pathlib import Path

STUBS = Path(__file__).resolve().parent.parent / "rules" / "libraries"

# How far names are followed from one module or class to others.
MAX_DEPTH = 12

# Calls by which a module or class can get any name.
OPENING = {"globals", "setattr", "exec", "vars", "locals", "_convert_", "recreate_module"}

# Type parameters (PEP 695) of a function or class of a stub; older interpreters can not read them, and they bind no name.
TYPE_PARAMETERS = re.compile(r"^(\s*(?:async\s+)?(?:def|class)\s+\w+)\[(?:[^\[\]]|\[[^\[\]]*\])*\]", re.MULTILINE)


class Module:
    """What one source file binds."""

    def __init__(self, name, path, tree):
        self.name, self.path = name, path
        self.bound = {}
        self.stars = []
        self.is_open = any(is_opening(node) for node in ast.walk(tree))
        bind_all(tree.body, self)
        # Attributes that classes are given behind their bodies, as in `timezone.utc = ...`.
        self.given = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                for name in node.names:
                    self.bound.setdefault(name, []).append(None)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
                self.given.add((node.value.id, node.attr))
        self.is_open |= "__getattr__" in self.bound

    def package(self, level):
        """The package that a relative import of that level begins at."""
        parts = self.name.split(".")
        drop = level - 1 if self.path.stem == "__init__" else level
        return parts[: len(parts) - drop]


class Body:
    """What the body of a class binds, in the form of a module."""

    def __init__(self, body):
        self.bound, self.stars = {}, []
        bind_all(body, self)


def is_opening(node):
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", getattr(node.func, "attr", None)) in OPENING
    # `sys.modules[__name__] = ...`
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "modules"


def bind_all(statements, home):
    """Notes the names that statements bind, with the nodes that say what each is."""

    def bind(name, what):
        home.bound.setdefault(name, []).append(what)

    def bind_target(target, value):
        if isinstance(target, ast.Name):
            bind(target.id, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part in target.elts:
                bind_target(part.value if isinstance(part, ast.Starred) else part, None)

    for node in statements:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bind(node.name, node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                bind(alias.asname or alias.name.split(".")[0], alias if alias.asname else None)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == "*":
                    home.stars.append(node)
                else:
                    bind(alias.asname or alias.name, (node, alias.name))
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                bind_target(target, node.value)
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
            bind_target(node.target, node.value)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            bind_target(node.target, None)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    bind_target(item.optional_vars, None)
        for field in ("body", "orelse", "finalbody"):
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                bind_all(getattr(node, field, []), home)
        for handler in getattr(node, "handlers", []):
            bind_all(handler.body, home)


class World:
    """The sources that were found. Answers are True, False, or None where nobody can tell."""

    def __init__(self, roots):
        self.roots = roots
        self.modules = {}
        self.unreadable = []

    def has_package(self, name):
        return any((root / name).is_dir() or self.files(root, name) for root in self.roots)

    @staticmethod
    def files(root, dotted):
        base = root.joinpath(*dotted.split("."))
        candidates = [base / "__init__", base.parent / base.name]
        paths = [path.with_name(path.name + ending) for path in candidates for ending in (".py", ".pyi")]
        return [path for path in paths if path.is_file()]

    def is_there(self, dotted):
        """It is a module: as source, compiled, or as a package without a file of its own."""
        if dotted in sys.builtin_module_names or self.find(dotted):
            return True
        bases = [root.joinpath(*dotted.split(".")) for root in self.roots]
        if any(base.is_dir() or any(base.parent.glob(base.name + ".*.so")) for base in bases):
            return True
        # A module that its package makes at run time, such as `os.path`.
        front, _, last = dotted.rpartition(".")
        return any(last in module.bound for module in self.find(front)) if front else False

    def find(self, dotted):
        """The module in each version that was found."""
        if dotted not in self.modules:
            self.modules[dotted] = found = []
            for path in dict.fromkeys(path for root in self.roots for path in self.files(root, dotted)):
                try:
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        tree = ast.parse(TYPE_PARAMETERS.sub(r"\1", path.read_text(encoding="utf-8")))
                except (SyntaxError, ValueError, RecursionError) as error:
                    self.unreadable.append(f"{path}: {error}")
                    continue
                found.append(Module(dotted, path, tree))
        return self.modules[dotted]

    def has(self, dotted, name, depth=0):
        """The module has the name."""
        if depth > MAX_DEPTH:
            return None
        found = self.find(dotted)
        if not found:
            return None
        answers = []
        for module in found:
            if name in module.bound or self.is_there(f"{dotted}.{name}"):
                return True
            answers.append(None if module.is_open else False)
            answers += [self.has(source_of(module, star), name, depth + 1) for star in module.stars]
        return combined(answers)

    def meant(self, module, expr, depth=0):
        """The classes that an expression of a module can be; None among them for what is not known."""
        if depth > MAX_DEPTH:
            return [None]
        if isinstance(expr, ast.Subscript):
            return self.meant(module, expr.value, depth + 1)
        if isinstance(expr, ast.Name):
            if expr.id not in module.bound and not module.stars and hasattr(builtins, expr.id):
                return [getattr(builtins, expr.id)]
            return self.named(module, expr.id, depth + 1)
        if isinstance(expr, ast.Attribute):
            dotted = self.module_of(module, expr.value)
            if dotted is not None and self.find(dotted):
                return [meaning for found in self.find(dotted) for meaning in self.named(found, expr.attr, depth + 1)]
        return [None]

    def module_of(self, module, expr):
        """The dotted name of the module that an expression is."""
        if isinstance(expr, ast.Attribute):
            front = self.module_of(module, expr.value)
            return front and f"{front}.{expr.attr}"
        for what in module.bound.get(getattr(expr, "id", None), []):
            if isinstance(what, ast.alias):
                return what.name
            if what is None:
                return expr.id
            if isinstance(what, tuple):
                return f"{source_of(module, what[0])}.{what[1]}"
        return None

    def named(self, module, name, depth=0):
        """The classes that a name of a module can be."""
        if depth > MAX_DEPTH:
            return [None]
        meanings = []
        for what in module.bound.get(name, []):
            if isinstance(what, ast.ClassDef):
                meanings.append((module, what))
            elif isinstance(what, tuple):
                sources = self.find(source_of(module, what[0]))
                for source in sources:
                    meanings += self.named(source, what[1], depth + 1)
                if not sources:
                    meanings.append(None)
            elif isinstance(what, (ast.Name, ast.Attribute)):
                meanings += self.meant(module, what, depth + 1)
            else:
                meanings.append(None)
        for star in module.stars if name not in module.bound else []:
            sources = self.find(source_of(module, star))
            for source in sources:
                meanings += self.named(source, name, depth + 1)
        return meanings or [None]

    def class_has(self, meaning, member, depth=0):
        """The class has the member, of its own, from its methods, or from a base."""
        if meaning is None or depth > MAX_DEPTH:
            return None
        if isinstance(meaning, type):
            return hasattr(meaning, member)
        module, node = meaning
        members, is_open = own_members(node)
        if hasattr(object, member) or member in members or (node.name, member) in module.given:
            return True
        answers = [None if is_open or node.keywords else False]
        for base in node.bases:
            answers += [self.class_has(meant, member, depth + 1) for meant in self.meant(module, base)]
        return combined(answers)


def source_of(module, node):
    """The dotted name of the module that a `from` import takes names of."""
    front = module.package(node.level) if node.level else []
    return ".".join(front + ([node.module] if node.module else []))


@functools.lru_cache(maxsize=None)
def own_members(node):
    """Names that a class binds, and attributes that its methods set; and whether it may get others at run time."""
    names = set(Body(node.body).bound)
    is_open = "__getattr__" in names or any(is_opening(inner) for inner in ast.walk(node))
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store):
            names.add(inner.attr)
        elif isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            # `__slots__`, and names that a helper is given.
            names.add(inner.value)
    return names, is_open


def combined(answers):
    if True in answers:
        return True
    return None if None in answers else False


def is_public(name):
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


class Report:
    """What is missing and what was not looked at."""

    def __init__(self):
        self.missing, self.untold = [], 0
        self.n_names = 0
        self.skipped_packages, self.skipped_modules = set(), []

    def take(self, answer, place, words):
        self.n_names += 1
        self.untold += answer is None
        if answer is False:
            self.missing.append(f"{place}: {words}")


def check_stub(path, dotted, world, report):
    """Compares one stub with the module that it describes."""
    shown = path.relative_to(STUBS.parent.parent) if path.is_relative_to(STUBS.parent.parent) else path
    if not world.find(dotted):
        if world.is_there(dotted):
            report.skipped_modules.append(dotted)
        else:
            report.take(False, f"{shown}:1", f"there is no module `{dotted}`")
        return
    try:
        tree = ast.parse(TYPE_PARAMETERS.sub(r"\1", path.read_text(encoding="utf-8")))
    except SyntaxError as error:
        world.unreadable.append(f"{shown}: {error}")
        return
    for node, name in stub_names(tree.body):
        answer = world.has(dotted, name)
        report.take(answer, f"{shown}:{node.lineno}", f"`{dotted}` has no `{name}`")
        if isinstance(node, ast.ClassDef) and answer is not False:
            meanings = [meaning for module in world.find(dotted) for meaning in world.named(module, name)]
            for inner, member in stub_names(node.body):
                answers = [world.class_has(meaning, member) for meaning in meanings]
                report.take(combined(answers), f"{shown}:{inner.lineno}", f"`{dotted}.{name}` has no `{member}`")


def stub_names(body):
    """The names that a stub or a class of one declares: imports only where they are handed on (PEP 484)."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names = [node.name]
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names if alias.asname == alias.name]
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        elif isinstance(node, (ast.If, ast.Try)):
            yield from stub_names(node.body + node.orelse)
            names = []
        else:
            names = []
        for name in names:
            if is_public(name):
                yield node, name


def roots_of(folders):
    """Folders in which packages may lie: those that are given, what is unpacked in them, and what is installed."""
    for folder in folders:
        yield folder
        for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
            yield inner
            if (inner / "src").is_dir():
                yield inner / "src"
    paths = sysconfig.get_paths()
    for key in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield Path(paths[key])


def main():
    parser = argparse.ArgumentParser(description="Finds names of stubs that the real packages do not have.")
    parser.add_argument("--in", dest="folders", action="append", type=Path, default=[], metavar="DIR",
                        help="a folder with packages, or with folders of packages")
    parser.add_argument("--only", metavar="NAME", help="the stubs of that package")
    parser.add_argument("--stubs", type=Path, default=STUBS, metavar="DIR", help="the stubs; those of the catalogue by default")
    args = parser.parse_args()
    for folder in args.folders:
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    world, report = World(list(dict.fromkeys(roots_of(args.folders)))), Report()
    packages = set()
    for path in sorted(args.stubs.rglob("*.pyi")):
        parts = path.relative_to(args.stubs).with_suffix("").parts
        dotted = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if args.only and parts[0] != args.only:
            continue
        if not (world.has_package(parts[0]) or world.is_there(parts[0])):
            report.skipped_packages.add(parts[0])
            continue
        packages.add(parts[0])
        check_stub(path, dotted, world, report)
    print("\n".join(report.missing), end="\n" if report.missing else "")
    for words, names in [("not there", sorted(report.skipped_packages)), ("compiled", report.skipped_modules)]:
        if names:
            print(f"skipped, {words}: {', '.join(names)}", file=sys.stderr)
    for words in world.unreadable:
        print(f"skipped, not readable: {words}", file=sys.stderr)
    print(f"{report.n_names} names of {len(packages)} packages looked for, {len(report.missing)} missing, "
          f"{report.untold} that nobody can tell", file=sys.stderr)
    return 1 if report.missing else 0


if __name__ == "__main__":
    sys.exit(main())
