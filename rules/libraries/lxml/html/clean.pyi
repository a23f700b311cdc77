# lxml 4.x to 6.x, `lxml.html.clean`: names that live elsewhere.

from lxml_html_clean.clean import Cleaner as Cleaner, clean_html as clean_html
