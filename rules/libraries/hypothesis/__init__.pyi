# Hypothesis 6.x: strategies and what runs them.

from hypothesis._settings import settings as settings
from hypothesis.control import assume as assume, note as note
from hypothesis.core import example as example, given as given
