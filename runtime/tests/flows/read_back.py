"""What was read from an object and put elsewhere is not written back into it."""


class Filters:
    pass


class View:
    def kept(self):
        kept = []
        for name in dir(self):
            part = getattr(self, name)
            kept.append(part)
        return kept

    def marked(self):
        for name in dir(self):
            part = getattr(self, name)
            part.mark = source()

    def filled(self):
        kept = []
        for name in dir(self):
            part = getattr(self, name)
            kept.append(part)
            kept[0].values = source()


def made():
    view = View()
    view.filters = Filters()
    view.other = Filters()
    return view


def read():
    view = made()
    view.filters.values = source()
    kept = view.kept()
    sink(kept[0].values)  # flow
    sink(view.filters.values)  # flow
    sink(view.other.values)  # no flow


def read_before_store():
    view = made()
    view.kept()
    view.filters.values = source()
    sink(view.filters.values)  # flow
    sink(view.other.values)  # no flow


def written():
    view = made()
    view.marked()
    sink(view.filters.mark)  # flow
    sink(view.other.mark)  # flow


def written_by_list():
    view = made()
    view.filled()
    sink(view.other.values)  # flow


def elements():
    parts = [made(), made()]
    parts[0].title = source()
    kept = []
    for part in parts:
        kept.append(part)
    sink(kept[0].title)  # flow
    sink(parts[0].title)  # flow
    sink(parts[1].title)  # no flow


def two_sources():
    parts = {"a": made(), "b": made()}
    parts["a"].title = source()
    kept = parts["b"]
    kept.title = source()
    sink(parts["b"].title)  # flow


def moved():
    first, second = made(), made()
    first.title = source()
    second.title = first.title
    sink(second.title)  # flow
    second.title = "a"
    second.title = first.title
    sink(second.title)  # flow
