# Hypothesis 6.x, `hypothesis.strategies._internal.collections`: `tuples`.

from hypothesis.strategies import SearchStrategy

def tuples(*args) -> SearchStrategy: ...
