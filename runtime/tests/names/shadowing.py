from os import system, popen, remove, rename
from subprocess import run, call, check_output
import requests
import pickle


def by_parameter(system):
    system("x")            #? system is unknown; system is not os.system


def by_assignment():
    popen = make()
    popen("x")             #? popen is unknown


def by_loop():
    for remove in things:
        remove("x")        #? remove is unknown


def by_with():
    with open("f") as rename:
        rename("x")        #? rename is unknown


def by_comprehension():
    a = [run(x) for run in runners for x in run.items()]  #? run is unknown; run.items is unknown
    return run("x")        #? run is subprocess.run


def by_unpacking():
    call, rest = pair
    call("x")              #? call is unknown


def by_except():
    try:
        pass
    except ValueError as check_output:
        check_output()     #? check_output is unknown


def by_walrus():
    if (requests := session()):
        requests.get("x")  #? requests.get is unknown


def by_inner_def():
    def pickle(): ...
    pickle()               #? pickle resolves to shadowing.by_inner_def.pickle; pickle is not pickle


def by_delayed_binding():
    system("x")            #? system is unknown
    system = None if x else 1


lambda system: system()    #? system is unknown


class Body:
    system = print
    system("x")            #? system is builtins.print

    def method(self):
        system("x")        #? system is os.system
        [system(y) for y in z]  #? system is os.system


from glob import glob


def glob(): ...


glob()                     #? glob is unknown

from shutil import move
move = wrap(move)          #? move is unknown

from shutil import copy


def star(*copy, **kwargs):
    copy("x")              #? copy is unknown


match subject:
    case {"x": copytree}:
        copytree("x")      #? copytree is unknown
