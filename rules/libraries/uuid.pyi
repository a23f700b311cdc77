# Python 3.8 to 3.14: identifiers of 128 bits.

from enum import Enum
import builtins

class SafeUUID(Enum): ...

class UUID:
    def __init__(self, hex=..., bytes=..., bytes_le=..., fields=..., int=..., version=..., *, is_safe=...): ...
    hex: str
    int: builtins.int
    bytes: builtins.bytes
    bytes_le: builtins.bytes
    urn: str
    node: builtins.int
    time: builtins.int
    clock_seq: builtins.int
    fields: tuple[builtins.int, ...]
    variant: str
    version: builtins.int | None
    is_safe: SafeUUID

def getnode() -> int: ...
def uuid1(node=..., clock_seq=...) -> UUID: ...
def uuid3(namespace, name) -> UUID: ...
def uuid4() -> UUID: ...
def uuid5(namespace, name) -> UUID: ...
def uuid6(node=..., clock_seq=...) -> UUID: ...
def uuid7() -> UUID: ...
def uuid8(a=..., b=..., c=...) -> UUID: ...

NAMESPACE_DNS: UUID
NAMESPACE_URL: UUID
NAMESPACE_OID: UUID
NAMESPACE_X500: UUID
NIL: UUID
MAX: UUID
