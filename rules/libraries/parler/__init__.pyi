# django-parler 2.x: models with translations.
