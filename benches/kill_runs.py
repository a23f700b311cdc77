#!/usr/bin/env python3
"""Kills `aud-rules index` at random moments, and looks at what it leaves.

    benches/kill_runs.py PROGRAM PROJECT [--kills 200] [--seed 0]

PROGRAM is the binary, PROJECT a folder with Python files, which is copied. Before each run a file of the copy is edited, added,
renamed or removed; one run of two begins with no database, the others bring one up to date. The moment of `kill -9` is drawn evenly
from the time that such a run takes. Then

* the database, when there is one, is whole (`PRAGMA integrity_check`) and holds what it held before or what the run makes,
* a following run ends well, its database holds what a fresh one of the same files holds, and no file of the killed run is left.

What differs is printed; the exit status is 1 then. Python 3.9 or later, standard library only.
"""

import argparse
import hashlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# What is of a run and not of the files.
OF_RUNS = {"extraction_metrics", "extraction_cache"}


def main():
    arguments = read_arguments()
    print(f"{arguments.kills} kills, seed {arguments.seed}, {arguments.program} on {arguments.project}")
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(arguments, Path(folder))
        for number in range(arguments.kills):
            trial.kill_once(number)
    print(f"{trial.n_killed} killed ({trial.n_published} after the new state was there), {trial.n_ended} had ended before; ", end="")
    print(f"{len(trial.faults)} faults")
    sys.exit(1 if trial.faults else 0)


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.program = arguments.program.resolve()
    return arguments


class Trial:
    """A copy of the project, the database that is brought up to date, and what was seen so far."""

    def __init__(self, arguments, folder):
        self.program, self.folder = arguments.program, folder
        self.random = random.Random(arguments.seed)
        self.project = folder / "project"
        shutil.copytree(arguments.project, self.project, ignore=shutil.ignore_patterns(".git", ".aud"))
        self.database = folder / "kept" / "index.db"
        self.database.parent.mkdir()
        self.faults = []
        self.n_killed = self.n_published = self.n_ended = 0
        self.fresh_state()
        self.seconds = {True: self.seconds_of_run(), False: None}
        self.state = contents(self.database)
        self.change(0)
        self.seconds[False] = self.seconds_of_run()
        self.state = contents(self.database)

    def seconds_of_run(self):
        start = time.monotonic()
        self.index(self.database)
        return time.monotonic() - start

    def command(self, database):
        return [self.program, "index", self.project, "--db", database]

    def index(self, database):
        done = subprocess.run(self.command(database), capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"the index ended with {done.returncode}: {done.stderr}")

    def fresh_state(self):
        """What a fresh database of the files of now holds."""
        folder = self.folder / "fresh"
        folder.mkdir()
        self.index(folder / "index.db")
        state = contents(folder / "index.db")
        shutil.rmtree(folder)
        return state

    def kill_once(self, number):
        is_anew = number % 2 == 0
        self.change(number + 1)
        if is_anew:
            for path in self.database.parent.iterdir():
                path.unlink()
        before = None if is_anew else self.state
        moment = self.random.uniform(0, self.seconds[is_anew])
        process = subprocess.Popen(self.command(self.database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        has_ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        after = self.fresh_state()
        left = contents(self.database)
        where = f"kill {number}, {'a fresh run' if is_anew else 'a run in place'}, after {moment:.3f} s"
        self.n_ended += has_ended
        self.n_killed += not has_ended
        self.n_published += not has_ended and left == after and left != before
        if left not in (before, after):
            self.fault(where, f"the database is neither the old nor the new one: {difference(left, after)}")
        self.index(self.database)
        self.state = contents(self.database)
        if self.state != after:
            self.fault(where, f"the run behind it gives something else than a fresh one: {difference(self.state, after)}")
        # The empty file that carries the lock stays.
        strangers = [p.name for p in self.database.parent.iterdir() if p.name.endswith((".tmp", "-journal", "-wal"))]
        if strangers:
            self.fault(where, f"left over: {', '.join(strangers)}")

    def fault(self, where, what):
        self.faults.append(what)
        print(f"{where}: {what}")

    def change(self, number):
        """Edits, adds, renames or removes a file."""
        files = sorted(self.project.rglob("*.py"))
        file = self.random.choice(files)
        what = self.random.choice(["edit", "edit", "add", "rename", "remove"])
        if what == "edit":
            with file.open("a") as out:
                out.write(f"\n\ndef added_{number}(first):\n    return eval(first)\n")
        elif what == "add" or len(files) < 3:
            file.with_name(f"added_{number}.py").write_text(f"import os\n\n\ndef run(first):\n    os.system(first + '{number}')\n")
        elif what == "rename":
            file.rename(file.with_name(f"renamed_{number}.py"))
        else:
            file.unlink()


def contents(database):
    """A hash of the rows of each table and view that people see, in order; nothing when there is no database."""
    if not database.exists():
        return None
    connection = sqlite3.connect(database)
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            return {"integrity_check": verdict}
        listed = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '\\_%' ESCAPE '\\'")
        names = sorted(name for (name,) in listed if name not in OF_RUNS and not name.startswith("sqlite_"))
        return {name: rows(connection, name) for name in names}
    finally:
        connection.close()


def rows(connection, table):
    digest = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM "{table}"'):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def difference(left, right):
    if left is None or right is None:
        return "one is missing"
    return ", ".join(sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name)))


if __name__ == "__main__":
    main()
