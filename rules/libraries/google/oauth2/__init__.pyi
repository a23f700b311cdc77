# google-auth 1.x and 2.x, `google.oauth2`: a package, for the modules below it.
