# Flask-WTF 0.x and 1.x, `flask_wtf.recaptcha`: a package, for the modules below it.
