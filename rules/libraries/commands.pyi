# Python 2.7: processes of the shell; its names moved to `subprocess`.

from subprocess import getoutput as getoutput
from subprocess import getstatusoutput as getstatusoutput
