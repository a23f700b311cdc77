from pwn import *
from django.forms import *

run("ls")              #? run is assumed run; run is subprocess.run; run is not exactly subprocess.run
sub.run("ls")          #? sub.run is assumed sub.run
open("x")              #? open is exactly builtins.open
CharField()            #? CharField is django.forms.CharField; CharField is not django.forms.IntegerField


class F(Form): ...     #? F inherits django.forms.Form
