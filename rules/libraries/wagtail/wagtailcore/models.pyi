# Wagtail 2.x to 7.x, `wagtail.wagtailcore.models`: names that live elsewhere.

from wagtail.models import Orderable as Orderable, Page as Page, Site as Site
