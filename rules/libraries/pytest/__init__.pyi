# pytest 6.x to 9.x: fixtures, marks and what checks.

from _pytest._code.code import ExceptionInfo as ExceptionInfo
from _pytest.approx import approx as approx
from _pytest.capture import CaptureFixture as CaptureFixture
from _pytest.config import Config as Config, hookimpl as hookimpl, hookspec as hookspec, main as main
from _pytest.config.argparsing import Parser as Parser
from _pytest.fixtures import FixtureRequest as FixtureRequest, fixture as fixture, yield_fixture as yield_fixture
from _pytest.logging import LogCaptureFixture as LogCaptureFixture
from _pytest.main import Session as Session
from _pytest.mark import param as param
from _pytest.mark.structures import MARK_GEN as mark, MarkDecorator as MarkDecorator, MarkGenerator as MarkGenerator
from _pytest.monkeypatch import MonkeyPatch as MonkeyPatch
from _pytest.nodes import Item as Item
from _pytest.outcomes import exit as exit, fail as fail, importorskip as importorskip, skip as skip, xfail as xfail
from _pytest.pytester import Pytester as Pytester
from _pytest.python import Function as Function, Metafunc as Metafunc
from _pytest.raises import raises as raises
from _pytest.recwarn import WarningsRecorder as WarningsRecorder, deprecated_call as deprecated_call, warns as warns
from _pytest.tmpdir import TempPathFactory as TempPathFactory
