# WTForms 2.x and 3.x, `wtforms.fields`: a package, for the modules below it.
