# ldap3 2.x, `ldap3.utils`: a package, for the modules below it.
