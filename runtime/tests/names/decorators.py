import typing
from typing import overload
import functools as ft


@overload
def one(): ...           #? one decorated by typing.overload; one not decorated by typing.final


@typing.overload
@ft.lru_cache(maxsize=1)
def two(): ...           #? two decorated by typing.overload; two decorated by x.y, functools.lru_cache


def three(): ...         #? three not decorated by typing.overload


@unknown.final()
class Four: ...          #? Four decorated by far.unknown.final, x.final; Four not decorated by x.final
