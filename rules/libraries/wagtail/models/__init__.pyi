# Wagtail 2.x to 7.x, `wagtail.models`: `Page`.

from django.contrib.auth.models import User
from typing import Self
from wagtail.models.pages import AbstractPage
from modelcluster.models import ClusterableModel as ClusterableModel
from wagtail.models.draft_state import DraftStateMixin as DraftStateMixin
from wagtail.models.i18n import Locale as Locale, TranslatableMixin as TranslatableMixin
from wagtail.models.media import Collection as Collection
from wagtail.models.orderable import Orderable as Orderable
from wagtail.models.pages import PageManager as PageManager
from wagtail.models.revisions import RevisionMixin as RevisionMixin
from wagtail.models.sites import Site as Site

class Page(AbstractPage):
    def add_child(self, **kwargs) -> Page: ...
    title: str
    slug: str
    url_path: str
    owner: User
    objects: PageManager[Self]
