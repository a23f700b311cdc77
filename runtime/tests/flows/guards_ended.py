"""Guards whose other branch never comes back."""

import os
import sys
import typing
from typing import Never, NoReturn

from werkzeug.exceptions import abort


def fail(message) -> NoReturn:
    raise ValueError(message)


def fail_too() -> "typing.Never":
    sys.exit(1)


def report(message) -> None:
    print(message)


async def fail_later() -> Never:
    raise ValueError


def by_abort():
    x = source()
    if not is_safe(x):
        abort(404)
    sink(x)  # no flow


def by_exit():
    x = source()
    if not is_safe(x):
        sys.exit("no")
    sink(x)  # no flow


def by_leaving():
    x = source()
    if not is_safe(x):
        os._exit(1)
    sink(x)  # no flow


def by_annotated():
    x = source()
    if not is_safe(x):
        fail("no")
    sink(x)  # no flow


def by_annotated_in_quotes():
    x = source()
    if not is_safe(x):
        fail_too()
    sink(x)  # no flow


def by_other_function():
    x = source()
    if not is_safe(x):
        report("no")
    sink(x)  # flow


def by_coroutine_that_is_not_awaited():
    x = source()
    if not is_safe(x):
        fail_later()
    sink(x)  # flow


def by_abort_of_another(abort):
    x = source()
    if not is_safe(x):
        abort(404)
    sink(x)  # flow
