from django.db.models.base import Model
