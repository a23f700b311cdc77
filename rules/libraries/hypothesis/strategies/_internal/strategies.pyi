# Hypothesis 6.x, `hypothesis.strategies._internal.strategies`: `one_of`.

from hypothesis.strategies import SearchStrategy

def one_of(*args) -> SearchStrategy: ...
