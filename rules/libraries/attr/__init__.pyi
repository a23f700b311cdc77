# attrs under its older name: classes, fields and validators.

from collections.abc import Callable
from attr._funcs import asdict as asdict
from attr._make import Factory as Factory, NOTHING as NOTHING, attrib as attr, attrib as attrib, attrib as ib, attrs as attributes, attrs as attrs, attrs as s, evolve as evolve, fields as fields
from attr._next_gen import define as define, define as mutable, field as field, frozen as frozen

def dataclass[F](maybe_cls: F | None = ..., these=..., repr_ns=..., repr=..., cmp=..., hash=..., init=..., slots=..., frozen=..., weakref_slot=..., str=..., *, auto_attribs=..., kw_only=..., cache_hash=..., auto_exc=..., eq=..., order=..., auto_detect=..., collect_by_mro=..., getstate_setstate=..., on_setattr=..., field_transformer=..., match_args=..., unsafe_hash=..., force_kw_only=...) -> F | Callable[[F], F]: ...
