# Flask-Testing 0.x: test cases.

from flask_testing.utils import LiveServerTestCase as LiveServerTestCase, TestCase as TestCase
