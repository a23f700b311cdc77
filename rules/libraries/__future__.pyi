# Python 3.8 to 3.14: features of later versions.

class _Feature:
    optional: tuple[int, int, int, str, int]
    mandatory: tuple[int, int, int, str, int] | None

nested_scopes: _Feature
generators: _Feature
division: _Feature
absolute_import: _Feature
with_statement: _Feature
print_function: _Feature
unicode_literals: _Feature
barry_as_FLUFL: _Feature
generator_stop: _Feature
annotations: _Feature
