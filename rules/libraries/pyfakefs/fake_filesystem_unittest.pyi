# pyfakefs 4.x to 6.x, `pyfakefs.fake_filesystem_unittest`: `TestCase`.

from unittest.case import TestCase as _UnittestTestCase

class TestCase(_UnittestTestCase): ...
