# Wagtail 2.x to 7.x, `wagtail.models.specific`: `SpecificMixin`.

from wagtail.models import Page

class SpecificMixin:
    specific: Page
