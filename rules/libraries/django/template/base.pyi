# Django 2.x to 5.x, `django.template.base`: `Template`, `Node`, `NodeList`.

from django.utils.safestring import SafeString

class Template:
    def render(self, context) -> SafeString: ...

class Node:
    def render(self, context) -> str: ...

class NodeList(list): ...
