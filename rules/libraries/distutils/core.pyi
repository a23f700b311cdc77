# Python 2.7 to 3.11: builds packages; removed in 3.12.

import distutils.dist

def setup(**attrs) -> distutils.dist.Distribution: ...
def run_setup(script_name, script_args=..., stop_after=...) -> distutils.dist.Distribution: ...

from distutils.extension import Extension as Extension
from distutils.cmd import Command as Command
from distutils.dist import Distribution as Distribution
