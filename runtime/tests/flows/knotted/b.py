import a


class Node:
    name = "safe"

    def __init__(self, inner):
        self.inner = inner

    def back(self):
        return self.inner.value()


def finish(node):
    from a import REGISTRY

    sink(REGISTRY["a"])  # flow
    sink(REGISTRY["b"])  # no flow
    return node.value()


def finish_safe(node):
    return node.safe


def again():
    sink(a.Node(source()).value())  # flow
    sink(a.Node(source()).safe)  # no flow
