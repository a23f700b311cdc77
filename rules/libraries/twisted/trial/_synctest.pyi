# Twisted 18 and later, `twisted.trial._synctest`: `SynchronousTestCase`.

import unittest

class SynchronousTestCase(unittest.TestCase): ...
