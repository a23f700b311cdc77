import functools
from typing import Optional, Union, Literal


def annotated(a: int, b: "Model | None" = None, /, c: Optional["Model"] = None, *args: list[str], d: dict[str, "lib.Model"], **kw: Union[int, str]) -> "list[Model, 'Other']":
    x: Model = a
    y: "int"
    return x


class Model(Base, metaclass=Meta, **options):
    """Says something."""

    table: str = "models"

    @property
    def name(self) -> "Model":
        return self.table

    @staticmethod
    @functools.lru_cache(maxsize=None)
    def make(kind: Literal["a", "b"]):
        return Model()

    def __init__(self, v, w="w"):
        super().__init__(v)
        self.v = v

    class Inner:
        x = table


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@decorate
def decorated(v):
    return v


def caller(v):
    decorated(v)
    caller(v)
    return Model(v).v, Model.make


def generic[T: int, *Ts](x: T, y: "list[T]") -> T:
    z: T = x
    return z


class Box[T]:
    item: T

    def get(self) -> T:
        return self.item


type Alias[T] = list[T]

handlers = {"a": lambda event: event.x, "b": decorated}
square = lambda x, *y, k=1, **z: x * k


def conditional_definition(c):
    if c:
        def helper(x):
            return x
    else:
        def helper(x):
            return "safe"
    return helper(c)


if False:
    def dead():
        return dead_value
