# itsdangerous 1.x and 2.x: signers and serializers.

from itsdangerous.exc import BadData as BadData, BadPayload as BadPayload, BadSignature as BadSignature, BadTimeSignature as BadTimeSignature, SignatureExpired as SignatureExpired
from itsdangerous.serializer import Serializer as Serializer
from itsdangerous.signer import Signer as Signer
from itsdangerous.timed import TimedSerializer as TimedSerializer, TimestampSigner as TimestampSigner
from itsdangerous.url_safe import URLSafeSerializer as URLSafeSerializer, URLSafeTimedSerializer as URLSafeTimedSerializer
from itsdangerous.jws import JSONWebSignatureSerializer as JSONWebSignatureSerializer, TimedJSONWebSignatureSerializer as TimedJSONWebSignatureSerializer
