# Wagtail 2.x to 7.x, `wagtail.test.utils`: names that live elsewhere.

from wagtail.test.utils.page_tests import WagtailPageTestCase as WagtailPageTestCase
