# Abseil 1.x and 2.x, `absl.testing.absltest`: `TestCase`.

from unittest.case import TestCase as _UnittestTestCase

class TestCase(_UnittestTestCase): ...
