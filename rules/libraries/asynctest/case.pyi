# asynctest 0.x, `asynctest.case`: `TestCase`.

import unittest

class TestCase(unittest.TestCase): ...
