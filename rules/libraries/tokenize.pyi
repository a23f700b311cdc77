# Python 3.8 to 3.14: Python as tokens.

from collections.abc import Iterator
import io

class TokenError(Exception): ...

class TokenInfo(tuple):
    type: int
    string: str
    start: tuple[int, int]
    end: tuple[int, int]
    line: str
    exact_type: int

def tokenize(readline) -> Iterator[TokenInfo]: ...
def generate_tokens(readline) -> Iterator[TokenInfo]: ...
def untokenize(iterable) -> str | bytes: ...
def detect_encoding(readline) -> tuple[str, list[bytes]]: ...
def open(filename) -> io.TextIOWrapper: ...
