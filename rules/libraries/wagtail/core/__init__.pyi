# Wagtail 2.x to 7.x, `wagtail.core`: names that live elsewhere.

from wagtail import blocks as blocks, hooks as hooks
