# Wagtail 2.x to 7.x, `wagtail.test.utils.page_tests`: `WagtailPageTestCase`.

from django.test.testcases import TestCase

class WagtailPageTestCase(TestCase): ...
