import subprocess
from subprocess import Popen
from . import helpers
from .helpers import *

execute = subprocess.run
starter = Popen


def run(command, shell=False, *rest):
    return helpers.quote(command)      #? helpers.quote resolves to shlex.quote; command goes nowhere


def start() -> "Service":
    return Service()


class Service:
    """A service."""

    limit = 3

    def __init__(self, name, size=1): ...

    def stop(self, force): ...

    @classmethod
    def make(cls, name): ...


visible()                              #? visible resolves to pkg.helpers.visible; visible is pkg.helpers.visible
split("a")                             #? split resolves to shlex.split; split is shlex.split
missing()                              #? missing is not shlex.missing
