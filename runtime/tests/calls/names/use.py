"""What other modules define."""

import core
import subprocess
from core import Gate as Door, default, make, start
from library import *

start("ls", shell=True)  # calls: subprocess.run
core.start("ls")  # calls: subprocess.run
core.make().open()  # calls: core.make, core.Gate.open
Door().open()  # calls: core.Gate, core.Gate.open
default.open()  # calls: core.Gate.open
getattr(subprocess, "check_output")("ls")  # calls: subprocess.check_output
__import__("os").system("ls")  # calls: os.system
core.os.popen("ls")  # calls: os.popen
shared()  # calls: library.shared
