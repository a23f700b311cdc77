# asynctest 0.x: test cases that are coroutines.

from asynctest.case import TestCase as TestCase
