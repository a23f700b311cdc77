# Wagtail 2.x to 7.x, `wagtail.models.sites`: `Site`.

from django.db.models.base import Model
from wagtail.models import Page

class Site(Model):
    @staticmethod
    def find_for_request(request) -> Site | None: ...
    root_page: Page
