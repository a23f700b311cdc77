"""What objects of two classes below one class of a library hold."""

import threading
import unittest
from http.server import BaseHTTPRequestHandler

from unknown_library import View


class Given(unittest.TestCase):
    def setUp(self):
        self.x = source()

    def test(self):
        sink(self.x)  # flow


class Fixed(unittest.TestCase):
    def setUp(self):
        self.x = "safe"

    def test(self):
        sink(self.x)  # no flow


class Page(View):
    def setup(self):
        self.x = source()

    def get(self):
        sink(self.x)  # flow


class Other(View):
    def setup(self):
        self.x = "safe"

    def get(self):
        sink(self.x)  # no flow


class Worker(threading.Thread):
    def prepare(self):
        self.job = source()

    def run(self):
        sink(self.job)  # flow


class Idle(threading.Thread):
    def prepare(self):
        self.job = "safe"

    def run(self):
        sink(self.job)  # no flow


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.path = source()

    def do_POST(self):
        sink(self.path)  # flow


class Silent(BaseHTTPRequestHandler):
    def do_POST(self):
        sink(self.path)  # no flow
