# WebHelpers 1.x, `webhelpers.html.builder`: `literal`.

from markupsafe import Markup

class literal(Markup): ...
