# constructs 3.x and 10.x: what stacks are made of.

class Construct:
    def __init__(self, scope, id): ...
    node: Node

class Node:
    scope: Construct
    path: str
    def try_find_child(self, id) -> Construct | None: ...
    def add_dependency(self, *deps): ...
