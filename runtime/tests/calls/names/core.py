"""Names that are handed on under another name."""

from subprocess import run as start

import os


class Gate:
    def open(self):
        return self


def make() -> Gate:
    return Gate()  # calls: core.Gate


default = Gate()  # calls: core.Gate
