import hashlib
import os.path
import subprocess as sp
import xml.etree.ElementTree as tree
from subprocess import run, Popen as Process
from flask import Flask

run("ls")                  #? run resolves to subprocess.run; run is subprocess.run; run is not os.run
sp.run("ls")               #? sp.run resolves to subprocess.run; sp resolves to subprocess
Process("ls")              #? Process is subprocess.Popen; Process is not subprocess.Process
os.path.join("a")          #? os.path.join resolves to os.path.join; os.path is os.path
tree.parse("x")            #? tree.parse is xml.etree.ElementTree.parse
(sp).run("ls")             #? (sp).run is exactly subprocess.run

h = hashlib
md5 = h.md5
digest = md5
h.sha1()                   #? h.sha1 resolves to hashlib.sha1
digest()                   #? digest is exactly hashlib.md5; digest resolves to hashlib.md5


def inner():
    local = sp
    local.call("x")        #? local.call resolves to subprocess.call
    import json as j
    from pickle import loads
    return j.loads(loads)  #? j.loads is json.loads; loads is pickle.loads


j.loads("x")               #? j.loads is assumed j.loads; j.loads is not json.loads; j.loads is far.j.loads; j.loads is not exactly far.j.loads


def late():
    return later.dumps()   #? later.dumps is marshal.dumps


import marshal as later


class Holder:
    import shelve
    opener = shelve.open   #? shelve.open resolves to shelve.open
    h = h                  #? h resolves to hashlib

    def use(self):
        return shelve.open("x"), h.md5()  #? shelve.open is assumed shelve.open; h.md5 is hashlib.md5


Flask(__name__).run()      #? Flask(__name__).run is unknown
"a".join([])               #? "a".join is unknown
