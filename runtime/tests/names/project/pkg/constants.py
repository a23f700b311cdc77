LIMIT = 3
from pkg.loop_a import shared
