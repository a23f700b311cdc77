# Werkzeug 1.x to 3.x, `werkzeug.routing.rules`: `Rule`, `Submount`, `Subdomain`, `RuleFactory`.

from typing import Any

class RuleFactory: ...

class Rule(RuleFactory):
    rule: str
    endpoint: str
    methods: set[str] | None
    arguments: set[str]
    defaults: Any

class Submount(RuleFactory): ...
class Subdomain(RuleFactory): ...
