# Django 2.x to 5.x, `django.contrib.staticfiles.testing`: `StaticLiveServerTestCase`.

from django.test.testcases import LiveServerTestCase

class StaticLiveServerTestCase(LiveServerTestCase): ...
