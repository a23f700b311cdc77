from shlex import quote, split
import os


def visible(): ...


def _hidden(): ...
