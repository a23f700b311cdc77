# itsdangerous 1.x and 2.x, `itsdangerous.timed`: `TimestampSigner`, `TimedSerializer`.

from itsdangerous.serializer import Serializer
from itsdangerous.signer import Signer

class TimestampSigner(Signer): ...
class TimedSerializer(Serializer): ...
