"""Guards that look at what was read from a value, or at what a call made of it."""


def by_part():
    x = source()
    parts = split(x)
    if is_safe(x) and parts.host == "a":
        sink(x)  # no flow
        sink(parts.path)  # flow


def by_attribute():
    x = source()
    if origin_of(x).host == "safe":
        sink(x)  # no flow
    else:
        sink(x)  # flow


def by_attribute_of_name():
    x = source()
    parts = origin_of(x)
    if parts.scheme == "https" and parts.host == "safe":
        sink(x)  # no flow
    sink(x)  # flow


def by_attribute_negated():
    x = source()
    parts = origin_of(x)
    if parts.host not in ("safe a", "safe b"):
        return
    sink("a" + x)  # no flow


def by_attribute_of_another():
    x = source()
    y = source()
    if origin_of(y).host == "safe":
        sink(x)  # flow


def by_members():
    x = source()
    if shared_of(["a", x]) == "safe":
        sink(x)  # no flow


def by_members_twin():
    x = source()
    if shared_of(["a", x]) == "b":
        sink(x)  # flow


def by_other_call():
    x = source()
    if length_of(x) == "safe":
        sink(x)  # flow


class Picture:
    def __init__(self, url):
        self.url = url

    def fetched(self):
        parts = origin_of(self.url)
        if parts.host not in ("safe a", "safe b"):
            raise ValueError(self.url)
        sink(self.url)  # no flow

    def changed(self):
        if origin_of(self.url).host == "safe":
            self.url = source()
            sink(self.url)  # flow

    def of_another(self, other):
        if origin_of(other.url).host == "safe":
            sink(other.url)  # no flow
            sink(self.url)  # flow


def by_attribute_of_self():
    Picture(source()).fetched()
    Picture("x").changed()
    Picture(source()).of_another(Picture(source()))
