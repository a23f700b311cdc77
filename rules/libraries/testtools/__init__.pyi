# testtools 2.x: test cases.

from testtools.testcase import TestCase as TestCase
