# Werkzeug 1.x to 3.x, `werkzeug.datastructures`: names that live elsewhere.

from werkzeug.datastructures.accept import Accept as Accept
from werkzeug.datastructures.auth import Authorization as Authorization, WWWAuthenticate as WWWAuthenticate
from werkzeug.datastructures.csp import ContentSecurityPolicy as ContentSecurityPolicy
from werkzeug.datastructures.file_storage import FileMultiDict as FileMultiDict, FileStorage as FileStorage
from werkzeug.datastructures.headers import EnvironHeaders as EnvironHeaders, Headers as Headers
from werkzeug.datastructures.structures import CombinedMultiDict as CombinedMultiDict, ImmutableDict as ImmutableDict, ImmutableMultiDict as ImmutableMultiDict, ImmutableTypeConversionDict as ImmutableTypeConversionDict, MultiDict as MultiDict, _OrderedMultiDict as OrderedMultiDict
