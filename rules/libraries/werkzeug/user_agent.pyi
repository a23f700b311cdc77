# Werkzeug 1.x to 3.x, `werkzeug.user_agent`: `UserAgent`.

class UserAgent:
    string: str
    platform: str
    browser: str
    version: str
    language: str
