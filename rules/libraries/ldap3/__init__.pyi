# ldap3 2.x: connections to directories.

from ldap3.core.connection import Connection as Connection
from ldap3.core.pooling import ServerPool as ServerPool
from ldap3.core.server import Server as Server
from ldap3.core.tls import Tls as Tls
