"""Names of modules: global, and what several functions see."""

LATEST = "safe"
FIXED = "safe"
SEEN = []
OTHER = []
REGISTRY = {}


def remember():
    global LATEST
    LATEST = source()


def recall():
    sink(LATEST)  # flow


def recall_twin():
    sink(FIXED)  # no flow


def note():
    SEEN.append(source())


def noted():
    sink(SEEN[0])  # flow


def noted_twin():
    sink(OTHER[0])  # no flow


def register():
    REGISTRY["a"] = source()
    REGISTRY["b"] = "safe"


def registered():
    sink(REGISTRY["a"])  # flow


def registered_twin():
    sink(REGISTRY["b"])  # no flow


def shadowed():
    LATEST = "safe"
    sink(LATEST)  # no flow


HANDLERS = []


def handles(x):
    sink(x)  # flow


class State:
    def __init__(self):
        self.user = "safe"
        self.name = "safe"


STATE = State()


def sets_state():
    STATE.user = source()


def reads_state():
    sink(STATE.user)  # flow


def reads_state_twin():
    sink(STATE.name)  # no flow


def calls_handles():
    handles(source())
