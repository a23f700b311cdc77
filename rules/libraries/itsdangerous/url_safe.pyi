# itsdangerous 1.x and 2.x, `itsdangerous.url_safe`: `URLSafeTimedSerializer`, `URLSafeSerializer`.

from itsdangerous.serializer import Serializer
from itsdangerous.timed import TimedSerializer

class URLSafeTimedSerializer(TimedSerializer): ...
class URLSafeSerializer(Serializer): ...
