# Hypothesis 6.x, `hypothesis.strategies`: `SearchStrategy`.

from hypothesis.strategies._internal.collections import tuples as tuples
from hypothesis.strategies._internal.core import binary as binary, booleans as booleans, builds as builds, composite as composite, dictionaries as dictionaries, from_regex as from_regex, from_type as from_type, lists as lists, sampled_from as sampled_from, text as text, uuids as uuids
from hypothesis.strategies._internal.datetime import datetimes as datetimes
from hypothesis.strategies._internal.misc import just as just, none as none
from hypothesis.strategies._internal.numbers import floats as floats, integers as integers
from hypothesis.strategies._internal.strategies import one_of as one_of

class SearchStrategy:
    def map(self, pack): ...
    def filter(self, condition): ...
    def flatmap(self, expand): ...
    def example(self): ...
