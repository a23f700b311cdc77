from ..svc import execute
from .. import svc
