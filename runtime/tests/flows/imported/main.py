"""Names of other files: imports, stars, renamed ones, attributes of modules."""

import helpers
import helpers as h
from helpers import constant, identity
from helpers import identity as same
from stars import *
from package import exported
from state import STORE, settings


def imported():
    sink(identity(source()))  # flow


def imported_twin():
    sink(constant(source()))  # no flow


def renamed():
    sink(same(source()))  # flow


def by_module():
    sink(helpers.identity(source()))  # flow


def by_module_twin():
    sink(h.constant(source()))  # no flow


def by_star():
    sink(starred(source()))  # flow


def by_star_twin():
    sink(starred_safe(source()))  # no flow


def by_package():
    sink(exported(source()))  # flow


def from_class():
    k = helpers.Keeper(source(), "safe")
    sink(k.first())  # flow


def from_class_twin():
    k = helpers.Keeper(source(), "safe")
    sink(k.second())  # no flow


def sinks_elsewhere():
    helpers.sinks(source())
    helpers.sinks_safe("safe")


def from_elsewhere():
    sink(helpers.reads())  # flow


def from_state():
    sink(STORE["a"])  # flow


def from_state_twin():
    sink(STORE["b"])  # no flow


def from_settings():
    sink(settings.name)  # flow


def from_settings_twin():
    sink(settings.other)  # no flow
