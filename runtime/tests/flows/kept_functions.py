"""A function that an object is made with is the one that its methods call."""

from dataclasses import dataclass


class Handler:
    def __init__(self, callback, name="safe"):
        self.callback = callback
        self.name = name

    def fire(self, text):
        return self.callback(text)

    def fire_if(self, text):
        if self.callback is not None:
            return self.callback(text)
        return "safe"

    def fire_further(self, text):
        return self.fire(text)

    def __call__(self, text):
        return self.callback(text)


def of_two():
    sink(Handler(lambda text: text).fire(source()))  # flow
    sink(Handler(lambda text: "safe").fire(source()))  # no flow


def in_variables():
    loud, quiet = Handler(lambda text: text), Handler(callback=lambda text: "safe")
    sink(loud.fire(source()))  # flow
    sink(quiet.fire(source()))  # no flow
    sink(loud.fire_if(source()))  # flow
    sink(quiet.fire_if(source()))  # no flow
    sink(loud.fire_further(source()))  # flow
    sink(quiet.fire_further(source()))  # no flow
    sink(loud(source()))  # flow
    sink(quiet(source()))  # no flow


class Listener:
    def __init__(self, callback):
        self.callback = callback

    def fire(self, text):
        return self.callback(text)


def sunk():
    def collect(text):
        sink(text)  # flow

    Listener(collect).fire(source())


def sunk_twin():
    def collect(text):
        sink(text)  # no flow

    Listener(lambda text: None).fire(source())
    Listener(collect).fire("safe")


def given():
    def read(text):
        return source()

    sink(Listener(read).fire("safe"))  # flow
    sink(Listener(lambda text: "safe").fire("safe"))  # no flow


def of_another(listener: Listener):
    listener.fire("safe")


class Button:
    def __init__(self, pressed):
        self.pressed = pressed

    def press(self, text):
        return self.pressed(text)


def replaced():
    button = Button(lambda text: "safe")
    button.pressed = lambda text: text
    sink(button.press(source()))  # flow


@dataclass
class Step:
    run: object
    note: str = "safe"

    def apply(self, text):
        return self.run(text)


def shown(text):
    return text


def hidden(text):
    return "safe"


def of_fields():
    sink(Step(shown).apply(source()))  # flow
    sink(Step(hidden).apply(source()))  # no flow
    sink(Step(run=shown, note="a").apply(source()))  # flow


class Traced:
    def __init__(self, function):
        self.function = function
        self.last = "safe"

    def __call__(self, text):
        self.last = text
        return self.function(text)


@Traced
def traced(text):
    return text


@Traced
def traced_fixed(text):
    return "safe"


def of_decorated():
    sink(traced(source()))  # flow
    sink(traced_fixed(source()))  # no flow
