# WTForms 2.x and 3.x, `wtforms.ext.sqlalchemy`: a package, for the modules below it.
