"""`replace`: what is looked for is gone from the text."""

import dataclasses


def looked_for(text):
    sink(text.replace(source(), "b"))  # no flow


def put_in(text):
    sink(text.replace("a", source()))  # flow


def replaced_in():
    sink(source().replace("a", "b"))  # flow


def in_constant():
    sink("a {} b".replace("{}", source()))  # flow
    sink("a {} b".replace(source(), "b"))  # no flow


def by_name(day):
    sink(day.replace(name=source()))  # flow


class Text:
    def replace(self, old, new):
        return old


def of_own_class():
    sink(Text().replace(source(), "b"))  # flow
    sink(Text().replace("b", source()))  # no flow
