# testtools 2.x, `testtools.testcase`: `TestCase`.

from unittest.case import TestCase as _UnittestTestCase

class TestCase(_UnittestTestCase): ...
