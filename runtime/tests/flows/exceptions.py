"""try, finally, and exceptions that carry data."""


class Carries(Exception):
    def __init__(self, data):
        super().__init__(data)
        self.data = data


class Other(Exception):
    pass


def tried():
    x = "safe"
    try:
        x = source()
        risky()
    except ValueError:
        pass
    sink(x)  # flow


def tried_twin():
    x = source()
    try:
        risky()
    finally:
        x = "safe"
    sink(x)  # no flow


def in_handler():
    try:
        x = "safe"
        risky()
        x = source()
        risky()
    except ValueError:
        sink(x)  # flow


def in_handler_twin():
    x = "safe"
    try:
        risky()
    except ValueError:
        sink(x)  # no flow
    x = source()


def carried_text():
    try:
        raise ValueError(source())
    except ValueError as e:
        sink(str(e))  # flow


def carried_text_twin():
    try:
        source()
        raise ValueError("safe")
    except ValueError as e:
        sink(str(e))  # no flow


def carried_args():
    try:
        raise ValueError(source())
    except ValueError as e:
        sink(e.args[0])  # flow


def carried_attribute():
    try:
        raise Carries(source())
    except Carries as e:
        sink(e.data)  # flow


def carried_attribute_twin():
    try:
        raise Carries(source())
    except Carries as e:
        sink(e.code)  # no flow


def raises():
    raise Carries(source())


def from_below():
    try:
        raises()
    except Carries as e:
        sink(e.data)  # flow


def from_below_twin():
    try:
        raises()
    except Other as e:
        sink(e.data)  # no flow


def raises_deep():
    raises()


def from_far_below():
    try:
        raises_deep()
    except Exception as e:
        sink(str(e))  # flow


def from_far_below_twin():
    try:
        raises_safe()
    except Exception as e:
        sink(str(e))  # no flow


def raises_safe():
    x = source()
    raise Carries("safe")


def group():
    try:
        raise Carries(source())
    except* Carries as g:
        for e in g.exceptions:
            sink(e.data)  # flow


def finally_stores(o):
    try:
        risky()
    finally:
        o.a = source()
    sink(o.a)  # flow


def handled_then():
    x = source()
    try:
        x = int(x)
    except ValueError:
        x = "safe"
    sink(x)  # no flow


def unhandled_then():
    x = source()
    try:
        y = int(x)
    except ValueError:
        y = x
    sink(y)  # flow


def bound_before_finally():
    x = source()
    try:
        x = "a"
    finally:
        sink(x)  # no flow


def bound_before_finally_twin():
    x = source()
    try:
        x = make()
    finally:
        sink(x)  # flow


def bound_behind_what_may_raise():
    x = source()
    try:
        make()
        x = "a"
    except ValueError:
        sink(x)  # flow
