# lxml_html_clean 0.x: markup made harmless.
