# Werkzeug 1.x to 3.x, `werkzeug.routing`: names that live elsewhere.

from werkzeug.routing.converters import AnyConverter as AnyConverter, BaseConverter as BaseConverter, FloatConverter as FloatConverter, IntegerConverter as IntegerConverter, PathConverter as PathConverter, UUIDConverter as UUIDConverter, UnicodeConverter as UnicodeConverter, ValidationError as ValidationError
from werkzeug.routing.exceptions import BuildError as BuildError, RequestRedirect as RequestRedirect
from werkzeug.routing.map import Map as Map, MapAdapter as MapAdapter
from werkzeug.routing.rules import Rule as Rule, RuleFactory as RuleFactory, Subdomain as Subdomain, Submount as Submount
