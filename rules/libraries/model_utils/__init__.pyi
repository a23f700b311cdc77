# django-model-utils 3.x to 5.x: abstract models and their managers.
