# ldap3 2.x, `ldap3.core`: a package, for the modules below it.
