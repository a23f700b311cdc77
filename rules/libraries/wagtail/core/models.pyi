# Wagtail 2.x to 7.x, `wagtail.core.models`: names that live elsewhere.

from wagtail.models import Collection as Collection, Locale as Locale, Orderable as Orderable, Page as Page, PageManager as PageManager, Site as Site
