# Hypothesis 6.x, `hypothesis.strategies._internal.datetime`: `datetimes`.

from hypothesis.strategies import SearchStrategy

def datetimes(min_value=..., max_value=..., *, timezones=..., allow_imaginary=...) -> SearchStrategy: ...
