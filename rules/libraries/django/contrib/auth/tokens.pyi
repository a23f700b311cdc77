# Django 2.x to 5.x, `django.contrib.auth.tokens`: `PasswordResetTokenGenerator`, `default_token_generator`.

class PasswordResetTokenGenerator:
    def make_token(self, user) -> str: ...
    def check_token(self, user, token) -> bool: ...

default_token_generator: PasswordResetTokenGenerator
