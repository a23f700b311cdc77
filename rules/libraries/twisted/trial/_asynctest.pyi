# Twisted 18 and later, `twisted.trial._asynctest`: `TestCase`.

from twisted.trial._synctest import SynchronousTestCase

class TestCase(SynchronousTestCase): ...
