"""What a base class has its subclasses do: each object has the methods of its own class."""


class Task:
    def run(self):
        self.load()
        self.use()

    def load(self):
        raise NotImplementedError

    def use(self):
        raise NotImplementedError


class LoadsData(Task):
    def load(self):
        self.loaded = source()

    def use(self):
        sink(self.loaded)  # flow


class LoadsText(Task):
    def load(self):
        self.loaded = "safe"

    def use(self):
        sink(self.loaded)  # no flow


class LoadsMore(LoadsData):
    def use(self):
        sink(self.loaded)  # flow


class LoadsOther(LoadsData):
    def load(self):
        self.loaded = "safe"

    def use(self):
        sink(self.loaded)  # no flow


class Step:
    def work(self):
        self.prepare()

    def prepare(self):
        raise NotImplementedError


class PreparesData(Step):
    def prepare(self):
        self.prepared = source()


class PreparesText(Step):
    def prepare(self):
        self.prepared = "safe"


def works():
    first, second = PreparesData(), PreparesText()
    first.work()
    second.work()
    sink(first.prepared)  # flow
    sink(second.prepared)  # no flow


class Reader:
    def shown(self):
        return self.text()

    def text(self):
        raise NotImplementedError


class ReadsData(Reader):
    def text(self):
        return source()


class ReadsText(Reader):
    def text(self):
        return "safe"


def shows():
    sink(ReadsData().shown())  # flow
    sink(ReadsText().shown())  # no flow
