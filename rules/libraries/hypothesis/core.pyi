# Hypothesis 6.x, `hypothesis.core`: `given`, `example`.

from collections.abc import Callable

def given[F](*_given_arguments, **_given_kwargs) -> Callable[[F], F]: ...

class example:
    def __call__[F](self, test: F) -> F: ...
