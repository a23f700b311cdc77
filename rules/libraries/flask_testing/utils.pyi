# Flask-Testing 0.x, `flask_testing.utils`: `TestCase`, `LiveServerTestCase`.

from flask.testing import FlaskClient
from unittest.case import TestCase as _UnittestTestCase

class TestCase(_UnittestTestCase):
    client: FlaskClient

class LiveServerTestCase(_UnittestTestCase): ...
