# ldap3 2.x, `ldap3.abstract`: a package, for the modules below it.
