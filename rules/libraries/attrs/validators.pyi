# attrs 20 and later, `attrs.validators`: names that live elsewhere.

from attr._make import and_ as and_
from attr.validators import ge as ge, gt as gt, in_ as in_, instance_of as instance_of, le as le, lt as lt, matches_re as matches_re, max_len as max_len, min_len as min_len, optional as optional
