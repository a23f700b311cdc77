"""What is false is empty: it carries no data."""


def next_page(is_page):
    x = source()
    if (x or is_page) and not is_safe(x):
        x = "/"
    sink(x)  # no flow


def next_page_twin(is_page):
    x = source()
    if (x and is_page) and not is_safe(x):
        x = "/"
    sink(x)  # flow


def next_page_from_other(is_page):
    x = source()
    if (x or is_page) and not is_safe(x):
        x = source()
        if not is_safe(x):
            x = "/"
    sink(x)  # no flow


def next_page_from_other_twin(is_page):
    x = source()
    if (x or is_page) and not is_safe(x):
        x = source()
    sink(x)  # flow


def empty():
    x = source()
    if not x:
        sink(x)  # no flow
        return
    sink(x)  # flow


def empty_or_safe():
    x = source()
    if x and not is_safe(x):
        return
    sink(x)  # no flow


def empty_or_other(flag):
    x = source()
    if not x or flag:
        sink(x)  # flow


def is_fine(x):
    return not x or is_safe(x)


def fine_by_function():
    x = source()
    if is_fine(x):
        sink(x)  # no flow
    else:
        sink(x)  # flow


def filled_when_empty(kept):
    if not kept:
        kept.append(source())
        sink(kept)  # flow
    sink(kept)  # flow


def filled_by_other_name():
    kept = make()
    other = kept
    if not kept:
        other.append(source())
        sink(kept)  # flow
    sink(kept)  # flow


def default_when_empty():
    x = source() or "a"
    sink(x)  # flow


class Page:
    def fill(self):
        if not self.items:
            self.load()
            sink(self.items)  # flow

    def load(self):
        self.items = source()


def page():
    Page().fill()
