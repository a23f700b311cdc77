# attrs 20 and later, `attrs.converters`: names that live elsewhere.

from attr.converters import optional as optional
