# Twisted 18 and later, `twisted.trial.unittest`: names that live elsewhere.

from twisted.trial._asynctest import TestCase as TestCase
from twisted.trial._synctest import SynchronousTestCase as SynchronousTestCase
