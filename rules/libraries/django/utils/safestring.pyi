# Django 2.x to 5.x, `django.utils.safestring`: `SafeData`, `SafeString`, `mark_safe`, `mark_for_escaping`.

from django.utils.safestring import SafeString as SafeText

class SafeData: ...

class SafeString(str, SafeData):
    def __add__(self, rhs) -> SafeString: ...

def mark_safe(s) -> SafeString: ...

SafeText = SafeString
SafeUnicode = SafeString
SafeBytes = SafeString
def mark_for_escaping(s) -> SafeString: ...
