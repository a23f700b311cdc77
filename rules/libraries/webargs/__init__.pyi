# webargs 5.x to 8.x: parsers of what a request carries.
