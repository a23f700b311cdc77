# Python 3.8 to 3.14: what reads JSON.

class JSONDecodeError(ValueError):
    msg: str
    doc: str
    pos: int
    lineno: int
    colno: int

class JSONDecoder:
    def __init__(self, *, object_hook=..., parse_float=..., parse_int=..., parse_constant=..., strict=..., object_pairs_hook=...): ...
    def raw_decode(self, s, idx=...) -> tuple[object, int]: ...
    def decode(self, s): ...
