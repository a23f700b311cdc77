# bleach 3.x to 6.x, `bleach.sanitizer`: `Cleaner`.

class Cleaner:
    def clean(self, text) -> str: ...
