# WTForms 2.x and 3.x, `wtforms.ext`: a package, for the modules below it.
