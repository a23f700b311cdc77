"""Whether objects keep what their methods are given, by their classes."""

import collections
import hashlib
import io
import queue
from logging import Formatter, Logger

import unknown_library
from sqlalchemy.orm import Session, scoped_session
from werkzeug.datastructures import Headers, MultiDict


def to_session(session: Session):
    session.add(source())
    sink(session.query(User).first().name)  # no flow


def to_scoped_session(session: scoped_session):
    session.add(source())
    sink(session.query(User).first().name)  # no flow


def to_own_session(db: Session = None):
    if db is None:
        db = Session()
    db.add(source())
    sink(db.get(User, 1))  # no flow


class OwnSession(Session):
    pass


def to_heir():
    session = OwnSession()
    session.add(source())
    sink(session.query(User).first())  # no flow


def hashed():
    digest = hashlib.sha256()
    digest.update(source())
    sink(digest.hexdigest())  # no flow


def to_unknown(session):
    session.add(source())
    sink(session.query(User).first().name)  # flow


def to_unknown_library(other: unknown_library.Other):
    other.add(source())
    sink(other.first())  # flow


def to_either(session: Session, flag):
    kept = session if flag else unknown_library.make()
    kept.add(source())
    sink(kept.first())  # flow


def to_list():
    kept = list()
    kept.append(source())
    sink(kept[0])  # flow


def to_annotated(kept: list[str], names: set, entries: dict[str, str]):
    kept.append(source())
    sink(kept[0])  # flow
    names.add(source())
    sink(names)  # flow
    entries.update(source())
    sink(entries["a"])  # flow


def to_queue(jobs: queue.Queue):
    jobs.put(source())
    sink(jobs.get())  # flow


def to_deque():
    kept = collections.deque()
    kept.appendleft(source())
    sink(kept.pop())  # flow


def to_file():
    file = io.StringIO()
    file.write(source())
    sink(file.getvalue())  # flow


def to_open_file(path):
    with open(path, "w+") as file:
        file.write(source())
        sink(file.read())  # flow


def to_headers():
    headers = Headers()
    headers.add("a", source())
    values = MultiDict()
    values.add("a", source())
    sink(values.get("a"))  # not yet: flow


class OwnList(list):
    pass


def to_heir_of_list():
    kept = OwnList()
    kept.append(source())
    sink(kept[0])  # flow
