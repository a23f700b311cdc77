# django-formtools 2.x: forms over several pages.
