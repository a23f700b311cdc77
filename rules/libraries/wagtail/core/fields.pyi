# Wagtail 2.x to 7.x, `wagtail.core.fields`: names that live elsewhere.

from wagtail.fields import RichTextField as RichTextField, StreamField as StreamField
