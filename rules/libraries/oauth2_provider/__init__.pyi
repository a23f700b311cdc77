# django-oauth-toolkit 1.x to 3.x: applications and tokens.
