# WTForms 2.x and 3.x, `wtforms.csrf`: a package, for the modules below it.
