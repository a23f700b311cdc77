"""Guards by functions of the project: what they return, and what they raise."""


def is_known(name):
    return name in ("safe a", "safe b")


def is_known_or_short(name):
    return name in ("safe a", "safe b") or len(name) < 3


def is_unknown(name):
    return name not in ("safe a", "safe b")


def is_known_in_steps(name, is_strict=True):
    if not name:
        return False
    if is_safe(name):
        return True
    if is_strict and name == "safe":
        return True
    return False


def is_known_in_steps_twin(name):
    if not name:
        return False
    if is_safe(name):
        return True
    return len(name) > 3


def is_known_by_another(name):
    return bool(name) and is_known(name)


def asks_itself(name):
    return asks_itself(name) and is_safe(name)


def check(name):
    if not is_safe(name):
        raise ValueError(name)


def check_twin(name):
    if not is_safe(name):
        print(name)


def checked(name):
    check(name)
    return name


def check_by_another(prefix, *, name):
    assert prefix
    check(name)


def check_after_change(name):
    name = name.strip()
    if not is_safe(name):
        raise ValueError(name)


async def is_known_later(name):
    return is_safe(name)


is_known_lambda = lambda name: name == "safe"


class Checks:
    def is_known(self, name):
        return is_safe(name)

    @staticmethod
    def check(name):
        if not is_safe(name):
            raise ValueError


def by_returned():
    x = source()
    if not is_known(x):
        return
    sink(x)  # no flow


def by_returned_twin():
    x = source()
    if is_known(x):
        return
    sink(x)  # flow


def by_returned_of_other():
    x = source()
    y = source()
    if is_known(y):
        sink(x)  # flow


def by_returned_or():
    x = source()
    if is_known_or_short(x):
        sink(x)  # flow


def by_negated():
    x = source()
    if is_unknown(x):
        return
    sink(x)  # no flow


def by_steps():
    x = source()
    if is_known_in_steps(x):
        sink(x)  # no flow
    sink(x)  # flow


def by_steps_twin():
    x = source()
    if is_known_in_steps_twin(x):
        sink(x)  # flow


def by_keyword():
    x = source()
    if is_known_in_steps(is_strict=False, name=x):
        sink(x)  # no flow


def by_second():
    x = source()
    if is_known_in_steps("a", x):
        sink(x)  # flow


def by_function_of_function():
    x = source()
    if is_known_by_another(x):
        sink(x)  # no flow


def by_itself():
    x = source()
    if asks_itself(x):
        sink(x)  # no flow


def by_lambda():
    x = source()
    if is_known_lambda(x):
        sink(x)  # no flow


def by_method():
    x = source()
    if Checks().is_known(x):
        sink(x)  # no flow


async def by_coroutine():
    x = source()
    if await is_known_later(x):
        sink(x)  # no flow


def by_raise():
    x = source()
    check(x)
    sink(x)  # no flow


def by_raise_twin():
    x = source()
    check_twin(x)
    sink(x)  # flow


def by_raise_before():
    x = source()
    sink(x)  # flow
    check(x)


def by_raise_that_is_taken():
    x = source()
    try:
        check(x)
    except ValueError:
        pass
    sink(x)  # flow


def by_raise_that_ends():
    x = source()
    try:
        check(x)
    except ValueError:
        return
    sink(x)  # no flow


def by_raise_in_function():
    sink(checked(source()))  # no flow


def by_raise_of_function():
    x = source()
    check_by_another("a", name=x)
    sink(x)  # no flow


def by_raise_after_change():
    x = source()
    check_after_change(x)
    sink(x)  # flow


def by_static_method():
    x = source()
    Checks.check(x)
    sink(x)  # no flow


def by_conversion():
    x = source()
    try:
        parse(x)
    except ValueError:
        return
    sink(x)  # no flow


def by_conversion_kept():
    x = source()
    try:
        number = parse(x)
    except ValueError:
        return
    sink(x)  # no flow
    sink(number)  # flow


def by_conversion_that_is_taken():
    x = source()
    try:
        parse(x)
    except ValueError:
        sink(x)  # flow
    sink(x)  # flow


def by_conversion_with_else():
    x = source()
    try:
        parse(x)
    except ValueError:
        sink("a")
    else:
        sink(x)  # no flow


class Form:
    def __init__(self, values):
        self.name = values.get("name")
        self.other = values.get("other")
        if not is_safe(self.name):
            raise ValueError("name")


class FormWithDefault:
    def __init__(self, name):
        self.name = name
        if name != "safe":
            self.name = "b"


class FormThatGoesOn:
    def __init__(self, name):
        self.name = name
        if not is_safe(self.name):
            print("no")


class FormFilled:
    def fill(self, name):
        self.name = name
        if not is_safe(name):
            raise ValueError


def in_constructor():
    form = Form(source())
    sink(form.name)  # no flow
    sink(form.other)  # flow


def in_constructor_by_constant():
    sink(FormWithDefault(source()).name)  # no flow


def in_constructor_twin():
    sink(FormThatGoesOn(source()).name)  # flow


def in_method():
    form = FormFilled()
    form.fill(source())
    sink(form.name)  # flow


def receiver_parsed():
    x = source()
    try:
        x.parse_itself()
    except ValueError:
        return
    sink(x)  # no flow


def receiver_parsed_twin():
    x = source()
    try:
        x.parse_itself()
    except ValueError:
        pass
    sink(x)  # flow


def receiver_of_other_parsed():
    x = source()
    y = source()
    try:
        y.parse_itself()
    except ValueError:
        return
    sink(x)  # flow


def receiver_filled_where_it_may_fail():
    kept = make()
    try:
        kept.append(source())
        kept.append("a")
    except ValueError:
        return
    sink(kept)  # flow
    sink(kept[0])  # flow
