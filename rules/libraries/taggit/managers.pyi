# django-taggit 1.x to 6.x, `taggit.managers`: `TaggableManager`.

from django.db.models.fields.related import RelatedField

class TaggableManager(RelatedField): ...
