# lxml 4.x to 6.x: trees parsed from XML and HTML, and their elements.
